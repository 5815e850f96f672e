import type { Json } from "../../core/json.js";
import type { Model } from "../../model/model.js";
import type { ModelTypes } from "../../types/algebra.js";
import type { Type } from "../../types/type.js";
import { listedValues } from "../listed-values.js";

/** The values of a model that is a union of literals, in the order of the schema. */
export function literalsOf({ id, schema }: Model, types: ModelTypes): readonly Json[] | undefined {
  const members = membersOf(types.get(id)).filter(({ kind }) => kind !== "other");
  const isEnum =
    schema.kind === "object" &&
    (schema.keywords.enum !== undefined || schema.keywords["x-open-enum"] !== undefined);
  if (members.length < 2 && !isEnum) return undefined;
  const literals = members.map(literalOf);
  const values = literals.filter((value) => value !== undefined);
  const isNamed = values.some((value) => typeof value === "string" || typeof value === "number");
  if (values.length < literals.length || !isNamed) return undefined;
  const listed = listedValues(schema).map(({ value }) => value);
  return [
    ...listed.filter((value) => values.includes(value)),
    ...values.filter((value) => !listed.includes(value)),
  ];
}

/** Whether a model accepts values besides those that it lists. */
export function isOpen({ id }: Model, types: ModelTypes): boolean {
  return membersOf(types.get(id)).some(({ kind }) => kind === "other");
}

function membersOf(type: Type): readonly Type[] {
  return type.kind === "union" ? type.members : [type];
}

function literalOf(type: Type): Json | undefined {
  if (type.kind === "literal") return type.value;
  return type.kind === "primitive" && type.name === "null" ? null : undefined;
}
