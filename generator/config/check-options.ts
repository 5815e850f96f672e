import { inputError, type Problem } from "../core/failure.js";
import { closest } from "../runtime/closest.js";
import { listed } from "./choice.js";

/** What an option of the library takes. */
export type OptionKind = keyof typeof kinds;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Each kind in words, to follow "must be", and what is of it. */
const kinds = {
  text: ["a text", (value: unknown) => typeof value === "string" && value !== ""],
  flag: ["`true` or `false`", (value: unknown) => typeof value === "boolean"],
  count: [
    "a whole number from 1 on",
    (value: unknown) => Number.isInteger(value) && Number(value) > 0,
  ],
  status: [
    "a status such as `200` or `2XX`",
    (value: unknown) => typeof value === "string" || Number.isInteger(value),
  ],
  function: ["a function", (value: unknown) => typeof value === "function"],
  object: ["an object", (value: unknown) => isObject(value) && !Array.isArray(value)],
  list: ["a list", (value: unknown) => isObject(value) && Symbol.iterator in value],
  stream: [
    "a list, or an asynchronous one",
    (value: unknown) =>
      isObject(value) && (Symbol.iterator in value || Symbol.asyncIterator in value),
  ],
  document: [
    "a path, a URL, `-`, or a document: its text in an object, or what that says",
    (value: unknown) => (typeof value === "string" && value !== "") || isObject(value),
  ],
} as const;

/**
 * Checks the options of a function of the library, which callers in JavaScript may have misspelled.
 *
 * @param options What was given.
 * @param known What each option takes; one that is undefined counts as not given.
 * @param required The options that have no default.
 * @throws InputError `unknown-option` and `invalid-option`, one for each that is wrong.
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
  const [words, isRight] = kinds[kind];
  if (value === undefined || isRight(value)) return [];
  return [{ code: "invalid-option", message: `\`${name}\` must be ${words}` }];
}
