# Headroom as it stands: Node runs the TypeScript, nothing is built. docs/running.md says how to start it.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# What trends need is optional for those who install the library; here it is part of the program, in the versions of the lock.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && npm install --omit=dev --ignore-scripts --no-audit --no-fund --save-prod \
    danfojs-node@1.2.0 "@tensorflow/tfjs-core@^4.22.0" "@tensorflow/tfjs-backend-cpu@^4.22.0"

FROM node:24-slim
ENV NODE_ENV=production HEADROOM_WORKSPACE=/data HEADROOM_HOST=0.0.0.0
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE NOTICE CHANGELOG.md ./
COPY bin bin
COPY src src
COPY rules rules
COPY data data
COPY dashboards dashboards
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/headroom.js"]
CMD ["serve"]
