import { report } from "../../generator/runtime/collect.js";
import type { ValueSchema } from "../../generator/runtime/parameter.js";
import { isNumber } from "../../generator/runtime/values.js";

/** Returns a stream of chunks, and what was done with it. */
export function streamOf(chunks: Iterable<Uint8Array | string>): {
  readonly stream: ReadableStream<Uint8Array>;
  /** How many chunks were pulled, and whether the stream was cancelled. */
  readonly seen: { pulled: number; isCancelled: boolean };
} {
  const encoder = new TextEncoder();
  const iterator = chunks[Symbol.iterator]();
  const seen = { pulled: 0, isCancelled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const next = iterator.next();
        if (next.done === true) return controller.close();
        seen.pulled += 1;
        controller.enqueue(
          typeof next.value === "string" ? encoder.encode(next.value) : next.value,
        );
      },
      cancel: () => {
        seen.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, seen };
}

/** Repeats a chunk without an end. */
export function* repeat<T>(chunk: T): Generator<T, never, void> {
  for (;;) yield chunk;
}

/** Accepts every value. */
export const anything: ValueSchema = {
  is: () => true,
  "~collect": () => undefined,
  "~place": "#/any",
};

/** Accepts numbers. */
export const numbers: ValueSchema = {
  is: isNumber,
  "~collect": (value, path) => {
    if (!isNumber(value)) report(path, "type", "number", value);
  },
  "~place": "#/number",
};
