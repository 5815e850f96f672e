import { closest } from "./closest.js";
import { describe, expectation, print } from "./describe.js";
import type { Issue, ValidationOptions } from "./issue.js";
import { isArray } from "./values.js";

/**
 * Where a value is: where the value around it is, the key that leads to it (without one it is the same
 * value), and its schema: that of a model, or how it is found from the one around it, if not by
 * `properties` or `items`; and the list to which findings go from here on.
 */
export type Path = readonly [
  around: Path | null,
  key: string | number | null,
  schema?: string | CollectingSchema | undefined,
  findings?: Finding[],
];

/** Something wrong with a value, before it is put into words. */
export interface Finding {
  readonly path: Path;
  readonly keyword: string;
  /** What would have been right: a text to follow the word "expected", or the values themselves. */
  readonly expected: string | readonly unknown[];
  readonly value: unknown;
  /** What to say was found, if it is not the value. */
  readonly received?: string;
  /** Where the document says so; left out where the path tells. */
  readonly schemaPath?: string | undefined;
  /** The property or the value that was probably meant. */
  readonly meant?: unknown;
}

/** Adds what is wrong with a value to the findings of a path. */
export type Collector = (value: unknown, path: Path) => void;

/** What the schemas of models need of each other. */
export interface CollectingSchema {
  /** @internal */
  readonly "~collect": Collector;
  /** Where the document has the schema: `#/components/schemas/Batch`. @internal */
  readonly "~place": string;
}

/** Returns what a schema finds wrong with a whole value. */
export function collect(
  schema: CollectingSchema,
  value: unknown,
  { hideValues, maxIssues = 100 }: ValidationOptions = {},
): readonly Issue[] {
  const findings: Finding[] = [];
  const path: Path = [null, null, schema, findings];
  schema["~collect"](value, path);
  // A getter may return something else each time.
  if (!findings.length) report(path, "type", "a stable value", value);
  if (findings.length > maxIssues) {
    const received = `at least ${findings.splice(maxIssues).length} more`;
    findings.push({ path, keyword: "maxIssues", expected: "no more", value, received });
  }
  return findings.map((finding) => describeFinding(finding, hideValues));
}

/** What a collector finds wrong with the value at a path, in a list of its own. */
export function findingsOf(
  collector: Collector,
  value: unknown,
  [around, key, schema]: Path,
): readonly Finding[] {
  const findings: Finding[] = [];
  collector(value, [around, key, schema, findings]);
  return findings;
}

/** Adds a finding to those of a path, unless there are more than anyone reads. */
export function add(path: Path, finding: Finding): void {
  // eslint-disable-next-line @typescript-eslint/non-nullable-type-assertion-style -- the outermost has a list
  while (!path[3]) path = path[0] as Path;
  if (path[3].length < 1e4) path[3].push(finding);
}

/**
 * Adds a finding. Of a value that is missing it is always that: what it would have to be does not
 * matter.
 *
 * @param schemaPath - Where the keyword is, if the path does not tell.
 */
export function report(
  path: Path,
  keyword: string,
  expected: string | readonly unknown[],
  value: unknown,
  schemaPath?: string,
): void {
  if (value === undefined) {
    keyword = "required";
    schemaPath = undefined;
  }
  add(path, { path, keyword, expected, value, schemaPath });
}

/** Adds a finding about a property of an object, as {@link report} does. */
export function reportProperty(
  path: Path,
  keyword: string,
  expected: string | readonly unknown[],
  object: Record<string, unknown>,
  name: string,
  schemaPath?: string,
): void {
  report([path, name], keyword, expected, object[name], schemaPath);
}

/** Puts a finding into words. */
function describeFinding(finding: Finding, hideValues?: boolean): Issue {
  const { value, keyword } = finding;
  const isMissing = value === undefined;
  const [path, pointer, name, schema] = locate(finding.path, isMissing);
  const expected = expectation(finding.expected);
  const received = finding.received ?? describe(value, hideValues);
  const meant =
    hideValues || isMissing
      ? undefined
      : isArray(finding.expected) && typeof value !== "object"
        ? closest(value, finding.expected)
        : finding.meant;
  return {
    path,
    pointer,
    keyword,
    message:
      (name && `${name}: `) +
      (isMissing ? `missing, expected ${expected}` : `expected ${expected}, received ${received}`) +
      (meant === undefined ? "" : `, did you mean ${print(meant)}?`),
    expected,
    received,
    schemaPath: finding.schemaPath ?? `${schema}/${keyword}`,
  };
}

/** What a path says of a value. */
type Location = readonly [
  path: readonly (string | number)[],
  pointer: string,
  /** The path as JavaScript would write it: `errors.data[3].line`. */
  name: string,
  /** Where the document has the schema that is broken, as far as the path can tell. */
  schema: string,
];

/** @param isMissing - Whether it is the schema of the object that counts, since a property lacks. */
function locate(path: Path, isMissing: boolean): Location {
  const keys: (string | number)[] = [];
  let pointer = "";
  let name = "";
  let schema = "";
  // Where a schema takes over, what leads there tells no more; nor does a property that is missing.
  let isTelling = !isMissing;
  for (let at: Path | null = path; at; at = at[0]) {
    const [, key, step] = at;
    // An index is tested as the text of it.
    const isWord = /^[A-Za-z_]\w{0,59}$/.test(key as string);
    const shown = isWord ? `.${key}` : `[${print(key)}]`;
    // A reference token of RFC 6901.
    const token = `/${isWord ? key : String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`;
    if (isTelling)
      schema =
        (typeof step === "object"
          ? step["~place"]
          : (step ?? (typeof key === "number" ? "/items" : `/properties${token}`))) + schema;
    isTelling = isTelling ? typeof step !== "object" : isMissing && !pointer;
    if (key !== null) {
      pointer = token + pointer;
      name = shown + name;
      keys.push(key);
    }
  }
  // Of a long path, the end.
  return [keys.reverse(), pointer, name.slice(-200).replace(/^\./, ""), schema];
}
