import { inputError } from "../core/failure.js";
import { fileProblem, UnfitFileError } from "../config/read-file.js";
import { maxLineBytes, maxTextLength } from "../text/limits.js";
import { detectData, detectLines, type Data } from "../validate/detect-data.js";
import type { DataFile } from "../validate/report.js";
import { openFile, readBytes } from "./files.js";

/**
 * Opens a data file. A file that ends with `.jsonl` or `.ndjson` holds JSON Lines, and is read while it
 * is checked. Any other file holds one JSON value.
 *
 * @param file The file.
 * @param stdin Standard input, which is read if the file has no path.
 * @param isJsonLines Whether it holds JSON Lines, regardless of its name and content.
 * @throws {InputError} If the file cannot be read; for JSON Lines, while the lines are read.
 */
export async function openData(
  file: DataFile,
  stdin: AsyncIterable<Uint8Array>,
  isJsonLines = false,
): Promise<Data> {
  const { path, name } = file;
  if (path === undefined) {
    const chunks = readable(stdin, name);
    return isJsonLines ? { kind: "lines", chunks } : detectData(chunks);
  }
  if (isJsonLines) return { kind: "lines", chunks: readable(openFile(path), name) };
  if (/\.(?:jsonl|ndjson)$/i.test(path)) {
    return detectLines(readable(openFile(path), name), maxLineBytes);
  }
  return { kind: "document", bytes: await readDocument(path, name) };
}

/** Reads a whole file. A pipe is read to its end. */
async function readDocument(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readBytes(path, { bytes: maxTextLength, fromStreams: true });
  } catch (error) {
    if (!(error instanceof UnfitFileError)) throw inputError([fileProblem(name, error)]);
    throw inputError([
      {
        code: "file-too-large",
        message: `${name} is too large to read as one JSON value`,
        help: "write it as JSON Lines, with one value on each line, into a file that ends with .jsonl",
      },
    ]);
  }
}

/** Yields the pieces of a stream. Throws if it turns out to be a directory, or cannot be read on. */
async function* readable(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* chunks;
  } catch (error) {
    throw inputError([fileProblem(name, error)]);
  }
}
