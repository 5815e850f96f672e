import { All, Controller, Logger, Module, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import type { AbstractHttpAdapter } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import { sendResponse, toRequest } from "../../generator/runtime/server-node.js";
import type {
  NodeRequest,
  NodeResponse,
  WrappedRequest,
  WrappedResponse,
} from "../../generator/runtime/server-node.js";
import type { StartServer } from "./framework-servers.js";

/** Makes the platform of a NestJS application. */
type MakeAdapter = () => AbstractHttpAdapter;

/** NestJS, whose platform has read each body before. Decorators are called as the functions they are. */
function startNest(makeAdapter: MakeAdapter, anyPath: string): StartServer {
  return async (handle) => {
    class BatchController {
      async answer(
        request: NodeRequest | WrappedRequest,
        response: NodeResponse | WrappedResponse,
      ): Promise<void> {
        await sendResponse(await handle(toRequest(request)), response);
      }
    }
    const { prototype } = BatchController;
    const method = Object.getOwnPropertyDescriptor(prototype, "answer") ?? {};
    Req()(prototype, "answer", 0);
    Res()(prototype, "answer", 1);
    All(anyPath)(prototype, "answer", method);
    Controller("v1")(BatchController);
    class App {
      readonly name: string = "app";
    }
    Module({ controllers: [BatchController] })(App);
    Logger.overrideLogger(false);
    const app = await NestFactory.create(App, makeAdapter());
    await app.listen(0, "127.0.0.1");
    return { origin: await app.getUrl(), close: () => app.close() };
  };
}

/** Starts NestJS on Express. */
export const startNestOnExpress: StartServer = startNest(() => new ExpressAdapter(), "*path");

/** Starts NestJS on Fastify. */
export const startNestOnFastify: StartServer = startNest(() => new FastifyAdapter(), "*");
