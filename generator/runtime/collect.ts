import { closest } from "./closest.js";
import { describe, expectation, print } from "./describe.js";
import type { Issue, ValidationOptions } from "./issue.js";
import { isArray } from "./values.js";

/**
 * The path of a value: the path of the value that contains it; its key there (null for the same
 * value); its schema, which is that of a model, or the step from the containing schema if that is
 * not `properties` or `items`; and the list to which findings are added from here on.
 */
export type Path = readonly [
  around: Path | null,
  key: string | number | null,
  schema?: string | CollectingSchema | undefined,
  findings?: Finding[],
];

/** A problem with a value, before it becomes an issue. */
export interface Finding {
  readonly path: Path;
  readonly keyword: string;
  /** What was expected: a text to follow the word "expected", or the allowed values. */
  readonly expected: string | readonly unknown[];
  readonly value: unknown;
  /** The text for what was found, if it is not the value. */
  readonly received?: string;
  /** The place of the keyword in the document; left out if the path implies it. */
  readonly schemaPath?: string | undefined;
  /** The property or the value that was probably meant. */
  readonly meant?: unknown;
}

/** Adds the findings about a value to those of a path. */
export type Collector = (value: unknown, path: Path) => void;

/** The members of a schema that other schemas use. */
export interface CollectingSchema {
  /** @internal */
  readonly "~collect": Collector;
  /** The place of the schema in the document: `#/components/schemas/Batch`. @internal */
  readonly "~place": string;
}

/** Returns the issues that a schema finds in a whole value. */
export function collect(
  schema: CollectingSchema,
  value: unknown,
  { hideValues, maxIssues = 100 }: ValidationOptions = {},
): readonly Issue[] {
  const findings: Finding[] = [];
  const path: Path = [null, null, schema, findings];
  schema["~collect"](value, path);
  // A getter may return another value each time.
  if (!findings.length) report(path, "type", "a stable value", value);
  if (findings.length > maxIssues) {
    const received = `at least ${findings.splice(maxIssues).length} more`;
    findings.push({ path, keyword: "maxIssues", expected: "no more issues", value, received });
  }
  return findings.map((finding) => describeFinding(finding, hideValues));
}

/** Returns the findings of a collector about the value at a path, in a list of their own. */
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
 * Adds a finding. For a missing value, the keyword is always `required`.
 *
 * @param schemaPath - The place of the keyword, if the path does not imply it.
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

/** Turns a finding into an issue. */
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

/** The place of a value, derived from its path. */
type Location = readonly [
  path: readonly (string | number)[],
  pointer: string,
  /** The path as JavaScript would write it: `errors.data[3].line`. */
  name: string,
  /** The place of the broken schema in the document, as far as the path implies it. */
  schema: string,
];

/**
 * @param isMissing - Whether a property is missing, so that the schema of the object is the broken
 * one.
 */
function locate(path: Path, isMissing: boolean): Location {
  const keys: (string | number)[] = [];
  let pointer = "";
  let name = "";
  let schema = "";
  // Only the steps from the last model to the value count, without the step to a missing property.
  let isImplied = !isMissing;
  for (let at: Path | null = path; at; at = at[0]) {
    const [, key, step] = at;
    // An index is tested as text.
    const isWord = /^[A-Za-z_]\w{0,59}$/.test(key as string);
    const shown = isWord ? `.${key}` : `[${print(key)}]`;
    // A reference token of RFC 6901.
    const token = `/${isWord ? key : String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`;
    if (isImplied)
      schema =
        (typeof step === "object"
          ? step["~place"]
          : (step ?? (typeof key === "number" ? "/items" : `/properties${token}`))) + schema;
    isImplied = isImplied ? typeof step !== "object" : isMissing && !pointer;
    if (key !== null) {
      pointer = token + pointer;
      name = shown + name;
      keys.push(key);
    }
  }
  // Only the end of a long path is shown.
  return [keys.reverse(), pointer, name.slice(-200).replace(/^\./, ""), schema];
}
