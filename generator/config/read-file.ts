import { inputError, type Problem } from "../core/failure.js";
import type { FileHook } from "./file-hook.js";

/** Which files are read, and how much of them. */
export interface ReadLimits {
  /** The largest size, in bytes. Default: 64 MiB. */
  readonly bytes?: number;
  /**
   * Whether a pipe or a device is read to its end, as it may be where a person names it on the command
   * line. Default: no; opening it then waits for nobody.
   */
  readonly fromStreams?: boolean;
}

/** Thrown for a file that is there, but is none to read. */
export class UnfitFileError extends Error {
  override readonly name: string = "UnfitFileError";
  readonly code: "not-ordinary" | "too-large";

  /**
   * @param code What is wrong with it.
   * @param limit The largest size, in bytes.
   */
  constructor(code: UnfitFileError["code"], limit: number) {
    super(code === "too-large" ? `larger than ${limit} bytes` : "not an ordinary file");
    this.code = code;
  }
}

/**
 * Reads a file, and says what it means if that fails.
 *
 * @param path Its absolute path.
 * @param name The file as the user knows it, for the error.
 * @param read Reads the bytes of a file.
 * @param onFile Is called with what was read, also if that is nothing.
 * @returns Its bytes.
 * @throws InputError when it is not there, cannot be read, or is none to read.
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
 * Says what an error of the file system means.
 *
 * @param name The file as the user knows it.
 * @param error What was thrown.
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
        help: "name the file in it that is meant",
      };
    case "EACCES":
    case "EPERM":
      return {
        code: "file-unreadable",
        message: `${name} cannot be read: permission denied`,
        help: "give yourself the permission to read it",
      };
    // A socket cannot even be opened.
    case "ENXIO":
    case "not-ordinary":
      return {
        code: "file-unreadable",
        message: `${name} is not an ordinary file`,
        help: "name an ordinary file: a pipe, a device or a socket may never end",
      };
    case "too-large":
      return {
        code: "file-too-large",
        message: `${name} is ${error instanceof Error ? error.message : "too large"}`,
        help: "check that it is the file that is meant, or split it",
      };
    default:
      return {
        code: "file-unreadable",
        message: `${name} cannot be read: ${systemCode}`,
        help: "check that it is an ordinary file that other programs can read",
      };
  }
}
