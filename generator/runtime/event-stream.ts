import type { Issue } from "./issue.js";
import { bodyError } from "./read-body.js";
import { decodePieces, splitChunks, type TextChunks } from "./text-chunks.js";
import { refuse } from "./write-body.js";

/** A server-sent event, with the fields that were sent. */
export interface ServerSentEvent {
  /** The type of the event. */
  readonly event?: string;
  /** The lines of data, with LF between them. */
  readonly data: string;
  readonly id?: string;
  /** After how many milliseconds to connect again. */
  readonly retry?: number;
}

/** A server-sent event before it is checked; or why it cannot be read. */
export type ReadEvent =
  | { readonly event: ServerSentEvent; readonly issues?: undefined }
  | { readonly event?: undefined; readonly issues: readonly Issue[] };

/**
 * Parses an event stream one event at a time. Events without data are left out. Other than in the
 * specification, bytes that are not UTF-8 are an issue, and so is an event that is not complete at the end
 * of the stream.
 *
 * @param onGrowth - Is called with the size of an event so far. It may throw.
 * @param end - The data of an event that ends the stream.
 * @see {@link https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream | HTML, Parsing an event stream}
 */
export async function* readEvents(
  chunks: TextChunks,
  onGrowth: (size: number) => void,
  end?: string,
): AsyncGenerator<ReadEvent, void, void> {
  let block = emptyBlock;
  let isFirst = true;
  let isAfterReturn = false;
  const limit = (size: number): void => onGrowth(block.size + size);
  for await (const { pieces, end: lineEnd } of splitChunks(chunks, [0x0a, 0x0d], limit)) {
    const { text, isUtf8 } = decodePieces(pieces);
    const line = isFirst && text.startsWith("\ufeff") ? text.slice(1) : text;
    isFirst = false;
    // CR LF is one line end.
    const isRestOfEnd = isAfterReturn && lineEnd === 0x0a && line === "";
    isAfterReturn = lineEnd === 0x0d;
    if (isRestOfEnd) continue;
    if (line !== "" && !line.startsWith(":")) {
      const size = pieces.reduce((sum, { length }) => sum + length, block.size);
      const fields = isUtf8 ? addField(block.fields, line) : block.fields;
      block = { fields, size, isUtf8: isUtf8 && block.isUtf8 };
    }
    const isAtEnd = lineEnd === undefined;
    if (line !== "" && !isAtEnd) continue;
    const { fields, size } = block;
    if (hasData(fields) && fields.data === end) return;
    if (!block.isUtf8) yield bodyError("body", "text in UTF-8", "other bytes");
    else if (isAtEnd && size > 0) yield bodyError("body", "a blank line", endInside);
    else if (hasData(fields)) yield { event: fields };
    block = emptyBlock;
  }
}

const endInside = "the end of the stream inside an event";

/** The lines since the last blank line, without comments. */
interface Block {
  readonly fields: Partial<ServerSentEvent>;
  /** The size of the lines. */
  readonly size: number;
  readonly isUtf8: boolean;
}

const emptyBlock: Block = { fields: {}, size: 0, isUtf8: true };

function hasData(fields: Partial<ServerSentEvent>): fields is ServerSentEvent {
  return fields.data !== undefined;
}

/** Returns the fields with that of a line, unless it is unknown or its value is not allowed. */
function addField(fields: Partial<ServerSentEvent>, line: string): Partial<ServerSentEvent> {
  const [, name, value = ""] = /^([^:]*):? ?([^]*)$/.exec(line) ?? [];
  switch (name) {
    case "data":
      return { ...fields, data: fields.data === undefined ? value : `${fields.data}\n${value}` };
    case "event":
      return { ...fields, event: value };
    case "id":
      return value.includes("\0") ? fields : { ...fields, id: value };
    case "retry":
      return /^\d+$/.test(value) ? { ...fields, retry: Number(value) } : fields;
    default:
      return fields;
  }
}

/**
 * Writes an event.
 *
 * @throws TypeError if it has a value that its format does not allow.
 */
export function writeEvent({ data, event, id, retry }: Partial<ServerSentEvent>): string {
  let text = "";
  const add = (name: string, value: string | number | undefined, isValid: RegExp): void => {
    if (value === undefined) return;
    const line = String(value);
    if (!isValid.test(line)) refuse(`a value that the field "${name}" of an event can have`, value);
    text += `${name}: ${line}\n`;
  };
  add("event", event, /^[^\r\n]*$/);
  add("id", id, /^[^\r\n\0]*$/);
  add("retry", retry, /^\d+$/);
  if (typeof data !== "string") refuse("an event with data", data);
  for (const line of data.split("\n")) add("data", line, /^[^\r]*$/);
  return `${text}\n`;
}
