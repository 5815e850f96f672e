import type { StartServer } from "./framework-servers.js";
import {
  sendResponse,
  toRequest,
  type NodeRequest,
  type NodeResponse,
  type WrappedRequest,
  type WrappedResponse,
} from "../../generator/runtime/server-node.js";

type Decorator = (target: object, key?: string, descriptor?: PropertyDescriptor | number) => void;

/** What the tests use of `@nestjs/common`. */
interface NestCommon {
  readonly All: (path: string) => Decorator;
  readonly Controller: (path: string) => Decorator;
  readonly Module: (members: object) => Decorator;
  readonly Req: () => Decorator;
  readonly Res: () => Decorator;
}

/** What the tests use of `@nestjs/core`. */
interface NestCore {
  readonly NestFactory: {
    readonly create: (module: object, adapter: object, options: object) => Promise<NestApplication>;
  };
}

interface NestApplication {
  readonly listen: (port: number, host: string) => Promise<unknown>;
  readonly getUrl: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The packages of NestJS, which need not be installed. */
export interface Nest {
  readonly common: NestCommon;
  readonly core: NestCore;
  readonly adapter: new () => object;
}

/** NestJS, whose platform has read each body before. Decorators are called as functions. */
export function startNest({ common, core, adapter: Adapter }: Nest): StartServer {
  return async (handle) => {
    class BatchController {
      async answer(
        request: NodeRequest | WrappedRequest,
        response: NodeResponse | WrappedResponse,
      ): Promise<void> {
        await sendResponse(await handle(toRequest(request)), response);
      }
    }
    class App {}
    const { prototype } = BatchController;
    common.Req()(prototype, "answer", 0);
    common.Res()(prototype, "answer", 1);
    common.All("*path")(prototype, "answer", Object.getOwnPropertyDescriptor(prototype, "answer"));
    common.Controller("v1")(BatchController);
    common.Module({ controllers: [BatchController] })(App);
    const app = await core.NestFactory.create(App, new Adapter(), { logger: false });
    await app.listen(0, "127.0.0.1");
    return { origin: (await app.getUrl()).replace("[::1]", "127.0.0.1"), close: () => app.close() };
  };
}

/** Loads NestJS with one of its platforms; undefined, if a package is not installed. */
export async function loadNest(platform: "express" | "fastify"): Promise<Nest | undefined> {
  const load = async (name: string): Promise<unknown> => {
    // Whether the package is there is only known when it is loaded.
    return import(name) as Promise<unknown>;
  };
  try {
    await load("reflect-metadata");
    const adapters = (await load(`@nestjs/platform-${platform}`)) as Readonly<
      Record<string, Nest["adapter"]>
    >;
    const adapter = adapters[platform === "express" ? "ExpressAdapter" : "FastifyAdapter"];
    return (
      adapter && {
        common: (await load("@nestjs/common")) as NestCommon,
        core: (await load("@nestjs/core")) as NestCore,
        adapter,
      }
    );
  } catch {
    return undefined;
  }
}
