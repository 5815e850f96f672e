import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { typeOf } from "../type-oracle/type-of.js";

/** Values of every kind of property type. */
const inner: readonly Json[] = [
  ...["x", "y", 1, true, null, {}, [], ["x"], [{}], [{ a: "x" }], [["x"]], ["x", 1], ["x", "y"]],
  ...[["x", {}], [[]], { a: "x" }, { b: 1 }, { a: "x", b: 1 }, { kind: "cat" }],
  ...[{ kind: "dog", a: "x" }, { k: "x" }, { k: 1 }, { k: {} }, { k: { a: "x" } }],
  ...[{ k: [{ a: "x" }] }, { p: { a: "x" } }, { next: { a: "x" } }, { a: "x", k: 1 }],
];

const values: readonly Json[] = [
  ...inner,
  ...inner.flatMap((p): readonly Json[] => [
    [p, p],
    { p },
    { p, q: p },
    { p, q: p, r: 1 },
    { p, k: p },
    { p, next: { p } },
    { p, all: [{ p }, p] },
  ]),
  ...inner.flatMap((p) => ["x", 1, { a: "x" }, ["x"], []].map((q): Json => ({ p, q, r: "x" }))),
];

/** With each schema, one value of this many is tried. */
const sampled = 9;

/** The names of all properties. */
const names = ["p", "q", "r", "k", "a", "b", "kind", "next", "all"];

/**
 * The values that component schemas accept, by Ajv: of each schema some, which differ from one schema
 * to the next.
 *
 * @returns Declarations of constants that are a value, each of the type of the schema.
 */
export function acceptedBy(schemas: JsonObject): readonly string[] {
  const ajv = new Ajv2020({ strict: false, discriminator: false, logger: false });
  ajv.addSchema({ $id: "memory:/document", components: { schemas } });
  const types = values.map((value) => typeOf(value, new Set(names)));
  return Object.keys(schemas).flatMap((schema, model) => {
    const validate = ajv.getSchema(`memory:/document#/components/schemas/${schema}`);
    if (validate === undefined) throw new Error(`There is no schema ${schema}.`);
    return values.flatMap((value, index) => {
      if ((index + model) % sampled !== 0 || validate(value) !== true) return [];
      const name = `v${model}_${index}`;
      const type = types[index] ?? "never";
      return [`declare const ${name}: ${type}; export const of_${name}: ${schema} = ${name};`];
    });
  });
}
