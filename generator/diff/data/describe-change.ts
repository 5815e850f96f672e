import { valueAt, type Document } from "../../openapi/document.js";
import { isJsonArray, isJsonObject, ownMember, type Json } from "../../core/json.js";
import { below, beside, type Place } from "../../core/place.js";
import { isPointer, parsePointer } from "../../core/pointer.js";
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
  if (last === "type") {
    const around = (place: Place, document: Document): Json | undefined =>
      valueAt({ ...place, pointer: place.pointer.replace(/\/[^/]*$/, "") }, document);
    const described = describeNull(around(old, documents.old), around(next, documents.new));
    if (described !== undefined) return described;
  }
  if (last === "required" && subject !== undefined) {
    const isIn = (value: Json | undefined): boolean =>
      isJsonArray(value ?? null) && (value as readonly Json[]).includes(subject);
    if (isIn(after) !== isIn(before)) {
      const isDescribed = (place: Place, document: Document): boolean =>
        valueAt(below(beside(place, "properties"), subject), document) !== undefined;
      const [was, is] = [isDescribed(old, documents.old), isDescribed(next, documents.new)];
      if (isIn(after) && !was && is) return `the property ${subject} is new and required`;
      if (isIn(before) && was && !is) return `the property ${subject}, which was required, is gone`;
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
    const shown = optionName(before ?? after ?? null);
    return `the option ${shown} is ${before === undefined ? "new" : "gone"}`;
  }
  const [was, is] = [before, after].map(optionName);
  const isExchanged =
    was !== is && [before, after].some((option) => referenceIn(option) !== undefined);
  return isExchanged
    ? `option ${number} is ${is} now, it was ${was}`
    : `option ${number} accepts other values`;
}

/** An option by the name of its component, or as it is written. */
function optionName(option: Json): string {
  const reference = referenceIn(option);
  const name = reference === undefined ? undefined : parsePointer(pointerIn(reference)).at(-1);
  return name ?? shortened(option);
}

function referenceIn(schema: Json): string | undefined {
  const reference = isJsonObject(schema) ? ownMember(schema, "$ref") : undefined;
  return typeof reference === "string" ? reference : undefined;
}

/** The JSON pointer in a reference, or the empty one. */
function pointerIn(reference: string): string {
  const [, fragment = ""] = reference.split("#");
  return isPointer(fragment) ? fragment : "";
}

/** Says that null is allowed or not, if schemas do not differ in their types otherwise. */
function describeNull(before: Json | undefined, after: Json | undefined): string | undefined {
  const [old, now] = [typesIn(before), typesIn(after)];
  if (old === undefined || now === undefined) return undefined;
  const others = (types: ReadonlySet<string>): string =>
    [...types]
      .filter((type) => type !== "null")
      .toSorted()
      .join();
  if (old.has("null") === now.has("null") || others(old) !== others(now)) return undefined;
  return now.has("null") ? "null is allowed now" : "null is no longer allowed";
}

/** The types that a schema names, also by options that have nothing else; undefined, if it names none. */
function typesIn(schema: Json | undefined): ReadonlySet<string> | undefined {
  if (schema === undefined || !isJsonObject(schema)) return undefined;
  const options = ownMember(schema, "anyOf") ?? ownMember(schema, "oneOf");
  const written = ownMember(schema, "type");
  if (written === undefined && isJsonArray(options ?? null)) {
    const inside = (options as readonly Json[]).map(typesIn);
    return inside.every((types) => types !== undefined)
      ? new Set(inside.flatMap((types) => [...types]))
      : undefined;
  }
  const types = isJsonArray(written ?? null) ? (written as readonly Json[]) : [written];
  const names = types.filter((type) => typeof type === "string");
  if (names.length === 0) return undefined;
  return new Set(ownMember(schema, "nullable") === true ? [...names, "null"] : names);
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
