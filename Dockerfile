# The product as one container: built once, served by an unprivileged user. See docs/run-it-for-real.md.
FROM node:24-bookworm-slim
RUN install -d -o node -g node /app && install -d -m 700 -o node -g node /data
WORKDIR /app
COPY --chown=node:node . .
USER node
RUN npm ci --omit=dev && node tools/build.ts
ENV HOST=0.0.0.0 PORT=4321 DATA_DIR=/data
VOLUME /data
EXPOSE 4321
# Not npm: the process itself takes the signals that end it.
CMD ["node", "src/server/start.ts"]
