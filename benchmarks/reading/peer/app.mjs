import etag from "@fastify/etag";
import Fastify from "fastify";
import { readPerson } from "./people.mjs";
import { listPosts, readPost } from "./posts.mjs";
import { sendRequest } from "./requests.mjs";
import { personSchema, postPageSchema, postSchema, sentSchema } from "./shapes.mjs";

const params = { type: "object", properties: { id: { type: "integer", minimum: 1 } } };
const pageQuery = {
  type: "object",
  properties: {
    limit: { type: "integer", minimum: 1, maximum: 100 },
    cursor: { type: "string" },
    tag: { type: "string", maxLength: 40 },
    q: { type: "string", maxLength: 200 },
  },
};
const requestBody = {
  type: "object",
  required: ["post", "name", "email", "message"],
  properties: {
    post: { type: "integer" },
    name: { type: "string", minLength: 1, maxLength: 80 },
    email: { type: "string", format: "email", maxLength: 254 },
    message: { type: "string", minLength: 1, maxLength: 4000 },
  },
};

const asPublic = (reply) =>
  reply.headers({
    "cache-control": "public, max-age=0, must-revalidate",
    vary: "Cookie, X-Session-Token",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-frame-options": "SAMEORIGIN",
  });

const found = (reply, thing) =>
  thing ? asPublic(reply).send(thing) : reply.code(404).send({ message: "Not found." });

export async function serve(port) {
  const app = Fastify({ logger: false });
  await app.register(etag);
  app.get(
    "/api/post",
    { schema: { querystring: pageQuery, response: { 200: postPageSchema } } },
    async (request, reply) => asPublic(reply).send(await listPosts(request.query, "/api/post")),
  );
  app.get("/api/post/:id", { schema: { params, response: { 200: postSchema } } }, async (request, reply) =>
    found(reply, await readPost(request.params.id)),
  );
  app.get("/api/user/:id", { schema: { params, response: { 200: personSchema } } }, async (request, reply) =>
    found(reply, await readPerson(request.params.id)),
  );
  app.post(
    "/api/request",
    { schema: { body: requestBody, response: { 201: sentSchema } } },
    async (request, reply) => {
      const sent = await sendRequest(request.body);
      return reply.code(201).header("cache-control", "private, no-store").send(sent);
    },
  );
  app.get("/healthz", async () => ({ status: "ok" }));
  await app.listen({ host: "127.0.0.1", port });
}
