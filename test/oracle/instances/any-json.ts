import type { Json } from "../../../generator/core/json.js";
import fc from "fast-check";

/** Any JSON value, small. */
export function anyJson(): fc.Arbitrary<Json> {
  const text = fc.string({ maxLength: 3 });
  const scalar = fc.oneof(
    fc.constantFrom<Json[]>(null, true, false, 0, 1, -1, 0.5, 5, 1e21, "", "a", "𝄞"),
    text,
    fc.integer(),
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthIdentifier: "anyJson" },
      { weight: 4, arbitrary: scalar },
      { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.tuple(propertyNames(), tie("value")), { maxLength: 3 })
          .map((entries) => Object.fromEntries(entries)),
      },
    ),
  }));
  return value.map(asJson);
}

/** Names that schemas use, names that every object inherits something under, and others. */
export function propertyNames(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom("a", "b", "c", "", "a-b", "constructor", "__proto__", "toString", "length"),
    fc.string({ maxLength: 5 }),
  );
}

/** What a value is after it was sent as JSON: -0 is 0. */
export function asJson(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
