import type { Json } from "../../core/json.js";
import { InputError } from "../../core/failure.js";
import { positionIn } from "../../runtime/text-position.js";
import { decodeUtf8 } from "../../text/decode.js";
import { parseJson } from "../../text/parse-json.js";

/** The value of a JSON text, or why the text is not JSON. */
export type JsonText =
  | { readonly kind: "value"; readonly value: Json }
  | {
      readonly kind: "none";
      /** One sentence, without a full stop. */
      readonly reason: string;
      /** The line of the error, from 1, if it is known. */
      readonly line?: number;
    };

/**
 * Reads a JSON text in UTF-8.
 *
 * @param bytes The text, with or without a byte order mark.
 * @param name The name of its file, for messages.
 * @param firstLine The line of its file on which it begins.
 */
export function readJsonBytes(bytes: Uint8Array, name: string, firstLine = 1): JsonText {
  try {
    return readJsonText(decodeUtf8(bytes, name), firstLine);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { kind: "none", reason: error.diagnostics[0]?.message ?? error.message };
  }
}

/**
 * Reads a JSON text.
 *
 * @param text The text.
 * @param firstLine The line of its file on which it begins.
 */
export function readJsonText(text: string, firstLine = 1): JsonText {
  // An API sends this if a body is empty or was cut off.
  if (text.trim() === "") return { kind: "none", reason: "there is no value" };
  try {
    const value = parseJson({ uri: "data:", name: "data:", text, format: "json" }, firstLine);
    return { kind: "value", value };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [first] = error.diagnostics;
    const line = first?.offset && positionIn(text, first.offset.offset, firstLine).line;
    const reason = `it is not JSON: ${first?.message ?? error.message}`;
    return { kind: "none", reason, ...(line !== undefined && { line }) };
  }
}
