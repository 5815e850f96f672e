import { type Document, valueAt } from "../openapi/document.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject, ownMember } from "../core/json.js";
import { below, keyOfPlace, type Place } from "../core/place.js";
import { arrayIndex, childOf, parsePointer } from "../core/pointer.js";
import { resolveUri } from "../core/uri.js";

/** A schema that a value meets on its way, and how. */
export interface Step {
  readonly place: Place;
  /** How many tokens of the pointer lead to the value. */
  readonly depth: number;
  readonly via: "start" | "reference" | "part" | "option" | "child";
}

/**
 * Finds the way from the schema of a sample to the schema that one of its values breaks.
 *
 * @param document The document.
 * @param start The schema of the sample, and the sample.
 * @param pointer A JSON pointer to the value.
 * @param end The schema.
 * @returns The schemas on the way, the first and the last included. One that leads through no
 *   alternatives, where there is one; undefined, if there is none, as with dynamic references.
 */
export function wayTo(
  document: Document,
  start: { readonly schema: Place; readonly value: Json },
  pointer: string,
  end: Place,
): readonly Step[] | undefined {
  const values = valuesOnWay(start.value, parsePointer(pointer));
  const first: Step = { place: start.schema, depth: 0, via: "start" };
  const goal = keyOfPlace(end);
  return (
    search({ document, values, goal, options: false }, [first]) ??
    search({ document, values, goal, options: true }, [first])
  );
}

/** Whether a way leads through an alternative, of which a value may choose another one. */
export function hasChoice(way: readonly Step[]): boolean {
  return way.some(({ via }) => via === "option");
}

/** A value on the way, and the token that leads on from it. */
interface Visited {
  readonly value: Json | undefined;
  readonly token?: string;
}

interface Search {
  readonly document: Document;
  readonly values: readonly Visited[];
  readonly goal: string;
  /** Whether alternatives are looked into. */
  readonly options: boolean;
}

function valuesOnWay(root: Json, tokens: readonly string[]): readonly Visited[] {
  const values: Visited[] = [];
  let value: Json | undefined = root;
  for (const token of tokens) {
    values.push({ value, token });
    value = value === undefined ? undefined : childOf(value, token);
  }
  return [...values, { value }];
}

/** Breadth first, so that the shortest way is found. */
function search(what: Search, start: readonly Step[]): readonly Step[] | undefined {
  const seen = new Set<string>();
  let ways: readonly (readonly Step[])[] = [start];
  while (ways.length > 0) {
    const longer: (readonly Step[])[] = [];
    for (const way of ways) {
      const last = way.at(-1);
      if (last === undefined) continue;
      const key = keyOfPlace(last.place);
      if (key === what.goal && last.depth === what.values.length - 1) return way;
      if (seen.has(`${last.depth} ${key}`)) continue;
      seen.add(`${last.depth} ${key}`);
      for (const next of nextSteps(last, what)) longer.push([...way, next]);
    }
    ways = longer;
  }
  return undefined;
}

function nextSteps({ place, depth }: Step, search: Search): readonly Step[] {
  const schema = valueAt(place, search.document);
  if (!isJsonObject(schema)) return [];
  const step = (via: Step["via"], ...tokens: readonly (string | number)[]): Step => ({
    place: below(place, ...tokens),
    depth: via === "child" ? depth + 1 : depth,
    via,
  });
  const list = (name: string, via: Step["via"]): readonly Step[] => {
    const schemas = ownMember(schema, name);
    return isJsonArray(schemas) ? schemas.map((_, index) => step(via, name, index)) : [];
  };
  const target = referenceTarget(schema, place, search.document);
  const { value, token } = search.values[depth] ?? { value: undefined };
  return [
    ...(target === undefined ? [] : [{ place: target, depth, via: "reference" } as const]),
    ...list("allOf", "part"),
    ...(token === undefined
      ? []
      : childTokens(schema, value, token).map((tokens) => step("child", ...tokens))),
    ...(search.options
      ? [
          ...list("anyOf", "option"),
          ...list("oneOf", "option"),
          ...["then", "else"]
            .filter((name) => ownMember(schema, name) !== undefined)
            .map((name) => step("option", name)),
          ...Object.keys(objectOf(schema, "dependentSchemas")).map((name) =>
            step("option", "dependentSchemas", name),
          ),
        ]
      : []),
  ];
}

/** Where the schemas of a member or an item stand in the schema of the value around it. */
function childTokens(
  schema: JsonObject,
  value: Json | undefined,
  token: string,
): readonly (readonly (string | number)[])[] {
  const has = (name: string): boolean => ownMember(schema, name) !== undefined;
  if (isJsonArray(value)) {
    const prefix = ownMember(schema, "prefixItems");
    const index = arrayIndex(token) ?? 0;
    if (isJsonArray(prefix) && index < prefix.length) return [["prefixItems", index]];
    return ["items", "unevaluatedItems"].filter(has).map((name) => [name]);
  }
  const named = Object.hasOwn(objectOf(schema, "properties"), token) ? [["properties", token]] : [];
  const matching = Object.keys(objectOf(schema, "patternProperties"))
    .filter((pattern) => matches(pattern, token))
    .map((pattern) => ["patternProperties", pattern]);
  if (named.length + matching.length > 0) return [...named, ...matching];
  return ["additionalProperties", "unevaluatedProperties"].filter(has).map((name) => [name]);
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, "u").test(name);
  } catch {
    return false;
  }
}

function objectOf(schema: JsonObject, name: string): JsonObject {
  const value = ownMember(schema, name);
  return isJsonObject(value) ? value : {};
}

/** Where the `$ref` of a schema leads; undefined, if there is none or it leads nowhere. */
export function referenceTarget(
  schema: JsonObject,
  from: Place,
  document: Document,
): Place | undefined {
  const reference = ownMember(schema, "$ref");
  if (typeof reference !== "string") return undefined;
  const { uri, fragment } = resolveUri(reference, from.uri);
  const place = { uri: document.aliases.get(uri) ?? uri, pointer: fragment };
  const isPointer = fragment === "" || fragment.startsWith("/");
  return isPointer && valueAt(place, document) !== undefined ? place : undefined;
}
