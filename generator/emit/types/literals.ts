import type { Json } from "../../core/json.js";
import type { Model } from "../../model/model.js";
import type { ModelTypes } from "../../types/algebra.js";
import type { Type } from "../../types/type.js";

/** The values of a model that is a union of literals, in the order of the schema. */
export function literalsOf({ id, schema }: Model, types: ModelTypes): readonly Json[] | undefined {
  const type = types.get(id);
  const all = type.kind === "union" ? type.members : [type];
  const members = all.filter(({ kind }) => kind !== "otherString");
  const isEnum =
    schema.kind === "object" &&
    (schema.keywords.enum !== undefined || schema.keywords["x-open-enum"] !== undefined);
  if (members.length < 2 && !isEnum) return undefined;
  const values = members.map((member) => literalOf(member));
  return values.includes(undefined) ||
    !values.some((value) => typeof value === "string" || typeof value === "number")
    ? undefined
    : values.filter((value) => value !== undefined);
}

function literalOf(type: Type): Json | undefined {
  if (type.kind === "literal") return type.value;
  return type.kind === "primitive" && type.name === "null" ? null : undefined;
}
