import { copyJson, setMember } from "./copy-json.js";
import type { JsonSchema } from "./json-schema.js";
import { isArray, isObject } from "./values.js";

/** A schema of either version. */
interface Schema {
  readonly $anchor?: unknown;
  readonly $dynamicAnchor?: unknown;
  readonly additionalProperties?: unknown;
  readonly allOf?: unknown;
  readonly contains?: unknown;
  readonly items?: unknown;
  readonly minContains?: unknown;
  readonly prefixItems?: unknown;
  readonly [keyword: string]: unknown;
}

/** The draft-07 form of a keyword: its name there, and what its value holds. */
interface Member {
  readonly name: string;
  readonly holds: "schema" | "list" | "map" | "reference" | "data";
}

/** A keyword that becomes a member, with its value and its place in the original schema. */
interface Converted extends Member {
  readonly keyword: string;
  readonly value: unknown;
  readonly from: string;
}

/** A schema to convert, the object for the result, and the pointers to both. */
interface Task {
  readonly schema: Schema;
  readonly result: Schema;
  readonly from: string;
  readonly to: string;
}

/** A `$ref` that can be written once the new place of every schema is known. */
interface Reference {
  readonly of: Converted;
  readonly into: object;
}

interface Progress {
  readonly tasks: Task[];
  readonly references: Reference[];
  /**
   * The new places of the schemas, by pointers and anchors, as references have them after the `#`.
   */
  readonly places: Map<string, string>;
}

const dialect = "https://json-schema.org/draft/2020-12/schema";
const draft07 = "http://json-schema.org/draft-07/schema#";

/**
 * Converts a JSON Schema of version 2020-12 to one of draft-07 that accepts the same values. The
 * schema may only refer to its own parts.
 *
 * https://json-schema.org/draft-07/draft-handrews-json-schema-01
 * https://json-schema.org/draft-07/draft-handrews-json-schema-validation-01
 *
 * @throws Error if draft-07 has no equivalent for a keyword; the message tells its place.
 */
export function toDraft07(whole: JsonSchema): Record<string, unknown> {
  const progress: Progress = { tasks: [], references: [], places: new Map() };
  const result = convertLater(copyJson<Schema>(whole), "", "", progress);
  for (let task = progress.tasks.pop(); task !== undefined; task = progress.tasks.pop()) {
    convert(task, progress);
  }
  for (const { of, into } of progress.references) {
    setMember(into, of.name, referenceTo(of, progress.places));
  }
  return result;
}

/** Returns the object that will hold the converted schema. */
function convertLater(
  schema: Schema,
  from: string,
  to: string,
  { tasks, places }: Progress,
): Record<string, unknown> {
  const result = {};
  tasks.push({ schema, result, from, to });
  for (const name of [schema.$anchor, schema.$dynamicAnchor]) {
    if (typeof name === "string") places.set(name, to);
  }
  places.set(from, to);
  return result;
}

function convert({ schema, result, from, to }: Task, progress: Progress): void {
  const members = convertKeywords(schema, from);
  const taken = new Set<string>();
  const others: Converted[] = [];
  for (const member of members) {
    // Draft-07 ignores all members beside a `$ref`.
    const isAlone = member.name !== "$ref" || members.length === 1;
    if (!isAlone || taken.has(member.name)) others.push(member);
    else put(member, result, to, progress);
    taken.add(member.name);
  }
  if (others.length === 0) return;
  const all = isArray(result.allOf) ? [...result.allOf] : [];
  for (const member of others) {
    const part = {};
    put(member, part, `${to}/allOf/${all.length}`, progress);
    all.push(part);
  }
  setMember(result, "allOf", all);
}

function convertKeywords(schema: Schema, from: string): readonly Converted[] {
  const isRoot = from === "";
  const version = { ...asData("$schema"), keyword: "$schema", value: draft07, from };
  const members: Converted[] = isRoot ? [version] : [];
  for (const [keyword, value] of Object.entries(schema)) {
    const place = `${from}/${escape(keyword)}`;
    const member = keyword === "$id" && isRoot ? asData(keyword) : convertKeyword(keyword, schema);
    if (member === "impossible") throw impossible(keyword, place);
    if (member !== undefined) members.push({ ...member, keyword, value, from: place });
  }
  return members;
}

/**
 * Converts a keyword. Returns undefined for one that restricts nothing, and that draft-07 does not
 * have.
 */
