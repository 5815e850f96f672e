import { parentPort } from "node:worker_threads";
import { answerTypes, importTransformer, type TypesRequest } from "../emit/openapi/types.js";

// The thread in which openapi-typescript makes types; `openapi-thread.ts` starts it and asks it.

// Ready before it is asked. Where that fails, so does the answer, which tells why.
void importTransformer().catch(() => undefined);

parentPort?.on("message", (request: TypesRequest) => {
  void answerTypes(request).then((reply) => parentPort?.postMessage(reply));
});
