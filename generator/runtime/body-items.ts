import type { BodyOptions, ReadBody } from "./body.js";
import { cancel, chunksOf, openBody, sizeError } from "./body-chunks.js";
import { collect, report } from "./collect.js";
import type { Issue } from "./issue.js";
import type { ValueSchema } from "./parameter.js";
import { readValue } from "./read-body.js";
import type { TextChunks } from "./text-chunks.js";
import { ValidationError } from "./validation-error.js";
import { refuse } from "./write-body.js";

/** An item of a stream before it is checked: its value, or why it cannot be read. */
export type ReadItem =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly value?: undefined; readonly issues: readonly Issue[] };

/** Splits a body into items. `onGrowth` has to be called with the size of an item while it is read. */
export type ItemReader = (
  chunks: TextChunks,
  onGrowth: (size: number) => void,
) => AsyncIterable<ReadItem>;

/**
 * Reads a body as an async iterable of items, with only one item in memory. The first item that cannot be
 * read, or is too large, throws a {@link ValidationError}; with `onInvalidItem`, an item that cannot be
 * read is skipped. Where the caller ends the loop, the body is cancelled.
 */
export function readItems(
  message: Request | Response,
  schema: ValueSchema,
  options: BodyOptions | undefined,
  read: ItemReader,
): Promise<ReadBody> {
  return readValue(() => iterate(message, schema, options, read));
}

function iterate(
  message: Request | Response,
  schema: ValueSchema,
  options: BodyOptions | undefined,
  read: ItemReader,
): AsyncIterable<unknown> {
  const { maxBytes = Infinity } = options ?? {};
  const reader = openBody(message);
  const end = { done: true, value: undefined } as const;
  let isCancelled = false;
  const onGrowth = (size: number): void => {
    if (size > maxBytes) throw sizeError(maxBytes, "more");
  };
  async function* checkItems(): AsyncGenerator<unknown, void, void> {
    let index = 0;
    for await (const { value, issues } of read(chunksOf(reader, message), onGrowth)) {
      // The rest of the last item is nobody's fault.
      if (isCancelled) return;
      if (issues === undefined) checkItem(schema, value, index, options);
      else if (options?.onInvalidItem) options.onInvalidItem(issues, index);
      else throw new ValidationError("item", issues);
      if (issues === undefined) yield value;
      index += 1;
    }
  }
  const items = checkItems();
  const value: AsyncIterator<unknown, void, void> & AsyncIterable<unknown> = {
    next: async () => {
      try {
        return isCancelled ? end : await items.next();
      } catch (error) {
        if (isCancelled) return end;
        throw error;
      }
    },
    // A generator would wait for the next item first.
    return: () => {
      isCancelled = true;
      cancel(reader);
      return Promise.resolve(end);
    },
    [Symbol.asyncIterator]: () => value,
  };
  return value;
}

/**
 * Writes items to a stream, each when the stream is read. If the stream is cancelled, the iterator of the
 * items is closed.
 *
 * @param items - An iterable or an async iterable.
 * @param write - Returns the text of an item.
 * @param end - The text after the last item.
 * @throws TypeError if `items` is not iterable.
 */
export function writeItems(
  items: unknown,
  schema: ValueSchema,
  options: BodyOptions | undefined,
  write: (item: unknown) => string,
  end = "",
): ReadableStream<Uint8Array> {
  if (!isIterable(items)) refuse(expected, items);
  const iterator = items[Symbol.asyncIterator]?.() ?? items[Symbol.iterator]?.();
  const encoder = new TextEncoder();
  let index = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await iterator?.next();
        if (next === undefined || next.done === true) {
          if (end !== "") controller.enqueue(encoder.encode(end));
          controller.close();
          return;
        }
        try {
          checkItem(schema, next.value, index, options);
          controller.enqueue(encoder.encode(write(next.value)));
        } catch (error) {
          await iterator?.return?.();
          throw error;
        }
        index += 1;
      },
      cancel: async () => {
        await iterator?.return?.();
      },
    },
    // Nothing is taken from the iterator before somebody reads.
    { highWaterMark: 0 },
  );
}

function checkItem(
  schema: ValueSchema,
  value: unknown,
  index: number,
  options: BodyOptions | undefined,
): void {
  const { onInvalidItem } = options ?? {};
  if (onInvalidItem && !schema.is(value)) onInvalidItem(collect(schema, value, options), index);
}

/** Returns the schema of a stream of items, which are checked only when they are read or written. */
export function streamSchema({ "~place": place }: ValueSchema): ValueSchema {
  return {
    is: isIterable,
    "~collect": (value, at) => {
      if (!isIterable(value)) report(at, "type", expected, value);
    },
    "~place": place,
  };
}

const expected = "an iterable or an async iterable of items";

function isIterable(value: unknown): value is Partial<Iterable<unknown> & AsyncIterable<unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    (Symbol.asyncIterator in value || Symbol.iterator in value)
  );
}
