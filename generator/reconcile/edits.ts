import type { OpenApiVersion } from "../openapi/document.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject, ownMember } from "../core/json.js";
import type { WideningStep } from "./widening.js";

/** A change of a schema that an overlay can make; paths begin at the schema. */
export type Edit =
  | { readonly kind: "remove"; readonly path: Path }
  /** Removes items from a list of strings. */
  | { readonly kind: "remove-items"; readonly path: Path; readonly items: readonly string[] }
  /** Merges: members are replaced or added, items are appended. */
  | { readonly kind: "update"; readonly path: Path; readonly update: JsonObject }
  /** Merges the value at another path of the schema. */
  | { readonly kind: "copy"; readonly path: Path; readonly from: Path };

type Path = readonly (string | number)[];

/** The edits of a step. */
export interface EditedSchema extends Planned {
  /** The schema after the edits. */
  readonly schema: JsonObject;
}

interface Planned {
  readonly edits: readonly Edit[];
  /** Where keywords of the schema are after the edits, if the edits move any. */
  readonly moved?: Moved;
}

/**
 * How the pointers into a schema change: tokens are put before those of some keywords, or one keyword is
 * renamed.
 */
export type Moved =
  | {
      readonly kind: "into";
      readonly tokens: readonly string[];
      readonly keywords: readonly string[];
    }
  | { readonly kind: "renamed"; readonly from: string; readonly to: string };

/**
 * Turns a widening into edits.
 *
 * @param schema The schema after the earlier steps.
 * @param step The widening.
 * @param version The version of the document.
 * @returns The edits, or undefined if other keywords of the schema prevent the widening.
 */
export function editsOf(
  schema: JsonObject,
  step: WideningStep,
  version: OpenApiVersion,
): EditedSchema | undefined {
  const planned = plan(schema, step, version);
  if (planned === undefined) return undefined;
  return { ...planned, schema: planned.edits.reduce(applyEdit, schema) };
}

function plan(
  schema: JsonObject,
  step: WideningStep,
  version: OpenApiVersion,
): Planned | undefined {
  switch (step.kind) {
    case "accept-fractions":
      return { edits: acceptFractions(schema) };
    case "add-values":
      return { edits: addValues(schema, step.values) };
    case "open-values":
      return { edits: openValues(schema) };
    case "loosen-bound":
      return { edits: loosenBound(step.keyword, step.limit) };
    case "drop-required":
      return { edits: dropRequired(schema, step.names) };
    case "allow-property":
      return {
        edits: [update({ properties: Object.fromEntries(step.names.map((name) => [name, {}])) })],
      };
    case "any-option":
      return anyOption(schema);
    case "accept-null":
      return version === "3.0" ? makeNullable(schema) : acceptNull(schema);
  }
}

function update(members: JsonObject, path: Path = []): Edit {
  return { kind: "update", path, update: members };
}

function remove(...path: Path): Edit {
  return { kind: "remove", path };
}

function acceptFractions({ type }: JsonObject): readonly Edit[] {
  if (!isJsonArray(type)) return [update({ type: "number" })];
  return [
    { kind: "remove-items", path: ["type"], items: ["integer"] },
    update({ type: ["number"] }),
  ];
}

function addValues(schema: JsonObject, values: readonly Json[]): readonly Edit[] {
  const constant = ownMember(schema, "const");
  return constant === undefined
    ? [update({ enum: values })]
    : [remove("const"), update({ enum: [constant, ...values] })];
}

/** Adds a type if the schema has none: a list of strings becomes any string, not any value. */
function openValues(schema: JsonObject): readonly Edit[] {
  const keyword = ownMember(schema, "enum") === undefined ? "const" : "enum";
  const isTyped = ownMember(schema, "type") !== undefined;
  return [remove(keyword), ...(isTyped ? [] : [update({ type: "string" })])];
}

function dropRequired(schema: JsonObject, items: readonly string[]): readonly Edit[] {
  const names = ownMember(schema, "required");
  const isLast =
    isJsonArray(names) && names.every((name) => typeof name === "string" && items.includes(name));
  // OpenAPI 3.0 does not allow an empty list, and it would have no effect.
  return isLast ? [remove("required")] : [{ kind: "remove-items", path: ["required"], items }];
}

function loosenBound(
  keyword: Extract<WideningStep, { kind: "loosen-bound" }>["keyword"],
  limit: number,
): readonly Edit[] {
  switch (keyword) {
    case "exclusiveMinimum":
      return [remove(keyword), update({ minimum: limit })];
    case "exclusiveMaximum":
      return [remove(keyword), update({ maximum: limit })];
    default:
      return [update({ [keyword]: limit })];
  }
}

function anyOption(schema: JsonObject): Planned | undefined {
  if (ownMember(schema, "anyOf") !== undefined) return undefined;
  return {
    edits: [
      update({ anyOf: [] }),
      { kind: "copy", path: ["anyOf"], from: ["oneOf"] },
      remove("oneOf"),
    ],
    moved: { kind: "renamed", from: "oneOf", to: "anyOf" },
  };
}

