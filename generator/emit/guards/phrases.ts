import type { Check, CheckOf, Checks } from "../../checks/check.js";
import type { JsonType, SchemaType } from "../../core/json-type.js";
import type { Json } from "../../core/json.js";
import { print } from "../../runtime/describe.js";
import { detailOf, inverseDetailOf } from "./details.js";
import type { GuardModule } from "./guard-module.js";

// Short descriptions of the values that pass checks, for messages about schemas in `not`,
// `contains` and `if`.

/** A short description of the values that pass some checks. */
export interface Phrase {
  /** One such value: `a string that matches ^a`, or a sketch of an object: `{role: "owner"}`. */
  readonly text: string;
  /** The plural, if it differs: `strings`. */
  readonly plural?: string;
  /** Whether it is incomplete: it shows an example of what passes. */
  readonly isExample?: true;
}

/**
 * Describes the values that pass checks, or returns undefined if that takes more than a few words.
 */
export function phraseOf(checks: Checks, module: GuardModule): Phrase | undefined {
  const phrases = checks.map((check) => phraseOfCheck(check, module));
  const [first, ...others] = phrases.filter((phrase) => phrase !== undefined);
  if (first === undefined || first.text.length > longest) return undefined;
  return others.length === 0 && phrases.length === 1
    ? first
    : { text: first.text, isExample: true };
}

/**
 * Describes the values that do not pass checks, or returns undefined if that takes more than a few
 * words.
 */
export function oppositeOf(checks: Checks, module: GuardModule): string | undefined {
  const [only, ...others] = checks;
  const inverse = only !== undefined && others.length === 0 ? inverseOf(only, module) : undefined;
  if (inverse !== undefined) return inverse;
  const phrase = phraseOf(checks, module);
  if (phrase === undefined) return undefined;
  return phrase.isExample === true ? `nothing like ${phrase.text}` : `anything but ${phrase.text}`;
}

/** The greatest length of a phrase, in characters. */
const longest = 200;

/** How many values or properties a phrase shows. */
const mostShown = 5;

function phraseOfCheck(check: Check, module: GuardModule): Phrase | undefined {
  switch (check.kind) {
    case "types":
      return typesPhrase(check.types);
    case "cases":
      return casesPhrase(check, module);
    case "equals":
      return { text: valuesText(check.values) };
    case "call": {
      const { name } = module.model(check.model);
      return { text: `a valid ${name}`, plural: `valid ${name} values` };
    }
    case "any":
    case "one": {
      const phrases = check.branches.map((branch) => phraseOf(branch, module));
      if (phrases.length > mostShown || phrases.includes(undefined)) return undefined;
      const isExample = phrases.some((phrase) => phrase?.isExample);
      const text = phrases.flatMap((phrase) => phrase?.text ?? []).join(" or ");
      return { text, ...(isExample && { isExample }) };
    }
    case "not": {
      const text = oppositeOf(check.checks, module);
      return text === undefined ? undefined : { text };
    }
    default:
      return undefined;
  }
}

const nouns: Readonly<Record<SchemaType, readonly [one: string, many: string]>> = {
  string: ["a string", "strings"],
  number: ["a number", "numbers"],
  integer: ["an integer", "integers"],
  boolean: ["a boolean", "booleans"],
  null: ["null", "null"],
  array: ["an array", "arrays"],
  object: ["an object", "objects"],
};

function typesPhrase(types: readonly SchemaType[]): Phrase {
  return {
    text: types.map((type) => nouns[type][0]).join(" or "),
    plural: types.map((type) => nouns[type][1]).join(" or "),
  };
}

function casesPhrase({ types, cases }: CheckOf<"cases">, module: GuardModule): Phrase | undefined {
  if (cases.size === 0) return types && typesPhrase(types);
  const [[type, inner] = [], ...others] = cases;
  if (type === undefined || inner === undefined || others.length > 0) return undefined;
  // Without a test of types, values of all other types pass too.
  const [only = type, ...more] = types ?? [];
  const phrase = more.length > 0 ? undefined : typedPhrase(only, inner, module);
  return types === undefined && phrase !== undefined ? { ...phrase, isExample: true } : phrase;
}

/** Describes values of one type that pass checks. */
function typedPhrase(type: SchemaType, checks: Checks, module: GuardModule): Phrase | undefined {
  const [noun] = nouns[type];
  const names = requiredNames(checks);
  if (names !== undefined) return { text: `${noun} with ${quoted(names).join(" and ")}` };
  const members = checks.filter((check) => check.kind === "property" || check.kind === "required");
  if (members.length > 0) return { text: shapeText(members, module), isExample: true };
  const all = checks.map(detailOf);
  if (all.includes(undefined)) return undefined;
  return { text: [noun, ...(all.length > 0 ? [all.join(" and ")] : [])].join(" ") };
}

type MemberCheck = CheckOf<"property" | "required">;

/** A sketch of an object with its required properties: `{role: "owner"}`. */
function shapeText(members: readonly MemberCheck[], module: GuardModule): string {
  const required = members.filter((check) => check.kind === "required" || check.required);
  const all = required.length > 0 ? required : members;
  const more = all.length > mostShown ? ["…"] : [];
  const shown = all.slice(0, mostShown).map((check) => memberText(check, module));
  return `{${[...shown, ...more].join(", ")}}`;
}

