import type { Json } from "../../core/json.js";
import { maxLineBytes } from "../../text/limits.js";
import type { Data } from "../../validate/detect-data.js";
import { misnamed } from "../../validate/validate-files.js";
import { isBlank, splitLines } from "../../validate/split-lines.js";
import type { SampleOrigin } from "../sample.js";
import { readJsonBytes, type JsonText } from "./json-text.js";

/** A recorded value, or a text that is not JSON. */
export interface RecordedValue {
  readonly origin: SampleOrigin;
  readonly text: JsonText;
}

/**
 * Wraps values that are already in memory.
 *
 * @param values The values.
 * @param name The name of the values in reports.
 */
export function givenValues(values: readonly Json[], name: string): readonly RecordedValue[] {
  return values.map((value, index) => ({
    origin: { file: name, pointer: `/${index}` },
    text: { kind: "value", value },
  }));
}

/**
 * Reads the values of a file.
 *
 * @param data The content of the file: one JSON value, or one on each line.
 * @param name The file as the user knows it.
 * @returns The values, including texts that are not JSON. Blank lines are skipped.
 * @throws {InputError} If the file cannot be read.
 */
export async function recordedValues(data: Data, name: string): Promise<readonly RecordedValue[]> {
  if (data.kind === "document") {
    const text = readJsonBytes(data.bytes, name);
    // Only an error needs a line: a value is the whole file.
    const line = text.kind === "none" ? text.line : undefined;
    const origin = { file: name, pointer: "", ...(line !== undefined && { line }) };
    return [{ origin, text }];
  }
  if (data.kind === "misnamed") {
    const reason = `it is ${misnamed(data.lines).message}`;
    return [{ origin: { file: name, pointer: "" }, text: { kind: "none", reason } }];
  }
  const values: RecordedValue[] = [];
  for await (const { number, bytes } of splitLines(data.chunks, maxLineBytes)) {
    const origin = { file: name, line: number, pointer: "" };
    if (bytes === undefined) values.push({ origin, text: tooLong });
    else if (!isBlank(bytes)) values.push({ origin, text: readJsonBytes(bytes, name, number) });
  }
  return values;
}

const tooLong: JsonText = {
  kind: "none",
  reason: `the line is longer than ${maxLineBytes / 1024 / 1024} MiB`,
};
