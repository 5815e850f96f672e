import { add, report, type Finding, type Path } from "./collect.js";
import type { ValueSchema } from "./parameter.js";
import { kindOf } from "./parse.js";
import { isArray, isObject, own } from "./values.js";

/**
 * Makes the schema of a form with files from that of its model, where files are texts. A file is checked
 * as a text of its size, so that `minLength` and `maxLength` count bytes.
 *
 * @param schema - The schema of the model.
 * @param files - The names of the members that are files or lists of files.
 */
export function fileSchema(schema: ValueSchema, files: readonly string[]): ValueSchema {
  const has = (value: unknown, name: string): value is Record<string, unknown> =>
    isObject(value) && own(value, name) !== undefined;
  const withTexts = (value: unknown): unknown => {
    const names = files.filter((name) => has(value, name));
    return names.length > 0 && isObject(value)
      ? { ...value, ...Object.fromEntries(names.map((name) => [name, textFor(value[name])])) }
      : value;
  };
  return {
    is: (value) =>
      files.every((name) => !has(value, name) || isFileOrNone(value[name])) &&
      schema.is(withTexts(value)),
    "~collect": (value, path) => {
      const findings: Finding[] = [];
      schema["~collect"](withTexts(value), [path[0], path[1], schema, findings]);
      const depth = keysOf(path).length;
      for (const finding of findings) {
        const [name, index] = keysOf(finding.path).slice(depth);
        if (typeof name !== "string" || !files.includes(name) || !has(value, name)) {
          add(path, finding);
          continue;
        }
        const member = value[name];
        const file = isArray(member) && typeof index === "number" ? member[index] : member;
        if (isFile(file)) add(path, { ...finding, received: `a file of ${file.size} bytes` });
        else if (isFileOrNone(member)) add(path, { ...finding, value: member });
      }
      for (const name of files) if (has(value, name)) collectFile(value[name], [path, name]);
    },
    "~place": schema["~place"],
  };
}

/** Adds the finding about a value that is not a file; items of lists have findings of their own. */
function collectFile(value: unknown, path: Path): void {
  if (isArray(value)) value.forEach((item, index) => collectFile(item, [path, index]));
  else if (!isFileOrNone(value)) report(path, "type", "Blob", value);
}

/** Whether a value is a `Blob` or a `File`, of any realm. */
export function isFile(value: unknown): value is Blob {
  return /^(?:Blob|File)$/.test(kindOf(value));
}

/** Whether a value is a file, a list of files, or null, which the schema of the model decides. */
function isFileOrNone(value: unknown): boolean {
  return value === null || isFile(value) || (isArray(value) && value.every(isFile));
}

/** Engines do not have longer texts. */
const maxLength = 2 ** 28;

/** The text that the schema of the model checks, for each file. */
export function textFor(value: unknown): unknown {
  if (isArray(value)) return value.map(textFor);
  return isFile(value) ? "x".repeat(Math.min(value.size, maxLength)) : value;
}

/** The keys that lead to a value. */
function keysOf(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | null = path; at; at = at[0]) if (at[1] !== null) keys.unshift(at[1]);
  return keys;
}
