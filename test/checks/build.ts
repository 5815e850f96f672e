import type { Check, CheckOf, Checks, SizeKeyword } from "../../generator/checks/check.js";
import type { JsonType, SchemaType } from "../../generator/core/json-type.js";
import type { Json } from "../../generator/core/json.js";
import type { Place } from "../../generator/core/place.js";

// Short ways to write checks in tables.

export const none: Check = { kind: "never", keyword: "false" };

/** @param excluding - What no value passes together. */
export const never = (keyword: string, ...excluding: Checks): Check => ({
  kind: "never",
  keyword,
  ...(excluding.length > 0 && { excluding }),
});

export const types = (...names: readonly SchemaType[]): Check => ({ kind: "types", types: names });

export const when = (type: JsonType, ...checks: Checks): Check => ({ kind: "when", type, checks });

type Cases = Partial<Record<JsonType, Checks>>;

/** What `types` and `when` become. */
export const cases = (names: readonly SchemaType[] | undefined, inner: Cases = {}): Check => ({
  kind: "cases",
  ...(names !== undefined && { types: names }),
  // The keys are those of `Cases`.
  cases: new Map(Object.entries(inner) as [JsonType, Checks][]),
});

/** The `cases` of values of one type. */
export const only = (type: JsonType, ...checks: Checks): Check =>
  cases([type], checks.length === 0 ? {} : { [type]: checks });

export const constant = (value: Json): Check => ({
  kind: "equals",
  keyword: "const",
  values: [value],
});

export const oneOfValues = (...values: readonly Json[]): Check => ({
  kind: "equals",
  keyword: "enum",
  values,
});

export const size = (keyword: SizeKeyword, limit: number): Check => ({
  kind: "size",
  keyword,
  limit,
});

export const minimum = (limit: number): Check => ({ kind: "bound", keyword: "minimum", limit });

export const maximum = (limit: number): Check => ({ kind: "bound", keyword: "maximum", limit });

export const pattern = (source: string): Check => ({ kind: "pattern", pattern: source });

export const required = (name: string): Check => ({ kind: "required", name });

export const property = (name: string, ...checks: Checks): Check => ({
  kind: "property",
  name,
  required: false,
  checks,
});

export const requiredProperty = (name: string, ...checks: Checks): Check => ({
  kind: "property",
  name,
  required: true,
  checks,
});

export const any = (...branches: readonly Checks[]): Check => ({ kind: "any", branches });

export const one = (...branches: readonly Checks[]): Check => ({ kind: "one", branches });

export const not = (...checks: Checks): Check => ({ kind: "not", checks });

export const conditional = (condition: Checks, then: Checks, otherwise: Checks): Check => ({
  kind: "conditional",
  condition,
  then,
  otherwise,
});

export const call = (model: string): Check => ({ kind: "call", model });

export const names = (...checks: Checks): Check => ({ kind: "names", checks });

export const contains = (
  checks: Checks,
  limits: Pick<CheckOf<"contains">, "minimum" | "maximum">,
): Check => ({ kind: "contains", checks, ...limits });

export const items = (...checks: Checks): Check => ({
  kind: "items",
  from: 0,
  keyword: "items",
  checks,
});

/** A check that comes from the keyword at a pointer. */
export const at = (pointer: string, check: Check): Check => ({ ...check, at: place(pointer) });

const place = (pointer: string): Place => ({ uri: "file:///a.json", pointer });
