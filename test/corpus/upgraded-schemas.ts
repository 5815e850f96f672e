import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { inside, targetOf, type Files, type Location } from "./files.js";
import { listOf, UnsentProperties, type Direction } from "./unsent-properties.js";

/** A schema that is upgraded, and the properties of its object that are not sent. */
interface Upgraded {
  readonly schema: JsonObject;
  readonly place: Location;
  readonly unsent: readonly string[];
}

/**
 * The schemas of a document in the form of JSON Schema 2020-12, made without any code of the
 * generator: each that a reference leads to is one of its own, under a name that is in `$ref`.
 */
export class UpgradedSchemas {
  readonly #files: Files;
  /** Whether the document is of OpenAPI 3.0, where nothing counts beside `$ref`. */
  readonly #isOld: boolean;
  readonly #direction: Direction;
  /** The same for both directions: conditions are not read for one. */
  readonly #whole: UpgradedSchemas;
  readonly #unsent: UnsentProperties;
  readonly #names = new Map<string, string>();
  readonly #schemas = new Map<string, Json>();

  constructor(files: Files, isOld: boolean, direction: Direction, whole?: UpgradedSchemas) {
    this.#files = files;
    this.#isOld = isOld;
    this.#direction = direction;
    this.#whole = whole ?? this;
    this.#unsent = new UnsentProperties(files, isOld, direction);
  }

  /** Every schema so far, by its name. */
  get all(): ReadonlyMap<string, Json> {
    return this.#schemas;
  }

  /**
   * The name of the schema at a place. It is there then, and all that it refers to.
   *
   * @param unsent - Properties of the same object that others say are not sent.
   */
  nameOf(place: Location, unsent: readonly string[] = []): string {
    const key = `${place.uri}#${place.pointer} ${JSON.stringify([...unsent].sort())}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `${this.#direction}:${this.#names.size}`;
    this.#names.set(key, name);
    this.#schemas.set(name, this.#upgrade(this.#files.at(place), place, unsent));
    return name;
  }

  #upgrade(schema: Json, place: Location, around: readonly string[] = []): Json {
    if (!isJsonObject(schema)) return schema;
    const unsent = [...new Set([...around, ...this.#unsent.of(schema, place)])];
    if (this.#isOld && typeof schema.$ref === "string") {
      return { $ref: this.nameOf(targetOf(schema.$ref, place.uri), unsent) };
    }
    const upgraded = Object.fromEntries(
      Object.entries(schema).flatMap(([keyword, value]) => {
        const result = this.#keyword(keyword, value, { schema, place, unsent });
        return result === undefined ? [] : [result];
      }),
    );
    return schema.nullable === true ? { anyOf: [upgraded, { type: "null" }] } : upgraded;
  }

  #keyword(
    keyword: string,
    value: Json,
    { schema, place: parent, unsent }: Upgraded,
  ): readonly [string, Json] | undefined {
    const place = inside(parent, keyword);
    const isSent = (name: Json): boolean => typeof name !== "string" || !unsent.includes(name);
    switch (keyword) {
      case "$ref":
        if (typeof value !== "string") throw new Error(`The $ref at ${place.pointer} is no text.`);
        return [keyword, this.nameOf(targetOf(value, place.uri), unsent)];
      case "$recursiveRef":
        return ["$ref", this.nameOf(this.#recursionOf(place))];
      case "properties":
        return [keyword, this.#map(value, place, [], isSent)];
      case "patternProperties":
        return [keyword, this.#map(value, place, [])];
      case "dependentSchemas":
        return [keyword, this.#map(value, place, unsent)];
      case "required":
        return [keyword, isJsonArray(value) ? value.filter(isSent) : value];
      case "dependentRequired":
        return [keyword, mapOf(value, (names) => listOf(names).filter(isSent))];
      case "prefixItems":
        return [keyword, this.#list(value, place, [])];
      case "allOf":
        return [keyword, this.#list(value, place, unsent)];
      case "anyOf":
      case "oneOf": {
        const options = this.#list(value, place, unsent).filter(
          (option) => unsent.length === 0 || !asksForNothing(option),
        );
        return options.length === 0 && unsent.length > 0 ? undefined : [keyword, options];
      }
      case "items":
      case "additionalProperties":
      case "propertyNames":
      case "contains":
        return [keyword, this.#upgrade(value, place)];
      case "not":
      case "if":
        return [keyword, this.#whole.#upgrade(value, place)];
      case "then":
      case "else":
        return [keyword, this.#upgrade(value, place, unsent)];
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

  #list(value: Json, place: Location, unsent: readonly string[]): readonly Json[] {
    return listOf(value).map((item, index) =>
      this.#upgrade(item, inside(place, String(index)), unsent),
    );
  }

  /** Schemas by name. DigitalOcean writes a reference to them, if there is no schema yet. */
  #map(
    value: Json,
    place: Location,
    unsent: readonly string[],
    isSent: (name: string) => boolean = () => true,
  ): JsonObject {
    if (!isJsonObject(value)) return {};
    if (typeof value.$ref === "string") {
      const target = targetOf(value.$ref, place.uri);
      return this.#map(this.#files.at(target), target, unsent, isSent);
    }
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => isSent(name))
        .map(([name, schema]) => [name, this.#upgrade(schema, inside(place, name), unsent)]),
    );
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
  ...["minProperties", "maxProperties"],
]);

function mapOf(value: Json, map: (member: Json) => Json): JsonObject {
  const members = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(members.map(([name, member]) => [name, map(member)]));
}

/** Whether nothing is left of a schema that only asked for properties which are not sent. */
function asksForNothing(option: Json): boolean {
  if (!isJsonObject(option) || !isJsonArray(option.required)) return false;
  const names = Object.keys(option).filter((name) => name !== "type");
  return option.required.length === 0 && names.length === 1;
}