/** https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-schema-object */
function makeNullable(schema: JsonObject): Planned {
  const reference = ownMember(schema, "$ref");
  // Keywords beside a reference are ignored in OpenAPI 3.0.
  if (reference !== undefined) {
    const members = { allOf: [{ $ref: reference }], nullable: true };
    return {
      edits: [remove("$ref"), update(members)],
      moved: { kind: "into", tokens: ["allOf", "0"], keywords: ["$ref"] },
    };
  }
  const lists = ownMember(schema, "enum");
  const withNull = isJsonArray(lists) && !lists.includes(null) ? { enum: [null] } : {};
  return { edits: [update({ ...withNull, nullable: true })] };
}

function acceptNull(schema: JsonObject): Planned | undefined {
  if (unfit.some((name) => ownMember(schema, name) !== undefined)) return wrapped(schema);
  const { type } = schema;
  const types = type === undefined ? [] : isJsonArray(type) ? type : [type];
  const constant = ownMember(schema, "const");
  const values = ownMember(schema, "enum");
  const options = ["anyOf", "oneOf"].filter((name) => ownMember(schema, name) !== undefined);
  const edits = [
    ...(types.length === 0 || types.includes("null")
      ? []
      : isJsonArray(type)
        ? [update({ type: ["null"] })]
        : [remove("type"), update({ type: [...types, "null"] })]),
    ...(isJsonArray(values) && !values.includes(null) ? [update({ enum: [null] })] : []),
    ...(constant === undefined ? [] : [remove("const"), update({ enum: [constant, null] })]),
    ...options.map((name) => update({ [name]: [{ type: "null" }] })),
  ];
  return { edits };
}

/** Keywords that may reject `null`, and that cannot be extended to accept it. */
const unfit = ["$ref", "$dynamicRef", "$recursiveRef", "allOf", "not", "if"];

/** Keywords that do not validate, or by which references find a schema. */
const annotations: ReadonlySet<string> = new Set(
  [
    "title description default example examples deprecated readOnly writeOnly externalDocs xml",
    "$id $anchor $dynamicAnchor $recursiveAnchor $schema $comment $defs definitions",
  ].flatMap((names) => names.split(" ")),
);

/** Moves the schema into one of two alternatives. Annotations stay where they are. */
function wrapped(schema: JsonObject): Planned | undefined {
  if (ownMember(schema, "anyOf") !== undefined) return undefined;
  const names = Object.keys(schema).filter(
    (name) => !annotations.has(name) && !name.startsWith("x-"),
  );
  const isLarge = (name: string): boolean => typeof schema[name] === "object";
  const small = Object.fromEntries(
    names.flatMap((name) => {
      const value = ownMember(schema, name);
      return value === undefined ? [] : [[name, isLarge(name) ? emptied(value) : value]];
    }),
  );
  return {
    edits: [
      update({ anyOf: [small, { type: "null" }] }),
      ...names.filter(isLarge).map((name): Edit => {
        return { kind: "copy", path: ["anyOf", 0, name], from: [name] };
      }),
      ...names.map((name) => remove(name)),
    ],
    moved: { kind: "into", tokens: ["anyOf", "0"], keywords: names },
  };
}

/** Returns an empty value to copy into: `copy` of an overlay merges into an existing value. */
function emptied(value: Json): Json {
  return isJsonArray(value) ? [] : {};
}

/** Applies an edit in the way that an overlay does. */
function applyEdit(schema: JsonObject, edit: Edit): JsonObject {
  switch (edit.kind) {
    case "remove":
      return changed(schema, edit.path, () => undefined);
    case "remove-items":
      return changed(schema, edit.path, (list) =>
        isJsonArray(list)
          ? list.filter((item) => typeof item !== "string" || !edit.items.includes(item))
          : list,
      );
    case "update":
      return changed(schema, edit.path, (value) => merged(value, edit.update));
    case "copy": {
      const from = edit.from.reduce<Json | undefined>(
        (value, token) => (isJsonObject(value) ? ownMember(value, String(token)) : undefined),
        schema,
      );
      return changed(schema, edit.path, (value) => merged(value, from ?? null));
    }
  }
}

function changed(
  schema: JsonObject,
  path: Path,
  change: (value: Json) => Json | undefined,
): JsonObject {
  const at = (value: Json, index: number): Json | undefined => {
    const token = path[index];
    if (token === undefined) return change(value);
    if (isJsonArray(value)) {
      return value.map((item, position) =>
        position === token ? (at(item, index + 1) ?? null) : item,
      );
    }
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        const now = name === token ? at(member, index + 1) : member;
        return now === undefined ? [] : [[name, now]];
      }),
    );
  };
  const result = at(schema, 0);
  return isJsonObject(result) ? result : schema;
}

function merged(value: Json, update: Json): Json {
  if (isJsonArray(value) && isJsonArray(update)) return [...value, ...update];
  if (!isJsonObject(value) || !isJsonObject(update)) return update;
  const members = new Map(Object.entries(value));
  for (const [name, member] of Object.entries(update)) {
    const known = members.get(name);
    members.set(name, known === undefined ? member : merged(known, member));
  }
  return Object.fromEntries(members);
}
