import {
  answerTypes,
  type PrintTypes,
  type TypesReply,
  type TypesRequest,
} from "../emit/openapi/types.js";
import { startWorker, type Worker } from "../output/start-worker.js";

/**
 * A thread for openapi-typescript, which with TypeScript takes longer to import than a small document
 * takes to generate. It is kept for the next run, and never keeps the process from ending.
 */
interface Thread {
  readonly worker: Worker;
  /** Who waits for an answer; answers come in the order of the requests. */
  readonly waiting: Waiting[];
}

interface Waiting {
  readonly onReply: (reply: TypesReply) => void;
  readonly onEnd: () => void;
}

let thread: Thread | undefined;

/**
 * Has openapi-typescript imported in a thread of its own, where one can be had, while this one has
 * other things to do.
 *
 * @returns Asks it.
 */
export function startTypePrinter(): PrintTypes {
  startThreadOnce();
  return requestTypes;
}

function startThreadOnce(): void {
  thread ??= startThread();
}

async function requestTypes(request: TypesRequest): Promise<TypesReply> {
  // It may have ended since.
  startThreadOnce();
  const reply = thread && (await ask(thread, request));
  return reply ?? answerTypes({ ...request, bundle: structuredClone(request.bundle) });
}

/** The answer of a thread; none, if it ended before. */
function ask({ worker, waiting }: Thread, request: TypesRequest): Promise<TypesReply | undefined> {
  return new Promise((resolve) => {
    waiting.push({ onReply: resolve, onEnd: () => resolve(undefined) });
    worker.ref();
    worker.postMessage(request);
  });
}

/** Starts a thread; none, where the process may not have one. */
function startThread(): Thread | undefined {
  const worker = startWorker(new URL("./openapi-worker.js", import.meta.url));
  if (worker === undefined) return undefined;
  const waiting: Waiting[] = [];
  const release = (): void => {
    if (waiting.length === 0) worker.unref();
  };
  worker.on("message", (reply: TypesReply) => {
    waiting.shift()?.onReply(reply);
    release();
  });
  // Without memory, for example: this thread then does the work, and reports what it finds.
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    if (thread?.worker === worker) thread = undefined;
    for (const { onEnd } of waiting.splice(0)) onEnd();
  });
  // Once it runs, and not before, too: what is done to a thread that starts need not last.
  release();
  worker.on("online", release);
  return { worker, waiting };
}
