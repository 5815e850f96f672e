import { mediaTypeOf } from "./media-types.js";
import { isArray, isObject } from "./values.js";

/** A stream of Node.js with the body of a request. */
export interface NodeStream {
  readonly pause: () => unknown;
  readonly resume: () => unknown;
  readonly on: (event: string, listener: (value: unknown) => void) => unknown;
}

/** A file as multer keeps it in memory. */
interface UploadedFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly mimetype: string;
  readonly buffer: Uint8Array;
}

/** The body of a `Request` that is made of values of a framework. */
export type ConsumedBody = string | Uint8Array | URLSearchParams | FormData;

/**
 * Reads a body chunk by chunk, when it is asked for. What is left of a body that is cancelled is discarded,
 * so that the client can read the response while it still sends.
 */
export function streamOf(stream: NodeStream): ReadableStream<Uint8Array> {
  let state: "new" | "open" | "closed" = "new";
  const close = (action: () => void): void => {
    if (state === "open") action();
    state = "closed";
  };
  const open = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    state = "open";
    stream.pause();
    stream.on("data", (chunk) => {
      if (state !== "open") return;
      stream.pause();
      // Without an encoding, the chunks are bytes.
      controller.enqueue(chunk as Uint8Array);
    });
    const fail = (error: unknown): void => close(() => controller.error(error));
    stream.on("end", () => close(() => controller.close()));
    stream.on("error", fail);
    stream.on("close", () => fail(new TypeError("the request ended before its body")));
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (state === "new") open(controller);
        stream.resume();
      },
      cancel: () => {
        state = "closed";
        stream.resume();
      },
    },
    // Nothing is read in advance.
    { highWaterMark: 0 },
  );
}

/**
 * Makes a body of what a framework has read: bytes and texts as they are, JSON values as JSON, the fields of
 * forms as a form.
 *
 * @param value - What the framework offers as the body.
 * @param files - The files of a multipart body, as multer keeps them in memory.
 * @throws TypeError if there is no way back to the body, with what to do.
 */
export function writeConsumed(value: unknown, contentType: string, files: unknown): ConsumedBody {
  const mediaType = mediaTypeOf(contentType);
  if (value instanceof Uint8Array) return value;
  if (/[/+]json$/.test(mediaType) && value !== undefined) return JSON.stringify(value);
  if (typeof value === "string") return value;
  if (mediaType === "application/x-www-form-urlencoded" && isObject(value)) {
    const fields = new URLSearchParams();
    addFields(value, (name, text) => fields.append(name, text));
    return fields;
  }
  if (mediaType === "multipart/form-data" && (isObject(value) || files !== undefined)) {
    const form = new FormData();
    if (isObject(value)) addFields(value, (name, text) => form.append(name, text));
    for (const file of uploaded(files)) {
      const { fieldname, originalname, mimetype, buffer } = file;
      form.append(fieldname, new Blob([buffer.slice()], { type: mimetype }), originalname);
    }
    return form;
  }
  throw new TypeError(
    `the framework has read the body (${mediaType || "without a media type"}) and does not offer it; ` +
      "keep its parser from this route, or pass the bytes as rawBody",
  );
}

/** Adds the texts of fields. The names of nested ones are in brackets, as qs reads them. */
function addFields(
  fields: Record<string, unknown>,
  append: (name: string, text: string) => void,
): void {
  const add = (name: string, value: unknown): void => {
    if (typeof value === "string") append(name, value);
    else if (isArray(value) && value.every((item) => typeof item === "string")) {
      for (const item of value) append(name, item);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) add(`${name}[${key}]`, item);
    }
  };
  for (const [name, value] of Object.entries(fields)) add(name, value);
}

/** The files that multer has put in a request: one, a list, or lists by field. */
function uploaded(files: unknown): readonly UploadedFile[] {
  if (files === undefined) return [];
  const list = isObject(files) && !("fieldname" in files) ? Object.values(files) : [files];
  const all = list.flat() as readonly Partial<UploadedFile>[];
  return all.map((file) => {
    const { buffer, fieldname = "", originalname = "", mimetype = "" } = file;
    if (buffer === undefined) {
      throw new TypeError("a file is not in memory: use multer.memoryStorage()");
    }
    return { buffer, fieldname, originalname, mimetype };
  });
}
