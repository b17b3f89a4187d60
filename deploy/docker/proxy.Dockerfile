# The front door.
FROM caddy:2.11-alpine
# The image lets Caddy bind to ports below 1024 by a capability of the file, so root is not needed.
RUN addgroup -S -g 10001 firsthand && adduser -S -D -H -u 10001 -G firsthand firsthand \
    && install -d -o firsthand -g firsthand /data/caddy /var/firsthand
ENV VAR_DIR=/var/firsthand \
    HOST=0.0.0.0 \
    XDG_DATA_HOME=/data
WORKDIR /srv/firsthand
COPY deploy/bin deploy/bin
COPY deploy/caddy deploy/caddy
USER 10001
EXPOSE 80 443
HEALTHCHECK --interval=10s --timeout=5s --start-period=5s --retries=3 \
    CMD ["nc", "-z", "127.0.0.1", "80"]
CMD ["deploy/bin/proxy"]
