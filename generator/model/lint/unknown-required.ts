import type { DiagnosticLog } from "../../core/diagnostic.js";
import { matchesPattern } from "../../core/patterns/match.js";
import { below, keyOfPlace, type Place } from "../../core/place.js";
import type { SchemaId } from "../../core/schema-id.js";
import { keywordPlace, type ObjectSchema, type Schema } from "../../schema/schema.js";
import type { NothingValid } from "./nothing-valid.js";
import type { SchemaGraph } from "./schema-graph.js";
import { allApplied, applied, areCompatible, keyOfApplied, type Applied } from "./same-value.js";

/**
 * Warns of names in `required` that no schema for the same object describes, wherever the schema
 * with `required` is used.
 *
 * @param starts - The schemas that no other schema contains.
 * @param graph - These schemas, all schemas inside them and all that they refer to.
 */
export function lintRequired(
  starts: readonly Schema[],
  graph: SchemaGraph,
  {
    get,
    nothingValid,
  }: { readonly get: (id: SchemaId) => Schema; readonly nothingValid: NothingValid },
  log: DiagnosticLog,
): void {
  const { all } = graph;
  const suspects = all.filter(requiresOthers);
  // Most documents have no such name.
  if (suspects.length === 0) return;
  const search = new Search(get, graph, suspects);
  search.run(starts);
  // If nothing is valid because of a name, there is a warning already.
  const left = suspects.filter((schema) => !nothingValid.involves(below(schema.place, "required")));
  for (const schema of left) search.report(schema, log);
}

/** Whether a schema requires properties that it does not describe itself. */
function requiresOthers(schema: Schema): boolean {
  if (schema.kind === "boolean") return false;
  return schema.keywords.required?.some((name) => !describes(schema, name)) === true;
}

/** What is known of a name in one `required`. */
interface RequiredName {
  /** Whether a schema describes it, in at least one place of use. */
  isDescribed: boolean;
  /** Schemas with properties that apply to the same object. */
  readonly describing: Set<ObjectSchema>;
}

/**
 * Visits the values that a document describes and that contain such names, with the schemas that
 * apply to each value.
 */
class Search {
  readonly #get: (id: SchemaId) => Schema;
  readonly #graph: SchemaGraph;
  /** The schemas with such names, and those that lead to them. */
  readonly #leading: ReadonlySet<Schema>;
  readonly #budget: { left: number };
  readonly #known = new Set<string>();
  readonly #pending: (readonly Applied[])[] = [];
  /** What is known of each name, by its place. */
  readonly #requiredNames = new Map<string, RequiredName>();

  constructor(get: (id: SchemaId) => Schema, graph: SchemaGraph, suspects: readonly Schema[]) {
    this.#get = get;
    this.#graph = graph;
    this.#leading = graph.leadingTo(suspects);
    this.#budget = { left: 20 * (graph.all.length + 1000) };
  }

