import type { SchemaId } from "../core/schema-id.js";
import { below, keyOfPlace } from "../core/place.js";
import { childrenOf, mapSchemas, referencesOf } from "./children.js";
import { revise, without } from "./policies/changes.js";
import { asAnyOf } from "./policies/one-of.js";
import { reach } from "./reach.js";
import type { ObjectSchema, Schema } from "./schema.js";
import type { Schemas } from "./schemas.js";

/**
 * Reads the schemas of a document so that a schema that accepts too much never makes another one
 * accept too little: a keyword that was left out must not make a value invalid.
 *
 * @param roots - The schemas that models are made of, with all that they lead to.
 */
export function readLoose(written: Schemas, roots: readonly Schema[]): Schemas {
  const loose = loosePlaces(roots, written.get);
  return loose.size === 0 ? written : new LooseSchemas(written, loose);
}

/** The places of the schemas that are loose, or that hold or refer to loose schemas, as texts. */
function loosePlaces(roots: readonly Schema[], get: (id: SchemaId) => Schema): ReadonlySet<string> {
  const around = new Map<SchemaId, Schema[]>();
  const stepsFrom = (schema: Schema): readonly Schema[] =>
    schema.kind === "boolean"
      ? []
      : [
          ...childrenOf(schema).map(({ schema: child }) => child),
          ...referencesOf(schema).map((id) => get(id)),
        ];
  const all = reach(roots, stepsFrom);
  const loose = all.filter((schema) => schema.kind === "object" && schema.isLoose);
  if (loose.length === 0) return new Set();
  for (const schema of all) {
    for (const { id } of stepsFrom(schema)) {
      around.set(id, [...(around.get(id) ?? []), schema]);
    }
  }
  const reaching = reach(loose, ({ id }) => around.get(id) ?? []);
  return new Set(reaching.map(({ place }) => keyOfPlace(place)));
}

class LooseSchemas implements Schemas {
  readonly #written: Schemas;
  readonly #loose: ReadonlySet<string>;
  readonly #read = new Map<SchemaId, Schema>();

  constructor(written: Schemas, loose: ReadonlySet<string>) {
    this.#written = written;
    this.#loose = loose;
  }

  readonly at: Schemas["at"] = (place) => this.#readLoose(this.#written.at(place));

  readonly get: Schemas["get"] = (id) =>
    this.#read.get(id) ?? this.#readLoose(this.#written.get(id));

  readonly inDirection: Schemas["inDirection"] = (schema, direction, differences) =>
    this.#readLoose(this.#written.inDirection(schema, direction, differences));

  readonly differs: Schemas["differs"] = (id, direction) => this.#written.differs(id, direction);

  #readLoose(schema: Schema): Schema {
    if (schema.kind === "boolean" || !this.#isLoose(schema)) return schema;
    const known = this.#read.get(schema.id);
    if (known !== undefined) return known;
    const keywords = mapSchemas(schema.keywords, (inside) => this.#readLoose(inside));
    const read = this.#widened({ ...schema, keywords });
    this.#read.set(schema.id, read);
    return read;
  }

  readonly #isLoose = (schema: Schema | undefined): boolean =>
    schema !== undefined && this.#loose.has(keyOfPlace(schema.place));

  /** Returns a schema in which no loose schema can make a value invalid. */
  #widened(schema: ObjectSchema): ObjectSchema {
    const { not, oneOf = [], contains } = schema.keywords;
    const dropped = new Set<string>();
    if (this.#isLoose(not)) dropped.add("not");
    if (this.#isLoose(contains)) dropped.add("maxContains");
    const isAnyOf = oneOf.some(this.#isLoose);
    const union = isAnyOf ? revise(schema, asAnyOf(schema, "some pattern is not checked")) : schema;
    return this.#withoutCondition({ ...union, keywords: without(union.keywords, dropped) });
  }

  /** Lets either branch of a loose condition hold: `anyOf: [if and then, else]`. */
  #withoutCondition(schema: ObjectSchema): ObjectSchema {
    const { if: condition, then, else: otherwise, allOf = [], ...others } = schema.keywords;
    if (condition === undefined || !this.#isLoose(condition)) return schema;
    if (then === undefined && otherwise === undefined) return schema;
    const { id, place } = schema;
    const branches = this.#part(schema, "if", {
      anyOf: [
        this.#part(schema, "then", { allOf: then === undefined ? [condition] : [condition, then] }),
        otherwise ?? { kind: "boolean", id: `${id}?else`, place, value: true },
      ],
    });
    return { ...schema, keywords: { ...others, allOf: [...allOf, branches] } };
  }

  #part(
    { id, place }: ObjectSchema,
    keyword: "if" | "then",
    keywords: Pick<ObjectSchema["keywords"], "anyOf" | "allOf">,
  ): ObjectSchema {
    const at = below(place, keyword);
    const part: ObjectSchema = {
      kind: "object",
      id: `${id}?${keyword}`,
      place,
      keywords,
      revision: { notes: [], documented: {}, places: { anyOf: at, allOf: at } },
    };
    // It cannot be found by its place.
    this.#read.set(part.id, part);
    return part;
  }
}
