import type { SourceText } from "../core/source-text.js";
import { InputError, inputError } from "../core/failure.js";
import { decodeUtf8 } from "../text/decode.js";
import type { FileHook } from "./file-hook.js";
import { nameOfPath, readBytes } from "./disk.js";
import { readFileBytes } from "./read-file.js";

/** The pointer of the setting. */
const pointer = "/package/licenseFile";

/** What reading a licence depends on besides its path. */
interface ReadLicenseOptions {
  /** The working directory, absolute. */
  readonly cwd: string;
  /** The config file that names the licence, where errors are shown. */
  readonly source?: SourceText | undefined;
  /** Is called with the bytes, or undefined if the file cannot be read. */
  readonly onFile?: FileHook | undefined;
}

/**
 * Reads the text of the licence that the package is published under.
 *
 * @param path The absolute path of the file: UTF-8, with any line ends.
 * @param options The working directory, and the config that names the file.
 * @returns The text, with LF as line ends.
 * @throws {InputError} If it does not exist, cannot be read, or is not UTF-8.
 */
export async function readLicense(
  path: string,
  { cwd, source, onFile }: ReadLicenseOptions,
): Promise<string> {
  const name = nameOfPath(path, cwd);
  try {
    const bytes = await readFileBytes(path, name, readBytes, onFile);
    return decodeUtf8(bytes, name).replaceAll("\r\n", "\n");
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const help = "`package.licenseFile` is the path of a text file, relative to the config file";
    throw inputError(
      error.diagnostics.map(({ code, message }) => ({
        code,
        message,
        help,
        ...(source !== undefined && { place: { uri: source.uri, pointer } }),
      })),
      source,
    );
  }
}
