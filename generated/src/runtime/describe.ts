import { closest } from "./closest.js";
import type { Finding, Path } from "./collect.js";
import type { Issue } from "./issue.js";
import { isArray, isObject } from "./values.js";

/** Puts a finding into words. */
export function describeFinding(finding: Finding, hideValues?: boolean): Issue {
  const { value, keyword } = finding;
  const isMissing = value === undefined;
  const { path, pointer, name, schema } = locate(finding.path, isMissing);
  const expected = isArray(finding.expected)
    ? `one of ${list(finding.expected)}`
    : finding.expected;
  const received = isMissing ? "nothing" : describe(value, hideValues);
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
      (meant === undefined ? "" : ` — did you mean ${print(meant)}?`),
    expected,
    received,
    schemaPath: finding.schemaPath ?? `${schema}/${keyword}`,
  };
}

/** What a path says of a value. */
interface Location {
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  /** The path as JavaScript would write it: `errors.data[3].line`. */
  readonly name: string;
  /** Where the document has the schema that is broken, as far as the path can tell. */
  readonly schema: string;
}

/** @param isMissing - Whether it is the schema of the object that counts, since a property lacks. */
function locate(path: Path, isMissing: boolean): Location {
  const keys: (string | number)[] = [];
  let pointer = "";
  let name = "";
  let separator = "";
  let schema = "";
  // Where a schema takes over, what leads there tells no more; nor does a property that is missing.
  let isTelling = !isMissing;
  for (let at = path; at !== null; at = at[0]) {
    const key = at[1];
    let below = at[2] ?? "";
    if (key !== null) {
      const text = String(key);
      const isWord = /^[a-z_]\w{0,59}$/i.test(text);
      // A reference token of RFC 6901.
      const token = `/${isWord ? text : text.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      below ||= typeof key === "number" ? "/items" : `/properties${token}`;
      pointer = token + pointer;
      name = (isWord ? text : `[${print(key)}]`) + separator + name;
      separator = isWord ? "." : "";
      keys.push(key);
    }
    if (isTelling) schema = below + schema;
    isTelling = key !== null && (isTelling || (isMissing && keys.length === 1));
  }
  return {
    path: keys.reverse(),
    pointer,
    // Of a long path, the end.
    name: name.length > 200 ? `…${name.slice(-200)}` : name,
    schema,
  };
}

/** Not more of a value is printed, in characters. */
const longest = 60;

/** What was found, or only of what kind it is. */
function describe(value: unknown, hideValues?: boolean): string {
  if (isArray(value)) return `array of length ${value.length}`;
  if (isObject(value)) return `object of size ${Object.keys(value).length}`;
  if (value === null) return "null";
  const isLong = typeof value === "string" && value.length > longest;
  const type = isLong ? `string of length ${value.length}` : typeof value;
  return hideValues ? type : `${print(value)} (${type})`;
}

/** Values in a row, or the first of many. */
export function list(values: readonly unknown[]): string {
  const more = values.length > 10 ? ", …" : "";
  return values.slice(0, 10).map(print).join(", ") + more;
}

/** A value as JSON has it, on one line and shortened, with nothing that a terminal would act on. */
export function print(value: unknown): string {
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- it is no object
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  if (/^[ !#-[\]-~]*$/.test(short)) return typeof value === "string" ? `"${short}"` : short;
  return (typeof value === "string" ? JSON.stringify(short) : short).replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    "\ufffd",
  );
}
