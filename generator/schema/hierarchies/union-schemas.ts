import type { Direction } from "../../core/direction.js";
import type { SchemaId } from "../../core/schema-id.js";
import { below } from "../../core/place.js";
import { mapSchemas } from "../children.js";
import { revise } from "../policies/changes.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { Differences, Schemas } from "../schemas.js";
import { directionOf, wholeId } from "../scope.js";
import type { DiscriminatedUnion, Extension } from "./discriminated.js";

/** The schemas of a document in which some bases become the union of their extensions. */
export class UnionSchemas implements Schemas {
  readonly #written: Schemas;
  readonly #unions: ReadonlyMap<SchemaId, DiscriminatedUnion>;
  readonly #read = new Map<SchemaId, Schema>();
  readonly #differences = new Map<Direction, Differences>();

  constructor(written: Schemas, unions: ReadonlyMap<SchemaId, DiscriminatedUnion>) {
    this.#written = written;
    this.#unions = unions;
  }

  readonly at: Schemas["at"] = (place) => this.#withUnions(this.#written.at(place));

  readonly get: Schemas["get"] = (id) =>
    this.#read.get(id) ?? this.#withUnions(this.#written.get(id));

  readonly inDirection: Schemas["inDirection"] = (schema, direction, differences) => {
    this.#differences.set(direction, differences);
    return this.#withUnions(this.#written.inDirection(schema, direction, differences));
  };

  readonly differs: Schemas["differs"] = (id, direction) => this.#written.differs(id, direction);

  #withUnions(schema: Schema): Schema {
    if (schema.kind === "boolean") return schema;
    const known = this.#read.get(schema.id);
    if (known !== undefined) return known;
    const keywords = mapSchemas(schema.keywords, (inside) => this.#withUnions(inside));
    const mapped = keywords === schema.keywords ? schema : { ...schema, keywords };
    const union = this.#unions.get(wholeId(schema.id));
    const read = union === undefined ? mapped : this.#asUnion(mapped, union);
    this.#read.set(schema.id, read);
    return read;
  }

  #asUnion(base: ObjectSchema, { propertyName, options }: DiscriminatedUnion): ObjectSchema {
    const anyOf = options.map((option, index) => this.#option(option, index, base, propertyName));
    return revise(base, {
      keywords: { ...base.keywords, anyOf },
      note: "The union of the schemas that extend it, by the policy `polymorphism: union`.",
      places: { anyOf: below(base.place, "discriminator") },
    });
  }

  #option(
    { schema, values }: Extension,
    index: number,
    base: ObjectSchema,
    propertyName: string,
  ): ObjectSchema {
    const id = `${base.id}?extension${index}`;
    const place = below(base.place, "discriminator");
    const $ref = this.#inDirectionOf(base, schema);
    if (values === undefined) return { kind: "object", id, place, keywords: { $ref } };
    const property: Schema = { kind: "object", id: `${id}?tag`, place, keywords: { enum: values } };
    return {
      kind: "object",
      id,
      place,
      keywords: {
        type: ["object"],
        properties: new Map([[propertyName, property]]),
        required: [propertyName],
        $ref,
      },
    };
  }

  /** The id of an extension in the direction that its base is read for. */
  #inDirectionOf({ id }: Schema, extension: Schema): SchemaId {
    const direction = directionOf(id);
    const known = direction === undefined ? undefined : this.#differences.get(direction);
    return direction !== undefined && known?.differs(extension.id) === true
      ? this.#written.inDirection(extension, direction, known).id
      : extension.id;
  }
}
