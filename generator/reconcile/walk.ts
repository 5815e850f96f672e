import { isJsonArray, type Json } from "../core/json.js";
import { matchesPattern } from "../core/patterns/match.js";
import { keyOfPlace, type Place } from "../core/place.js";
import { arrayIndex, childOf, parsePointer } from "../core/pointer.js";
import { referencesOf } from "../schema/children.js";
import type { Child, ChildRole } from "../schema/keywords/keyword.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { atSamePlace, childrenBelow } from "./same-place.js";

/** A schema on the way to a value, and how the way leads to it. */
export interface VisitedSchema {
  readonly schema: Schema;
  /** How many tokens of the pointer lead to the value. */
  readonly depth: number;
  readonly via: "start" | "reference" | "part" | "option" | "child" | "name";
}

/**
 * Finds the way from the schema of a sample to the schema that one of its values breaks.
 *
 * @param schemas The schemas of the document.
 * @param start The schema of the sample, and the sample.
 * @param pointer A JSON pointer to the value.
 * @param end The schema.
 * @returns The schemas on the way, including the first and the last, each with a place of its own; a way
 *   without alternatives, if there is one. Undefined if there is no way.
 */
export function wayTo(
  schemas: Schemas,
  start: { readonly schema: Place; readonly value: Json },
  pointer: string,
  end: Place,
): readonly VisitedSchema[] | undefined {
  const values = valuesOnWay(start.value, parsePointer(pointer));
  const first: VisitedSchema = { schema: schemas.at(start.schema), depth: 0, via: "start" };
  const goal = keyOfPlace(end);
  return (
    search({ schemas, values, goal, options: false }, [first]) ??
    search({ schemas, values, goal, options: true }, [first])
  );
}

/** Returns whether a way leads through an alternative: then another alternative may accept the value. */
export function hasChoice(way: readonly VisitedSchema[]): boolean {
  return way.some(({ via }) => via === "option");
}

/** A value on the way, and the next token of the pointer. */
interface Visited {
  readonly value: Json | undefined;
  readonly token?: string;
}

interface Search {
  readonly schemas: Schemas;
  readonly values: readonly Visited[];
  readonly goal: string;
  /** Whether to search in alternatives. */
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

/** Searches breadth first, so that the shortest way is found. */
function search(
  what: Search,
  start: readonly VisitedSchema[],
): readonly VisitedSchema[] | undefined {
  const seen = new Set<string>();
  let ways: readonly (readonly VisitedSchema[])[] = [start];
  while (ways.length > 0) {
    const longer: (readonly VisitedSchema[])[] = [];
    for (const way of ways) {
      const last = way.at(-1);
      if (last === undefined) continue;
      const { schema, depth } = last;
      if (keyOfPlace(schema.place) === what.goal && depth === what.values.length - 1) return way;
      const key = `${depth} ${schema.id}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const next of nextSchemas(last, what)) longer.push([...way, next]);
    }
    ways = longer;
  }
  return undefined;
}

function nextSchemas({ schema, depth }: VisitedSchema, search: Search): readonly VisitedSchema[] {
  const references = atSamePlace(schema)
    .flatMap(referencesOf)
    .map((id): VisitedSchema => ({ schema: search.schemas.get(id), depth, via: "reference" }));
  const children = childrenBelow(schema);
  const inside = childrenOn(children, search.values[depth] ?? { value: undefined });
  const others = children.flatMap((child): readonly VisitedSchema[] => {
    const via = viaOf(child, inside);
    if (via === undefined || (via === "option" && !search.options)) return [];
    const isInside = via === "child" || via === "name";
    return [{ schema: child.schema, depth: isInside ? depth + 1 : depth, via }];
  });
  return [...references, ...others].sort(
    (left, right) => preferred.indexOf(left.via) - preferred.indexOf(right.via),
  );
}

/** The order of preference among ways of equal length. */
const preferred: readonly VisitedSchema["via"][] = ["reference", "part", "child", "option", "name"];

/** Returns how the way leads from a schema to one inside, or undefined if it does not. */
function viaOf(
  { schema, role }: Child,
  inside: ReadonlySet<Schema>,
): Exclude<VisitedSchema["via"], "start" | "reference"> | undefined {
  switch (role.kind) {
    case "part":
      return "part";
    case "option":
      return "option";
    case "condition":
      // The schema applies only if the condition is met, as an alternative does.
      return role.inPlace && role.isAsserted ? "option" : undefined;
    case "name":
      return inside.has(schema) ? "name" : undefined;
    case "property":
    case "item":
    case "value":
      return inside.has(schema) ? "child" : undefined;
  }
}

/** Returns the schemas of the next value on the way: a member, an item or a property name. */
function childrenOn(children: readonly Child[], { value, token }: Visited): ReadonlySet<Schema> {
  if (token === undefined) return new Set();
  const matching = (matches: (role: ChildRole) => boolean): readonly Schema[] =>
    children.filter(({ role }) => matches(role)).map(({ schema }) => schema);
  if (isJsonArray(value)) {
    const index = arrayIndex(token);
    const exact = matching((role) => role.kind === "item" && role.index === index);
    const others = matching((role) => role.kind === "item" && role.index === undefined);
    return new Set(exact.length > 0 ? exact : others);
  }
  const exact = matching(
    (role) =>
      (role.kind === "property" && role.name === token) ||
      (role.kind === "value" &&
        role.pattern !== undefined &&
        matchesPattern(role.pattern, token) === true),
  );
  const others = matching((role) => role.kind === "value" && role.pattern === undefined);
  return new Set([
    ...(exact.length > 0 ? exact : others),
    ...matching((role) => role.kind === "name"),
  ]);
}
