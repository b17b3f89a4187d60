// The peer: Firsthand's public reading side and its request form, as Fastify and Drizzle do them well.
// PEER_PORT, PEER_WORKERS, PEER_CONNECTIONS (of each worker), DATABASE_URL, REDIS_URL, BASE_URL, SECRET_KEY.
import cluster from "node:cluster";

if (cluster.isPrimary) {
  for (let number = 0; number < Number(process.env.PEER_WORKERS); number++) cluster.fork();
  process.on("SIGTERM", () => {
    for (const worker of Object.values(cluster.workers)) worker.process.kill();
    process.exit(0);
  });
} else {
  const { serve } = await import("./app.mjs");
  await serve(Number(process.env.PEER_PORT));
}
