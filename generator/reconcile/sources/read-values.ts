import { maxLineBytes } from "../../text/limits.js";
import type { DataFile } from "../../validate/finding.js";
import { openData } from "../../validate/read-data.js";
import { splitLines } from "../../validate/split-lines.js";
import type { SampleOrigin } from "../sample.js";
import { readJsonBytes, type JsonText } from "./json-text.js";

/** What stands in a file, or on one of its lines. */
export interface FileValue {
  readonly origin: SampleOrigin;
  readonly text: JsonText;
}

/**
 * Reads the values of a file: JSON Lines, if its name ends with `.jsonl` or `.ndjson`, or else one
 * value; of standard input, the content decides.
 *
 * @param file The file.
 * @param stdin What is read in place of a file that has no path.
 * @returns The values, those that are no JSON among them. Lines that are blank are none.
 * @throws InputError when the file cannot be read.
 */
export async function readValues(
  file: DataFile,
  stdin: AsyncIterable<Uint8Array>,
): Promise<readonly FileValue[]> {
  const data = await openData(file, stdin);
  if (data.kind === "document") {
    const text = readJsonBytes(data.bytes, file.name);
    // A slip has a line to look at; a value that is all of the file has none.
    const line = text.kind === "none" ? text.line : undefined;
    const origin = { file: file.name, pointer: "", ...(line !== undefined && { line }) };
    return [{ origin, text }];
  }
  const values: FileValue[] = [];
  for await (const { number, bytes } of splitLines(data.chunks, maxLineBytes)) {
    const origin = { file: file.name, line: number, pointer: "" };
    if (bytes === undefined) values.push({ origin, text: tooLong });
    else if (!isBlank(bytes)) values.push({ origin, text: readJsonBytes(bytes, file.name) });
  }
  return values;
}

const tooLong: JsonText = {
  kind: "none",
  reason: `the line is longer than ${maxLineBytes / 1024 / 1024} MiB`,
};

/** Whether there is only what JSON takes for white space. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => [0x20, 0x09, 0x0a, 0x0d].includes(byte));
}
