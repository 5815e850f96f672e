import type { BodyCodec } from "./body.js";
import { readItems, streamSchema, writeItems, type ReadItem } from "./body-items.js";
import { readEvents, writeEvent, type ServerSentEvent } from "./event-stream.js";
import type { ValueSchema } from "./parameter.js";
import { readJson, type JsonOptions } from "./parse.js";
import { isObject } from "./values.js";
import { refuse, writeJson } from "./write-body.js";

/** Options of an event stream. */
export interface EventStreamOptions {
  /**
   * What the schema describes:
   * - `data`: the JSON in the data of an event,
   * - `text`: the data itself, for a schema that accepts only texts,
   * - `event`: an object with the fields of an event: `{ event?, data, id?, retry? }`. Its data is text,
   *   or, if the schema does not accept that, the JSON in it.
   */
  readonly of: "data" | "text" | "event";
  /**
   * The data of an event after the last item: `[DONE]`. It is written; a stream that is read may also end
   * without it. Default: none.
   */
  readonly end?: string | undefined;
}

/**
 * Makes the codec of server-sent events: an iterable or async iterable of items when it is written, an
 * async iterable when it is read.
 *
 * @param schema - The schema of an item.
 *
 * @see {@link https://html.spec.whatwg.org/multipage/server-sent-events.html | HTML, Server-sent events}
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#server-sent-event-streams | OpenAPI 3.2, Server-Sent Event Streams}
 */
export function eventStreamBody(schema: ValueSchema, { of, end }: EventStreamOptions): BodyCodec {
  const mediaType = "text/event-stream";
  const write = (item: unknown): string => {
    if (of === "data") return writeEvent({ data: writeJson(item) });
    if (of === "text") return writeEvent({ data: textOf(item) });
    if (!isObject(item)) return refuse("an event with data", item);
    const { data } = item;
    return writeEvent({ ...item, data: typeof data === "string" ? data : writeJson(data) });
  };
  const read = (event: ServerSentEvent, options?: JsonOptions): ReadItem => {
    const { data } = event;
    if (of === "text") return { value: data };
    if (of === "event" && schema.is(event)) return { value: event };
    const { value, issue } = readJson(data, 1, options);
    if (of === "event") return { value: issue === undefined ? { ...event, data: value } : event };
    return issue === undefined ? { value } : { issues: [issue] };
  };
  return {
    mediaType,
    schema: streamSchema(schema),
    isStream: true,
    write: (items, options) => ({
      body: writeItems(
        items,
        schema,
        options,
        write,
        end === undefined ? end : writeEvent({ data: end }),
      ),
      contentType: mediaType,
    }),
    read: (message, options) =>
      readItems(message, schema, options, async function* (chunks, onGrowth) {
        for await (const { event, issues } of readEvents(chunks, onGrowth, end)) {
          yield issues === undefined ? read(event, options) : { issues };
        }
      }),
  };
}

function textOf(item: unknown): string {
  return typeof item === "string" ? item : refuse("a text", item);
}
