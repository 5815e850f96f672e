import { inputError, type Problem } from "../core/failure.js";
import type { FileHook } from "./file-hook.js";

/**
 * Reads a file, and says what it means if that fails.
 *
 * @param path Its absolute path.
 * @param name The file as the user knows it, for the error.
 * @param read Reads the bytes of a file.
 * @param onFile Is called with what was read, also if that is nothing.
 * @returns Its bytes.
 * @throws InputError when it is not there or cannot be read.
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
    case "EFTYPE":
      return {
        code: "file-unreadable",
        message: `${name} is no ordinary file`,
        help: "name an ordinary file: a device or a pipe may never end",
      };
    case "EFBIG":
      return {
        code: "file-too-large",
        message: `${name} is larger than 10 MB`,
        help: "check that it is the right file",
      };
    case "EACCES":
    case "EPERM":
      return {
        code: "file-unreadable",
        message: `${name} cannot be read: permission denied`,
        help: "give yourself the permission to read it",
      };
    default:
      return {
        code: "file-unreadable",
        message: `${name} cannot be read: ${systemCode}`,
        help: "check that it is an ordinary file that other programs can read",
      };
  }
}
