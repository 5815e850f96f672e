import { inputError, type Problem } from "../core/failure.js";
import type { FileHook } from "./file-hook.js";

/** The limits of reading a file. */
export interface ReadLimits {
  /** The largest size, in bytes. Default: 64 MiB. */
  readonly bytes?: number;
  /**
   * Whether to read pipes and devices to their end, which the user may name on the command line. Default: false,
   * which also does not wait for a writer of a pipe.
   */
  readonly fromStreams?: boolean;
}

/** Thrown for an existing file that should not be read. */
export class UnfitFileError extends Error {
  override readonly name: string = "UnfitFileError";
  readonly code: "not-ordinary" | "too-large";

  /**
   * @param code Why it should not be read.
   * @param limit The largest size, in bytes.
   */
  constructor(code: UnfitFileError["code"], limit: number) {
    super(code === "too-large" ? `larger than ${limit} bytes` : "not a regular file");
    this.code = code;
  }
}

/**
 * Reads a file, and explains errors.
 *
 * @param path Its absolute path.
 * @param name The file as the user knows it, for the error.
 * @param read Reads the bytes of a file.
 * @param onFile Is called with the bytes, or undefined if the file cannot be read.
 * @returns Its bytes.
 * @throws {InputError} If it does not exist, or cannot or should not be read.
 */
export async function readFileBytes(
  path: string,
  name: string,
  read: (path: string) => Promise<Uint8Array>,
  onFile?: FileHook,
): Promise<Uint8Array> {
  try {
    const bytes = await read(path);
    onFile?.(path, bytes);
    return bytes;
  } catch (error) {
    onFile?.(path, undefined);
    throw inputError([fileProblem(name, error)]);
  }
}

/**
 * Returns the problem for an error of the file system.
 *
 * @param name The file as the user knows it.
 * @param error The error.
 */
export function fileProblem(name: string, error: unknown): Problem {
  const systemCode = error instanceof Error && "code" in error ? String(error.code) : String(error);
  switch (systemCode) {
    case "ENOENT":
    case "ENOTDIR":
      return {
        code: "file-not-found",
        message: `there is no file ${name}`,
        help: "check the path; it is relative to the working directory or to the config file",
      };
    case "EISDIR":
      return {
        code: "file-unreadable",
        message: `${name} is a directory`,
        help: "name a file in it",
      };
    case "EACCES":
    case "EPERM":
      return {
        code: "file-unreadable",
        message: `${name} cannot be read: permission denied`,
        help: "make the file readable for your user",
      };
    // A socket cannot even be opened.
    case "ENXIO":
    case "not-ordinary":
      return {
        code: "file-unreadable",
        message: `${name} is not a regular file`,
        help: "name a regular file: a pipe, a device or a socket may never end",
      };
    case "too-large":
      return {
        code: "file-too-large",
        message: `${name} is ${error instanceof Error ? error.message : "too large"}`,
        help: "check that it is the right file, or split it",
      };
    default:
      return {
        code: "file-unreadable",
        message: `${name} cannot be read: ${systemCode}`,
        help: "check that it is a regular file that other programs can read",
      };
  }
}
