import { inputError } from "../core/failure.js";
import { fileProblem, UnfitFileError } from "../config/read-file.js";
import { maxLineBytes, maxTextLength } from "../text/limits.js";
import { detectData, detectLines, type Data } from "../validate/detect-data.js";
import type { DataFile } from "../validate/finding.js";
import { openFile, readBytes } from "./files.js";

/**
 * Opens a data file. One that ends with `.jsonl` or `.ndjson` holds JSON Lines, and is read while
 * it is checked; any other file holds one JSON value.
 *
 * @param file The file.
 * @param stdin What is read in place of a file that has no path.
 * @param isJsonLines Whether it holds JSON Lines, whatever its name and its content say.
 * @throws InputError when the file cannot be read; where it holds lines, while these are read.
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

/** Reads a file that a person named: a pipe is read to its end. */
async function readDocument(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readBytes(path, { bytes: maxTextLength, fromStreams: true });
  } catch (error) {
    if (!(error instanceof UnfitFileError)) throw inputError([fileProblem(name, error)]);
    throw inputError([
      {
        code: "file-too-large",
        message: `${name} is too large to be read as one JSON value`,
        help: "write it as JSON Lines, one value on each line, into a file that ends with .jsonl",
      },
    ]);
  }
}

/** The pieces of a stream, which may turn out to be one of a directory, or break off. */
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
