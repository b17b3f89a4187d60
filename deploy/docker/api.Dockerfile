# One image for everything in Python: api, worker, images-worker, beat, and the one-off `prepare`.
FROM python:3.11-slim-bookworm AS packages
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
COPY requirements/production.lock /tmp/production.lock
RUN /opt/venv/bin/pip install --no-deps --require-hashes -r /tmp/production.lock

FROM python:3.11-slim-bookworm
RUN groupadd --system --gid 10001 firsthand \
    && useradd --system --uid 10001 --gid firsthand --home-dir /srv/firsthand firsthand \
    && install -d -o firsthand -g firsthand /var/firsthand /var/firsthand/media \
        /var/firsthand/private /var/firsthand/static /var/firsthand/run
COPY --from=packages /opt/venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    VAR_DIR=/var/firsthand \
    API_HOST=0.0.0.0 \
    API_PORT=8101 \
    DJANGO_SETTINGS_MODULE=site_config.settings.production
WORKDIR /srv/firsthand
COPY manage.py pyproject.toml ./
COPY deploy/bin deploy/bin
COPY site_config site_config
COPY accounts accounts
COPY content content
COPY engagement engagement
COPY api api
USER 10001
EXPOSE 8101
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "deploy/bin/http-ok", "http://127.0.0.1:8101/healthz"]
CMD ["deploy/bin/api"]