function memberText(check: MemberCheck, module: GuardModule): string {
  const { name } = check;
  const key = /^[a-z_]\w{0,59}$/i.test(name) ? name : print(name);
  return check.kind === "required" ? key : `${key}: ${memberValue(check.checks, module)}`;
}

function memberValue([only, ...others]: Checks, module: GuardModule): string {
  if (others.length === 0 && only !== undefined) {
    if (only.kind === "equals") return valuesText(only.values);
    if (only.kind === "call") return module.model(only.model).name;
    if (only.kind === "cases" && only.types !== undefined && only.cases.size === 0) {
      return only.types.join(" or ");
    }
  }
  return "…";
}

/** The names of properties as a message shows them. */
export function quoted(names: readonly string[]): readonly string[] {
  return names.map((name) => `\`${plainText(name)}\``);
}

/** A text without quotes, shortened, and safe to print to a terminal. */
export function plainText(text: string): string {
  return print(text).slice(1, -1);
}

function valuesText(values: readonly Json[]): string {
  const more = values.length > mostShown ? ", …" : "";
  return (
    values
      .slice(0, mostShown)
      .map(print)
      .join(more === "" ? " or " : ", ") + more
  );
}

/** Returns the names of properties if checks only require these, or undefined. */
export function requiredNames(checks: Checks): readonly string[] | undefined {
  const names = checks.flatMap((check) => (check.kind === "required" ? [check.name] : []));
  return names.length === checks.length && names.length > 0 ? names : undefined;
}

/** Checks that only apply to values of one type. */
interface Implication {
  readonly type: JsonType;
  readonly checks: Checks;
}

/** Returns what a check requires of one type if values of all other types pass, or undefined. */
function implication(check: Check): Implication | undefined {
  if (check.kind !== "cases" || check.types !== undefined) return undefined;
  const [[type, checks] = [], ...others] = check.cases;
  return type === undefined || checks === undefined || others.length > 0
    ? undefined
    : { type, checks };
}

/**
 * Describes exactly the values that do not pass, or returns undefined if only those that pass can
 * be described.
 */
function inverseOf(check: Check, module: GuardModule): string | undefined {
  if (check.kind === "not") return phraseOf(check.checks, module)?.text;
  if (check.kind === "any") {
    const names = check.branches.map(
      ([only]) => only && requiredNames(implication(only)?.checks ?? []),
    );
    const each = names.flatMap((some) => (some?.length === 1 ? quoted(some) : []));
    return each.length === names.length ? `an object with none of ${each.join(", ")}` : undefined;
  }
  const { type, checks = [] } = implication(check) ?? {};
  const [only, ...others] = checks;
  if (type === undefined || only === undefined) return undefined;
  const names = requiredNames(checks);
  const detail =
    names !== undefined
      ? absenceOf(quoted(names))
      : others.length > 0
        ? undefined
        : only.kind === "contains"
          ? noneContained(only, module)
          : inverseDetailOf(only);
  return detail === undefined ? undefined : `${nouns[type][0]} ${detail}`;
}

function absenceOf([first = "", second, ...more]: readonly string[]): string {
  if (second === undefined) return `without ${first}`;
  const last = more.pop();
  return last === undefined
    ? `that does not have both ${first} and ${second}`
    : `that does not have all of ${[first, second, ...more].join(", ")} and ${last}`;
}

function noneContained(
  { checks, minimum, maximum }: CheckOf<"contains">,
  module: GuardModule,
): string | undefined {
  const phrase = minimum === 1 && maximum === undefined ? phraseOf(checks, module) : undefined;
  if (phrase === undefined) return undefined;
  return `without an item ${phrase.isExample === true ? "such as" : "that is"} ${phrase.text}`;
}

/**
 * Describes why a condition holds, and why it fails, to follow "because"; undefined if the
 * condition is more than a few simple tests of properties.
 */
export function reasonsOf(
  [only, ...others]: Checks,
  module: GuardModule,
): readonly [holds: string | undefined, fails: string | undefined] {
  const unknown = [undefined, undefined] as const;
  if (only?.kind !== "cases" || only.cases.size !== 1 || others.length > 0) return unknown;
  if (only.types !== undefined && only.types.join() !== "object") return unknown;
  const checks = only.cases.get("object") ?? [];
  const clauses = checks.map((check) => clausesOf(check, module));
  const known = clauses.filter((clause) => clause !== undefined);
  if (known.length === 0 || known.length < clauses.length || known.length > mostClauses) {
    return unknown;
  }
  const [[, fails] = []] = known;
  return [known.map(([holds]) => holds).join(" and "), known.length === 1 ? fails : undefined];
}

const mostClauses = 3;

/** Describes a property for which a check holds, and one for which it fails. */
function clausesOf(
  check: Check,
  module: GuardModule,
): readonly [holds: string, fails: string] | undefined {
  if (check.kind === "required") {
    const [name = ""] = quoted([check.name]);
    return [`${name} is present`, `${name} is missing`];
  }
  if (check.kind !== "property") return undefined;
  const phrase = phraseOf(check.checks, module);
  if (phrase === undefined || phrase.isExample === true) return undefined;
  const [name = ""] = quoted([check.name]);
  const missing = check.required ? "" : " or missing";
  return [`${name} is ${phrase.text}${missing}`, `${name} is not ${phrase.text}`];
}
