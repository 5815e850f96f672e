import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { inside, targetOf, type Files, type Location } from "./files.js";

/** Which properties count: all, or only those that go in one direction. */
export type Direction = "both" | "request" | "response";

/**
 * The schemas of a document in the form of JSON Schema 2020-12, made without any code of the
 * generator: each that a reference leads to is one of its own, under a name that stands in `$ref`.
 */
export class UpgradedSchemas {
  readonly #files: Files;
  /** Whether the document is of OpenAPI 3.0, where nothing counts beside `$ref`. */
  readonly #isOld: boolean;
  readonly #direction: Direction;
  readonly #names = new Map<string, string>();
  readonly #schemas = new Map<string, Json>();

  constructor(files: Files, isOld: boolean, direction: Direction) {
    this.#files = files;
    this.#isOld = isOld;
    this.#direction = direction;
  }

  /** Every schema so far, by its name. */
  get all(): ReadonlyMap<string, Json> {
    return this.#schemas;
  }

  /** The name of the schema at a place. It is there then, and all that it refers to. */
  nameOf(place: Location): string {
    const key = `${place.uri}#${place.pointer}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `${this.#direction}:${this.#names.size}`;
    this.#names.set(key, name);
    this.#schemas.set(name, this.#upgrade(this.#files.at(place), place));
    return name;
  }

  #upgrade(schema: Json, place: Location): Json {
    if (!isJsonObject(schema)) return schema;
    if (this.#isOld && typeof schema.$ref === "string") {
      return { $ref: this.nameOf(targetOf(schema.$ref, place.uri)) };
    }
    const upgraded = Object.fromEntries(
      Object.entries(schema).flatMap(([keyword, value]) => {
        const result = this.#keyword(keyword, value, schema, place);
        return result === undefined ? [] : [result];
      }),
    );
    return schema.nullable === true ? { anyOf: [upgraded, { type: "null" }] } : upgraded;
  }

  #keyword(
    keyword: string,
    value: Json,
    schema: JsonObject,
    parent: Location,
  ): readonly [string, Json] | undefined {
    const place = inside(parent, keyword);
    switch (keyword) {
      case "$ref":
        if (typeof value !== "string") throw new Error(`The $ref at ${place.pointer} is no text.`);
        return [keyword, this.nameOf(targetOf(value, place.uri))];
      case "$recursiveRef":
        return ["$ref", this.nameOf(this.#recursionOf(place))];
      case "properties":
      case "patternProperties":
      case "dependentSchemas":
        return [keyword, this.#map(value, place, keyword === "properties")];
      case "required":
        return [keyword, this.#required(value, schema.properties, inside(parent, "properties"))];
      case "allOf":
      case "anyOf":
      case "oneOf":
      case "prefixItems":
        return [
          keyword,
          listOf(value).map((item, index) => this.#upgrade(item, inside(place, String(index)))),
        ];
      case "items":
      case "additionalProperties":
      case "propertyNames":
      case "contains":
      case "not":
      case "if":
      case "then":
      case "else":
        return [keyword, this.#upgrade(value, place)];
      case "minimum":
        return schema.exclusiveMinimum === true ? ["exclusiveMinimum", value] : [keyword, value];
      case "maximum":
        return schema.exclusiveMaximum === true ? ["exclusiveMaximum", value] : [keyword, value];
      case "exclusiveMinimum":
      case "exclusiveMaximum":
        return typeof value === "boolean" ? undefined : [keyword, value];
      default:
        return assertions.has(keyword) ? [keyword, value] : undefined;
    }
  }

  /** Schemas by name. DigitalOcean writes a reference to them, where there is no schema yet. */
  #map(value: Json, place: Location, areProperties: boolean): JsonObject {
    if (!isJsonObject(value)) return {};
    if (typeof value.$ref === "string") {
      const target = targetOf(value.$ref, place.uri);
      return this.#map(this.#files.at(target), target, areProperties);
    }
    const members = Object.entries(value).filter(
      ([, schema]) => !areProperties || this.#goes(schema),
    );
    return Object.fromEntries(
      members.map(([name, schema]) => [name, this.#upgrade(schema, inside(place, name))]),
    );
  }

  /** A property that does not go in the direction cannot be missing there. */
  #required(names: Json, properties: Json | undefined, place: Location): Json {
    if (!isJsonArray(names) || properties === undefined || this.#direction === "both") return names;
    const kept = this.#map(properties, place, true);
    const all = this.#map(properties, place, false);
    return names.filter((name) => {
      const key = typeof name === "string" ? name : "";
      return !Object.hasOwn(all, key) || Object.hasOwn(kept, key);
    });
  }

  /** https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-schema-object */
  #goes(property: Json): boolean {
    if (!isJsonObject(property) || (this.#isOld && typeof property.$ref === "string")) return true;
    switch (this.#direction) {
      case "request":
        return property.readOnly !== true;
      case "response":
        return property.writeOnly !== true;
      case "both":
        return true;
    }
  }

  /** The nearest schema around a place that is marked as the one that recursion leads to. */
  #recursionOf({ uri, pointer }: Location): Location {
    const around = { uri, pointer: pointer.slice(0, pointer.lastIndexOf("/")) };
    const schema = this.#files.at(around);
    const isMarked = isJsonObject(schema) && schema.$recursiveAnchor === true;
    return isMarked || around.pointer === "" ? around : this.#recursionOf(around);
  }
}

/** Keywords that say something about a value, and are the same in every version. */
const assertions: ReadonlySet<string> = new Set([
  ...["type", "enum", "const", "multipleOf", "minLength", "maxLength", "pattern"],
  ...["minItems", "maxItems", "uniqueItems", "minContains", "maxContains"],
  ...["minProperties", "maxProperties", "dependentRequired"],
]);

function listOf(value: Json): readonly Json[] {
  return isJsonArray(value) ? value : [];
}
