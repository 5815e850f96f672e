import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { sendResponse, toRequest } from "../../generator/runtime/server-node.js";
import { listen, startNode, type Handle, type LocalServer } from "./local-server.js";

/** Starts a server of a framework that passes all requests below `/v1` on. */
export type StartServer = (handle: Handle) => Promise<LocalServer>;

/** Express, with a parser that has read each JSON body before. */
const startExpress: StartServer = (handle) => {
  const app = express();
  app.use(express.json({ limit: "50mb", strict: false }));
  app.use("/v1", async (request, response) => {
    await sendResponse(await handle(toRequest(request, { response })), response);
  });
  return listen(createServer(app));
};

/** Express, with parsers that keep bytes and texts. */
const startExpressRaw: StartServer = (handle) => {
  const app = express();
  app.use(express.raw({ limit: "50mb", type: () => true }));
  app.use("/v1", async (request, response) => {
    await sendResponse(await handle(toRequest(request)), response);
  });
  return listen(createServer(app));
};

/** Hono, behind the adapter. */
const startHono: StartServer = (handle) => {
  const app = new Hono();
  app.all("/v1/*", (context) => handle(context.req.raw));
  return startNode(app.fetch);
};

/** Hono, behind its own adapter. */
const startHonoNode: StartServer = (handle) => {
  const app = new Hono();
  app.all("/v1/*", (context) => handle(context.req.raw));
  // Other tests in the process need the platform's own `Request` and `Response`.
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return listen(createServer((request, response) => void answer(request, response)));
};

/** Fastify, which reads each body itself. */
const startFastify: StartServer = async (handle) => {
  const app = fastify({ bodyLimit: 2 ** 26 });
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => {
    done(null, body);
  });
  app.all("/v1/*", async (request, reply) => {
    await sendResponse(await handle(toRequest(request)), reply);
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    origin: app.listeningOrigin,
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
    },
  };
};

/** The servers, by the names of what they are made with. */
export const servers: Readonly<Record<string, StartServer>> = {
  "node:http": startNode,
  Hono: startHono,
  "Hono on @hono/node-server": startHonoNode,
  "Express with express.json()": startExpress,
  "Express with express.raw()": startExpressRaw,
  Fastify: startFastify,
};
