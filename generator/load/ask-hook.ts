import type { RetrieveHook } from "../config/hooks.js";
import { inputError } from "../core/failure.js";
import type { SourceText } from "../core/source-text.js";
import { withoutByteOrderMark } from "../text/decode.js";
import { sourceText } from "../text/source-text.js";
import type { Host } from "./host.js";

/**
 * Calls the `retrieve` hook for a file.
 *
 * @param uri The absolute URI of the file.
 * @returns The file, or undefined if the hook leaves it to Guardsmith.
 * @throws {InputError} `retrieve-failed`, if the hook throws, or returns something else.
 */
export async function askHook(
  hook: RetrieveHook | undefined,
  uri: string,
  { files }: Pick<Host, "files">,
): Promise<SourceText | undefined> {
  const answer = hook && (await ask(hook, uri));
  if (answer === undefined) return undefined;
  const path = files?.pathOf(uri);
  const name = files === undefined || path === undefined ? uri : files.nameOf(path);
  return sourceText({ uri, name }, withoutByteOrderMark(answer));
}

async function ask(hook: RetrieveHook, uri: string): Promise<string | undefined> {
  let answer: unknown;
  try {
    answer = await hook(uri);
  } catch (error) {
    throw failed(uri, error instanceof Error ? error.message : String(error));
  }
  if (answer === undefined || typeof answer === "string") return answer;
  throw failed(uri, "`retrieve` returned neither a string nor undefined");
}

function failed(uri: string, why: string): Error {
  const message = `cannot retrieve ${uri}: ${why}`;
  const help = "correct the reference, or the `retrieve` function";
  return inputError([{ code: "retrieve-failed", message, help }]);
}
