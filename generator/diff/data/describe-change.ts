import { valueAt, type Document } from "../../openapi/document.js";
import { isJsonArray, type Json } from "../../core/json.js";
import type { Place } from "../../core/place.js";
import { parsePointer } from "../../core/pointer.js";
import { isEqual } from "../../runtime/values.js";

/** A place in both documents, and what of it changed. */
export interface ChangedPlace {
  readonly old: Place;
  readonly new: Place;
  /** The name of a property. */
  readonly subject?: string | undefined;
}

/**
 * Says what changed at a place.
 *
 * @param documents Both documents.
 */
export function describeChange(
  { old, new: next, subject }: ChangedPlace,
  documents: { readonly old: Document; readonly new: Document },
): string {
  const before = valueAt(old, documents.old);
  const after = valueAt(next, documents.new);
  const [, holder, name] =
    /^(?:.*\/)?(properties|patternProperties|\$defs)\/([^/]*)$/.exec(next.pointer) ?? [];
  if (holder === "properties" && name !== undefined) {
    return describeMember(parsePointer(`/${name}`)[0] ?? name, before, after);
  }
  const oldLast = parsePointer(old.pointer).at(-1) ?? "";
  const newLast = parsePointer(next.pointer).at(-1) ?? "";
  const isIndex = (token: string): boolean => /^\d+$/.test(token);
  if (isIndex(oldLast) !== isIndex(newLast)) {
    return isIndex(oldLast)
      ? describeOption(oldLast, before, undefined)
      : describeOption(newLast, undefined, after);
  }
  const last = parsePointer((after === undefined ? old : next).pointer).at(-1) ?? "";
  if (last === "required" && subject !== undefined) {
    const isIn = (value: Json | undefined): boolean =>
      isJsonArray(value ?? null) && (value as readonly Json[]).includes(subject);
    if (isIn(after) !== isIn(before)) {
      return `the property ${subject} is ${isIn(after) ? "required now" : "no longer required"}`;
    }
  }
  if (/^\d+$/.test(last)) return describeOption(last, before, after);
  return describeKeyword(last, before, after);
}

function describeMember(name: string, before: Json | undefined, after: Json | undefined): string {
  if (before === undefined) return `the property ${name} is new`;
  if (after === undefined) return `the property ${name} is gone`;
  return `the property ${name} accepts other values`;
}

function describeOption(index: string, before: Json | undefined, after: Json | undefined): string {
  const number = Number(index) + 1;
  if (before === undefined || after === undefined) {
    const shown = shortened(before ?? after ?? null);
    return `the option ${shown} is ${before === undefined ? "new" : "gone"}`;
  }
  return `option ${number} accepts other values`;
}

function describeKeyword(
  keyword: string,
  before: Json | undefined,
  after: Json | undefined,
): string {
  const name = keyword === "" ? "the schema" : `\`${keyword}\``;
  if (before === undefined && after === undefined) return `${name} accepts other values`;
  if (before === undefined) return `${name} is new: ${shortened(after ?? null)}`;
  if (after === undefined) return `${name} is gone: it was ${shortened(before)}`;
  if (isJsonArray(before) && isJsonArray(after)) {
    const gone = before.filter((value) => !after.some((other) => isEqual(value, other)));
    const added = after.filter((value) => !before.some((other) => isEqual(value, other)));
    if (gone.length + added.length > 0) {
      const lost = gone.length === 0 ? [] : [`lacks ${gone.map(shortened).join(", ")} now`];
      const won = added.length === 0 ? [] : [`has ${added.map(shortened).join(", ")} now`];
      return `${name} ${[...lost, ...won].join(" and ")}`;
    }
  }
  const [left, right] = [shortened(before), shortened(after)];
  return left === right || keyword === ""
    ? `${name} accepts other values`
    : `${name} is ${right} now, it was ${left}`;
}

/** How long a value may be in a sentence. */
const longest = 80;

function shortened(value: Json): string {
  const text = JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
