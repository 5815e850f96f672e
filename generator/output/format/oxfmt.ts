import { inputError, type InputError } from "../../core/failure.js";
import { packageVersion } from "../version.js";

/** Options of oxfmt, by their names. */
export type OxfmtOptions = Readonly<Record<string, unknown>>;

/** The part of oxfmt that is used. */
export interface Oxfmt {
  /** Formats a text. After errors, `code` is the unchanged text. */
  readonly format: (
    fileName: string,
    text: string,
    options: OxfmtOptions,
  ) => Promise<{ readonly code: string; readonly errors: readonly OxfmtError[] }>;
}

interface OxfmtError {
  readonly message: string;
  readonly codeframe: string | null;
}

/** Imports oxfmt. */
export type ImportOxfmt = () => Promise<Oxfmt>;

/** Imports the oxfmt that Guardsmith depends on. */
export const importOxfmt: ImportOxfmt = () => import("oxfmt");

/**
 * Loads oxfmt, with its native binding.
 *
 * @throws {InputError} `missing-formatter`
 */
export async function loadOxfmt(importIt: ImportOxfmt): Promise<Oxfmt> {
  try {
    const oxfmt = await importIt();
    // The first call loads the binding.
    await withFrugalAllocator(() => oxfmt.format("empty.json", "{}", {}));
    return oxfmt;
  } catch (error) {
    throw missingFormatter(error);
  }
}

/**
 * Configures mimalloc, the allocator of the binding, to take memory as needed while the binding is loaded.
 * Otherwise each of its twenty threads gets huge pages of its own: 60 MB more in all.
 *
 * @see https://github.com/microsoft/mimalloc#environment-options
 */
async function withFrugalAllocator(load: () => Promise<unknown>): Promise<void> {
  const chosen = process.env.MIMALLOC_ARENA_EAGER_COMMIT;
  process.env.MIMALLOC_ARENA_EAGER_COMMIT = chosen ?? "0";
  try {
    await load();
  } finally {
    if (chosen === undefined) delete process.env.MIMALLOC_ARENA_EAGER_COMMIT;
  }
}

/** The beginning of oxfmt's errors about options. All others are about the text. */
const aboutOptions = "Failed to parse configuration: ";

/**
 * Formats a text with oxfmt.
 *
 * @param fileName The path of the file, whose extension decides the language.
 * @param unusable Returns an error about the settings.
 * @throws {SyntaxError} If the text cannot be parsed.
 */
export async function formatByOxfmt(
  { format }: Oxfmt,
  { path, text }: { readonly path: string; readonly text: string },
  options: OxfmtOptions,
  unusable: (reason: string) => Error,
): Promise<string> {
  const { code, errors } = await format(path, text, options);
  const [error] = errors;
  if (error === undefined) return code;
  const { message, codeframe } = error;
  if (message.startsWith(aboutOptions)) throw unusable(message.slice(aboutOptions.length));
  throw new SyntaxError(`${path}: ${message}${codeframe ?? ""}`);
}

/** A line between modules that are formatted in one call. */
const boundary = "// The next module.";
const aroundBoundary = /\s*^\/\/ The next module\.$\s*/m;

/**
 * Formats modules in one call: a call takes longer than formatting a module.
 *
 * @param fileName The path of one of them, whose extension decides the language.
 * @param texts The modules.
 * @param options The options. They must not reorder statements.
 * @returns The modules in their order. Undefined if they have to be formatted one by one: because of an
 *   error, or because a module has the line that separates them.
 */
export async function formatTogether(
  { format }: Oxfmt,
  fileName: string,
  texts: readonly string[],
  options: OxfmtOptions,
): Promise<readonly string[] | undefined> {
  const { code, errors } = await format(fileName, texts.join(`\n${boundary}\n`), options);
  const parts = code.split(aroundBoundary);
  if (errors.length > 0 || parts.length !== texts.length) return undefined;
  const lineEnd = code.slice(code.trimEnd().length);
  return parts.map((part) => (part === "" ? "" : part.trimEnd() + lineEnd));
}

/** Returns an error that names the missing package, by the messages of the loader. */
function missingFormatter(error: unknown): InputError {
  const [reason = "unknown reason"] = messagesOf(error);
  const [binding] = /@oxfmt\/binding-(?!wasm)[\w-]+/.exec(messagesOf(error).join("\n")) ?? [];
  const packages = ["oxfmt", ...(binding === undefined ? [] : [binding])];
  const version = packageVersion("oxfmt");
  const wanted = packages.map((name) => (version === undefined ? name : `${name}@${version}`));
  return inputError([
    {
      code: "missing-formatter",
      message: `the formatter oxfmt cannot be loaded: ${reason.split("\n")[0] ?? ""}`,
      help: `run \`npm install ${wanted.join(" ")}\`, or set \`format: none\` to write files without a formatter`,
    },
  ]);
}

/** Returns the messages of an error and of its causes. */
function messagesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [error.message, ...(error.cause === undefined ? [] : messagesOf(error.cause))];
}
