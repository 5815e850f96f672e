import type { BodyOptions } from "./body.js";
import { isFile, textFor } from "./multipart-schema.js";
import type { ParameterShape } from "./parameter-style.js";
import { readJson } from "./parse.js";
import { ValidationError } from "./validation-error.js";
import { isArray } from "./values.js";
import { refuse, writeJson } from "./write-body.js";

/** The content of a part of a form. */
export type PartContent = string | Blob;

/** How a field of a form is written as parts, and read. */
export interface PartCodec {
  /** @throws TypeError if the value has no form. */
  readonly write: (value: unknown) => readonly PartContent[];
  /**
   * Reads the parts with the name of the field, at least one. What the schema does not accept is left as it
   * is, so that the schema can say so.
   *
   * @param is - Tells whether the schema of the field accepts a value.
   * @throws {@link ValidationError} if a part cannot be read.
   */
  readonly read: (
    parts: readonly PartContent[],
    is: (value: unknown) => boolean,
    options?: BodyOptions,
  ) => unknown;
  /** Whether the value is a file, or a list of files. */
  readonly isFile?: boolean;
}

/**
 * A part that is text, or several parts for a list of texts.
 *
 * @param shape - What the texts are made into.
 */
export function textPart(shape: ParameterShape): PartCodec {
  const context = {
    name: "",
    explode: true,
    isApart: true,
    separator: ",",
    source: { location: "query", pairs: [], others: new Set<string>() },
    encode: (text: string): string => text,
    decode: (text: string): string => text,
    write: (text: string): readonly string[] => [text],
  } as const;
  return {
    write: (value) => shape.write(value, context),
    read: (parts, is) => {
      if (!parts.every((part) => typeof part === "string")) return plain(parts);
      const value = shape.read({ ...context, texts: parts }, is);
      // A second text is not lost.
      return parts.length > 1 && !isArray(value) ? parts : value;
    },
  };
}

/**
 * A part that is JSON.
 *
 * @param mediaType - A media type for JSON. Default: `application/json`.
 */
export function jsonPart(mediaType = "application/json"): PartCodec {
  return {
    write: (value) => [new Blob([writeJson(value)], { type: mediaType })],
    read: async (parts, _is, options) => {
      const [part] = parts;
      if (parts.length !== 1 || part === undefined) return parts;
      const text = typeof part === "string" ? part : await part.text();
      const { value, issue } = readJson(text, 1, options);
      if (issue !== undefined) throw new ValidationError("part", [issue]);
      return value;
    },
  };
}

/**
 * A part that is a file: a `Blob`, or a `File`, which has a name; or several parts for a list of files. A
 * single part is a list if the schema accepts only that.
 *
 * @param mediaType - The media type of a file without one.
 */
export function filePart(mediaType = ""): PartCodec {
  const writeFile = (value: unknown): Blob => {
    if (!isFile(value)) return refuse("a Blob", value);
    if (value.type !== "" || mediaType === "") return value;
    const name = "name" in value ? String(value.name) : undefined;
    return name === undefined
      ? new Blob([value], { type: mediaType })
      : new File([value], name, { type: mediaType });
  };
  return {
    write: (value) => (isArray(value) ? value.map(writeFile) : [writeFile(value)]),
    read: (parts, is) => {
      const value = plain(parts);
      // The schema decides about texts in place of files.
      const text = textFor(value);
      return is(text) || !is([text]) ? value : parts;
    },
    isFile: true,
  };
}

/**
 * A list with a part for each item.
 *
 * @param item - How an item is written and read.
 */
export function listPart(item: PartCodec): PartCodec {
  return {
    write: (value) => (isArray(value) ? value.flatMap(item.write) : refuse("a list", value)),
    read: (parts, is, options) => Promise.all(parts.map((part) => item.read([part], is, options))),
    ...(item.isFile === true && { isFile: true }),
  };
}

/** The only part; several, so that none is lost. */
function plain(parts: readonly PartContent[]): unknown {
  return parts.length === 1 ? parts[0] : parts;
}