function convertKeyword(keyword: string, schema: Schema): Member | "impossible" | undefined {
  const value = schema[keyword];
  switch (keyword) {
    case "$schema":
      return value === dialect ? undefined : "impossible";
    case "$id":
      return "impossible";
    // Within one resource, both lead to the same schema.
    case "$ref":
    case "$dynamicRef":
      return { name: "$ref", holds: "reference" };
    // References to anchors become pointers.
    case "$anchor":
    case "$dynamicAnchor":
    case "contentSchema":
      return undefined;
    // These two have a meaning only in draft-07.
    case "additionalItems":
    case "dependencies":
      return undefined;
    case "$defs":
    case "definitions":
      return { name: "definitions", holds: "map" };
    case "dependentSchemas":
      return { name: "dependencies", holds: "map" };
    case "dependentRequired":
      return asData("dependencies");
    case "properties":
    case "patternProperties":
      return { name: keyword, holds: "map" };
    case "allOf":
    case "anyOf":
    case "oneOf":
      return { name: keyword, holds: "list" };
    case "not":
    case "if":
    case "then":
    case "else":
    case "additionalProperties":
    case "propertyNames":
      return { name: keyword, holds: "schema" };
    case "prefixItems":
      return hasPrefix(schema) ? { name: "items", holds: "list" } : undefined;
    case "items":
      return { name: hasPrefix(schema) ? "additionalItems" : "items", holds: "schema" };
    case "contains":
      return schema.minContains === 0 ? undefined : { name: keyword, holds: "schema" };
    case "minContains":
      return schema.contains === undefined || value === 0 || value === 1 ? undefined : "impossible";
    case "maxContains":
      return schema.contains === undefined ? undefined : "impossible";
    case "unevaluatedItems":
      if (isTrue(value) || schema.items !== undefined) return undefined;
      if (schema.contains !== undefined || appliesInPlace(schema)) return "impossible";
      return { name: hasPrefix(schema) ? "additionalItems" : "items", holds: "schema" };
    case "unevaluatedProperties":
      if (isTrue(value) || schema.additionalProperties !== undefined) return undefined;
      if (appliesInPlace(schema)) return "impossible";
      return { name: "additionalProperties", holds: "schema" };
    default:
      return asData(keyword);
  }
}

function asData(name: string): Member {
  return { name, holds: "data" };
}

function hasPrefix({ prefixItems }: Schema): boolean {
  return prefixItems !== undefined && !(isArray(prefixItems) && prefixItems.length === 0);
}

/** Whether other schemas apply to the same value, so that they may evaluate parts of it. */
function appliesInPlace(schema: Schema): boolean {
  return ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"].some(
    (keyword) => schema[keyword] !== undefined,
  );
}

function isTrue(schema: unknown): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}

/** Adds a member to an object, and the schemas that it holds to the tasks. */
function put(member: Converted, into: object, around: string, progress: Progress): void {
  const { name, holds, keyword, value, from } = member;
  const to = `${around}/${escape(name)}`;
  const inside = (schema: unknown, key?: string | number): unknown => {
    const step = key === undefined ? "" : `/${escape(String(key))}`;
    if (isObject(schema)) return convertLater(schema, from + step, to + step, progress);
    if (typeof schema !== "boolean") throw impossible(keyword, from + step);
    progress.places.set(from + step, to + step);
    return schema;
  };
  switch (holds) {
    case "schema":
      return setMember(into, name, inside(value));
    case "list":
      if (!isArray(value)) throw impossible(keyword, from);
      return setMember(into, name, value.map(inside));
    case "map": {
      if (!isObject(value)) throw impossible(keyword, from);
      const schemas = Object.entries(value).map(([key, schema]) => [key, inside(schema, key)]);
      return setMember(into, name, Object.fromEntries(schemas));
    }
    case "reference":
      progress.references.push({ of: member, into });
      return setMember(into, name, value);
    case "data":
      return setMember(into, name, value);
  }
}

function referenceTo({ keyword, value, from }: Converted, places: Progress["places"]): string {
  try {
    const isInside = typeof value === "string" && value.startsWith("#");
    const to = isInside ? places.get(decodeURIComponent(value.slice(1))) : undefined;
    if (to !== undefined) return asFragment(to);
  } catch {
    // It is not a URI.
  }
  throw impossible(keyword, from);
}

function impossible(keyword: string, pointer: string): Error {
  // A lone surrogate cannot be written in a URI.
  const place = asFragment(pointer.replace(/[\ud800-\udfff]/gu, "\ufffd"));
  return new Error(
    `The JSON Schema cannot be converted to draft-07: it has no equivalent for \`${keyword}\` at ${place}. Use draft-2020-12, or a schema without it.`,
  );
}

/** https://www.rfc-editor.org/rfc/rfc6901#section-6 */
function asFragment(pointer: string): string {
  return `#${encodeURI(pointer).replace(/#/g, "%23")}`;
}

function escape(step: string): string {
  return step.replace(/~/g, "~0").replace(/\//g, "~1");
}
