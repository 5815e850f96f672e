import { inputError, type Problem } from "../core/failure.js";
import { closest } from "../runtime/closest.js";
import { listed } from "./schema-parts.js";

/** The type of an option of the library. */
export type OptionKind =
  | "text"
  | "flag"
  | "count"
  | "seed"
  | "status"
  | "function"
  | "object"
  | "list"
  | "stream"
  | "document";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

interface Kind {
  /** Its description, to follow "must be". */
  readonly words: string;
  readonly holds: (value: unknown) => boolean;
}

const kinds: Readonly<Record<OptionKind, Kind>> = {
  text: { words: "a string", holds: (value) => typeof value === "string" && value !== "" },
  flag: { words: "`true` or `false`", holds: (value) => typeof value === "boolean" },
  count: {
    words: "a whole number of at least 1",
    holds: (value) => Number.isInteger(value) && Number(value) > 0,
  },
  seed: {
    words: "a whole number from -2147483648 to 2147483647",
    holds: (value) => Number.isInteger(value) && Number(value) === (Number(value) | 0),
  },
  status: {
    words: "a status such as `200` or `2XX`",
    holds: (value) => typeof value === "string" || Number.isInteger(value),
  },
  function: { words: "a function", holds: (value) => typeof value === "function" },
  object: { words: "an object", holds: (value) => isObject(value) && !Array.isArray(value) },
  list: { words: "a list", holds: (value) => isObject(value) && Symbol.iterator in value },
  stream: {
    words: "an iterable or an asynchronous iterable",
    holds: (value) =>
      isObject(value) && (Symbol.iterator in value || Symbol.asyncIterator in value),
  },
  document: {
    words: "a path, a URL, `-`, an object with the text of a document, or a parsed document",
    holds: (value) => (typeof value === "string" && value !== "") || isObject(value),
  },
};

/**
 * Checks the options of a function of the library, which callers in JavaScript may have misspelled.
 *
 * @param options The given options.
 * @param known The type of each option. An option that is undefined counts as not given.
 * @param required The options without a default.
 * @throws {InputError} `unknown-option` and `invalid-option`, one for each wrong option.
 */
export function checkOptions(
  options: unknown,
  known: Readonly<Record<string, OptionKind>>,
  required: readonly string[],
): void {
  if (!isObject(options) || Array.isArray(options)) {
    const help = `the options are ${listed(Object.keys(known))}`;
    throw inputError([{ code: "invalid-option", message: "the options must be an object", help }]);
  }
  const given = new Map(Object.entries(options) as [string, unknown][]);
  const problems = [...given].flatMap(([name, value]) => problemWith(name, value, known));
  for (const name of required) {
    if (given.get(name) !== undefined) continue;
    problems.push({ code: "invalid-option", message: `\`${name}\` must be given` });
  }
  if (problems.length > 0) throw inputError(problems);
}

function problemWith(
  name: string,
  value: unknown,
  known: Readonly<Record<string, OptionKind>>,
): readonly Problem[] {
  const kind = Object.hasOwn(known, name) ? known[name] : undefined;
  if (kind === undefined) {
    const meant = closest(name, Object.keys(known));
    const help =
      meant === undefined
        ? `the options are ${listed(Object.keys(known))}`
        : `did you mean \`${meant}\`?`;
    return [{ code: "unknown-option", message: `\`${name}\` is not an option`, help }];
  }
  const { words, holds } = kinds[kind];
  if (value === undefined || holds(value)) return [];
  return [{ code: "invalid-option", message: `\`${name}\` must be ${words}` }];
}
