# The pages visitors see.
FROM node:24-bookworm-slim AS build
ENV ASTRO_TELEMETRY_DISABLED=1
WORKDIR /srv/firsthand/frontend_astro
COPY frontend_astro/package.json frontend_astro/package-lock.json frontend_astro/.npmrc ./
RUN npm ci
COPY frontend_astro ./
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    SITE_HOST=0.0.0.0 \
    SITE_PORT=8102
WORKDIR /srv/firsthand
COPY --from=build /srv/firsthand/frontend_astro/node_modules frontend_astro/node_modules
COPY --from=build /srv/firsthand/frontend_astro/package.json frontend_astro/package.json
COPY --from=build /srv/firsthand/frontend_astro/dist frontend_astro/dist
COPY deploy/bin deploy/bin
# The account `node` of the image.
USER 1000
EXPOSE 8102
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:8102/robots.txt').catch(() => process.exit(1))"]
CMD ["deploy/bin/site"]