  run(starts: readonly Schema[]): void {
    for (const schema of starts.toReversed()) this.#add(applied(schema));
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      const group = allApplied(next, this.#get, this.#budget);
      // Schemas that were not visited could describe anything.
      if (group === undefined) return;
      for (const each of group) this.#judge(each, group);
      for (const inner of innerGroups(group, this.#graph)) this.#add(inner);
    }
  }

  report(schema: Schema, log: DiagnosticLog): void {
    if (this.#budget.left < 0 || schema.kind === "boolean") return;
    for (const [index, name] of (schema.keywords.required ?? []).entries()) {
      const place = requiredPlace(schema, index);
      const found = this.#requiredNames.get(keyOfPlace(place));
      if (found === undefined || found.isDescribed || found.describing.size === 0) continue;
      const elsewhere = [...found.describing].filter((other) => other !== schema);
      log.warning({
        code: "unknown-required-property",
        message: `\`required\` names ${JSON.stringify(name)}, which no \`properties\` for the same object describe`,
        help: "describe the property, or correct the name",
        place,
        ...(elsewhere.length > 0 && {
          related: elsewhere.map((other) => ({
            message: "these properties are for the same object",
            place: { ...keywordPlace(other, "properties"), part: "key" as const },
          })),
        }),
      });
    }
  }

  /** Adds schemas that apply to one value, unless they were added before. */
  #add(seeds: readonly Applied[]): void {
    if (!seeds.some(({ schema }) => this.#leading.has(schema))) return;
    const different = [...new Map(seeds.map((seed) => [keyOfApplied(seed), seed])).values()];
    for (const group of separate(different)) {
      const key = group.map(keyOfApplied).sort().join(" ");
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      this.#pending.push(group);
    }
  }

  #judge(each: Applied, group: readonly Applied[]): void {
    if (!each.isAsserted) return;
    for (const [index, name] of (each.schema.keywords.required ?? []).entries()) {
      // Most describe it themselves.
      if (describes(each.schema, name)) continue;
      const key = keyOfPlace(requiredPlace(each.schema, index));
      const found = this.#requiredNames.get(key) ?? { isDescribed: false, describing: new Set() };
      this.#requiredNames.set(key, found);
      if (found.isDescribed) continue;
      const beside = group.filter((other) => areCompatible(each, other));
      found.isDescribed = beside.some(({ schema }) => describes(schema, name));
      for (const { schema } of beside) {
        if ((schema.keywords.properties?.size ?? 0) > 0) found.describing.add(schema);
      }
    }
  }
}

function requiredPlace(schema: ObjectSchema, index: number): Place {
  return below(keywordPlace(schema, "required"), index);
}

/** How many schemas are compared with each other. If there are more, all count as compatible. */
const mostSeparated = 100;

/**
 * Separates schemas that cannot apply to one value at once. If no two are compatible, each forms a
 * group of its own, whatever options led to it.
 */
function separate(seeds: readonly Applied[]): readonly (readonly Applied[])[] {
  const areAllApart =
    seeds.length <= mostSeparated &&
    seeds.every((left, index) =>
      seeds.slice(index + 1).every((right) => !areCompatible(left, right)),
    );
  return areAllApart
    ? seeds.map((seed) => [{ ...seed, choices: new Map<string, number>() }])
    : [seeds];
}

/** Whether a schema mentions a property with a name. */
function describes({ keywords }: ObjectSchema, name: string): boolean {
  const { properties, patternProperties, propertyNames } = keywords;
  return (
    properties?.has(name) === true ||
    matchesAny(patternProperties, name) ||
    propertyNames?.kind === "object" ||
    keywords.additionalProperties?.kind === "object" ||
    keywords.unevaluatedProperties?.kind === "object"
  );
}

function matchesAny(patterns: ReadonlyMap<string, Schema> | undefined, name: string): boolean {
  return [...(patterns?.keys() ?? [])].some((pattern) => matchesPattern(pattern, name) !== false);
}

/** The schemas that apply to each value inside a value to which some schemas apply. */
function innerGroups(
  group: readonly Applied[],
  { isLeaf }: SchemaGraph,
): readonly (readonly Applied[])[] {
  const groups = new Map<string | number, Applied[]>();
  const add = (key: string | number, around: Applied, schema: Schema | undefined): void => {
    if (schema?.kind !== "object") return;
    // Most describe a string or a number.
    if (isLeaf(schema) && schema.keywords.required === undefined) return;
    const inner = { ...around, schema };
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [inner]);
    else known.push(inner);
  };
  for (const each of group) {
    const { properties = none, prefixItems = [] } = each.schema.keywords;
    for (const [name, schema] of properties) add(`property ${name}`, each, schema);
    for (const [index, schema] of prefixItems.entries()) add(index, each, schema);
  }
  const keys = [...groups.keys()];
  for (const each of group) {
    const { properties = none, patternProperties = none, ...others } = each.schema.keywords;
    const { additionalProperties, unevaluatedProperties, prefixItems = [] } = others;
    const { items, contains, unevaluatedItems } = others;
    const ofObjects = [...patternProperties.values(), additionalProperties, unevaluatedProperties];
    const ofArrays = [items, contains, unevaluatedItems];
    for (const schema of ofObjects) add("properties", each, schema);
    for (const schema of ofArrays) add("items", each, schema);
    // Few schemas describe properties or items that others name.
    if (ofObjects.some(isObject)) {
      for (const key of keys) {
        if (typeof key === "number") continue;
        const name = key.slice("property ".length);
        const matching = [...patternProperties].filter(
          ([pattern]) => matchesPattern(pattern, name) !== false,
        );
        for (const [, schema] of matching) add(key, each, schema);
        const isNamed = properties.has(name) || matching.length > 0;
        if (!isNamed) add(key, each, additionalProperties);
        add(key, each, unevaluatedProperties);
      }
    }
    if (ofArrays.some(isObject)) {
      for (const key of keys) {
        if (typeof key === "string") continue;
        if (key >= prefixItems.length) add(key, each, items);
        add(key, each, contains);
        add(key, each, unevaluatedItems);
      }
    }
  }
  return [...groups.values()];
}

const none: ReadonlyMap<string, Schema> = new Map();

function isObject(schema: Schema | undefined): boolean {
  return schema?.kind === "object";
}
