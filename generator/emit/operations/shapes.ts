import { exported, isSameCode, object, pureCall } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import type { Direction } from "../../core/direction.js";
import { jsonTypes, type JsonType } from "../../core/json-type.js";
import { appliedInPlace } from "../../schema/children.js";
import { jsonTypesIn } from "../../schema/json-types.js";
import type { ObjectSchema, Schema } from "../../schema/schema.js";
import type { OperationModule } from "./operation-module.js";

const scalars: readonly JsonType[] = ["string", "number", "boolean", "null"];

/** How the parts of a value in a style are made from text. */
export class Shapes {
  readonly #module: OperationModule;
  readonly #direction: Direction;
  readonly #onNested: () => void;

  /**
   * @param module Receives the functions that the shapes use.
   * @param direction The direction in which the values are sent.
   * @param onNested Is called if a value is nested more deeply than styles can write it.
   */
  constructor(module: OperationModule, direction: Direction, onNested: () => void) {
    this.#module = module;
    this.#direction = direction;
    this.#onNested = onNested;
  }

  /** The JSON types of the values of a schema. */
  typesOf(schema: Schema): ReadonlySet<JsonType> {
    return jsonTypesIn(schema, this.#module.context.schemas);
  }

  /**
   * The JSON types of the values that all of some schemas may accept. If there are none, the schemas are
   * alternatives.
   */
  typesOfAll(schemas: readonly Schema[]): ReadonlySet<JsonType> {
    const all = schemas.map((schema) => this.typesOf(schema));
    const shared = jsonTypes.filter((type) => all.every((types) => types.has(type)));
    return new Set(shared.length > 0 ? shared : all.flatMap((types) => [...types]));
  }

  /** The code of the shape of a value under several schemas, by the types that it can have. */
  ofAll(schemas: readonly Schema[]): Expression {
    const types = this.typesOfAll(schemas);
    if (types.size === jsonTypes.length) return shape("asText");
    const shapes = [
      ...(scalars.some((type) => types.has(type)) ? [this.#scalar(schemas, types)] : []),
      ...(types.has("array") ? [shapeCall("asList", this.#items(schemas))] : []),
      ...(types.has("object") ? [this.#object(schemas)] : []),
    ];
    const [first = shape("asText"), ...others] = shapes;
    return others.length === 0 ? first : shapeCall("asEither", ...shapes);
  }

  /**
   * The code of the shape of a schema, by the types of its values. A schema that accepts values of every type takes
   * the text.
   */
  of(schema: Schema): Expression {
    return this.ofAll([schema]);
  }

  #scalar(schemas: readonly Schema[], types: ReadonlySet<JsonType>): Expression {
    const [only, ...others] = scalars.filter((type) => types.has(type));
    const name = only === undefined || others.length > 0 ? undefined : shapeOf.get(only);
    if (name !== undefined) return shape(name);
    return shapeCall("asScalar", this.#module.predicateOfAny(schemas, this.#direction));
  }

  #items(lists: readonly Schema[]): Expression {
    return this.inner(this.itemsOf(lists));
  }

  /** The schemas of the items of lists. */
  itemsOf(lists: readonly Schema[]): readonly Schema[] {
    return this.applied(lists).flatMap(({ keywords: { items, prefixItems = [] } }) => [
      ...prefixItems,
      ...(items === undefined ? [] : [items]),
    ]);
  }

  /** The schemas of each property that a schema describes. */
  propertiesOf(...schemas: readonly Schema[]): ReadonlyMap<string, readonly Schema[]> {
    const properties = new Map<string, Schema[]>();
    for (const { keywords } of this.applied(schemas)) {
      for (const [name, property] of keywords.properties ?? []) {
        properties.set(name, [...(properties.get(name) ?? []), property]);
      }
    }
    return properties;
  }

  /**
   * The schemas of further properties; undefined, if the schema has some properties, and says nothing about others
   * or forbids them.
   */
  othersOf(...schemas: readonly Schema[]): readonly Schema[] | undefined {
    const applied = this.applied(schemas);
    const others = applied.flatMap(({ keywords }) => {
      const { additionalProperties, patternProperties, unevaluatedProperties } = keywords;
      return [
        ...(patternProperties?.values() ?? []),
        ...[additionalProperties, unevaluatedProperties].filter((each) => each !== undefined),
      ];
    });
    const open = others.filter((each) => each.kind === "object" || each.value);
    // An object without properties and without restrictions takes whatever is there.
    const isFree = others.length === 0 && this.propertiesOf(...schemas).size === 0;
    return open.length > 0 || isFree ? open : undefined;
  }

  #object(schemas: readonly Schema[]): Expression {
    const properties = [...this.propertiesOf(...schemas)];
    const others = this.othersOf(...schemas);
    return shapeCall(
      "asObject",
      object(properties.map(([name, all]) => [name, this.#property(all)])),
      ...(others === undefined ? [] : [this.inner(others)]),
    );
  }

  /** A property of an object may also be a list. */
  #property(schemas: readonly Schema[]): Expression {
    const types = this.typesOfAll(schemas);
    const isList = types.size === 1 && types.has("array");
    return isList ? shapeCall("asList", this.#items(schemas)) : this.inner(schemas);
  }

  /** The shape of an item or a member, which has to be a scalar. */
  inner(schemas: readonly Schema[]): Expression {
    const shapes = schemas.map((schema) => {
      const types = this.typesOf(schema);
      if (types.size === jsonTypes.length) return shape("asText");
      if (types.has("array") || types.has("object")) this.#onNested();
      if (!scalars.some((type) => types.has(type))) return shape("asText");
      return this.#scalar([schema], types);
    });
    const [first = shape("asText"), ...others] = shapes;
    if (others.every((other) => isSameCode(first, other))) return first;
    return shapeCall("asScalar", this.#module.predicateOfAny(schemas, this.#direction));
  }

  /** The schemas that apply to the same value as some schemas, themselves included. */
  applied(all: readonly Schema[]): readonly ObjectSchema[] {
    const { schemas } = this.#module.context;
    const found = new Set<Schema>(all);
    // The loop also visits what is added while it runs.
    for (const each of found)
      for (const inner of appliedInPlace(each, schemas.get)) found.add(inner);
    return [...found].filter((each) => each.kind === "object");
  }
}

type ShapeName =
  "asText" | "asNumber" | "asBoolean" | "asScalar" | "asList" | "asObject" | "asEither";

const shapeOf: ReadonlyMap<JsonType, ShapeName> = new Map([
  ["string", "asText"],
  ["number", "asNumber"],
  ["boolean", "asBoolean"],
]);

function shape(name: ShapeName): Expression {
  return exported(name, "runtime/parameter-shapes");
}

function shapeCall(name: ShapeName, ...args: readonly Expression[]): Expression {
  return pureCall(shape(name), ...args);
}
