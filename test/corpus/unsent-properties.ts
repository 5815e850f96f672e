import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { inside, targetOf, type Files, type Location } from "./files.js";

/** Which properties count: all, or only those that are sent in one direction. */
export type Direction = "both" | "request" | "response";

/** What applies to the same value as a schema does, as it is in its file. */
interface Applied {
  readonly schema: JsonObject;
  readonly place: Location;
}

/** Finds the properties of an object that are not sent, made without any code of the generator. */
export class UnsentProperties {
  readonly #files: Files;
  readonly #isOld: boolean;
  readonly #direction: Direction;

  constructor(files: Files, isOld: boolean, direction: Direction) {
    this.#files = files;
    this.#isOld = isOld;
    this.#direction = direction;
  }

  /** https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-schema-object */
  of(schema: JsonObject, place: Location): ReadonlySet<string> {
    if (this.#direction === "both") return new Set();
    const properties = (applied: Applied): readonly string[] => this.#own(applied);
    return this.#all({ schema, place }, properties, new Set());
  }

  #own({ schema, place }: Applied): readonly string[] {
    const found = this.#properties(schema.properties, inside(place, "properties"));
    const keyword = this.#direction === "request" ? "readOnly" : "writeOnly";
    const marks = ({ schema: each }: Applied): readonly string[] =>
      each[keyword] === true ? [keyword] : [];
    return found.flatMap(([name, property]) =>
      this.#all(property, marks, new Set()).size > 0 ? [name] : [],
    );
  }

  #properties(value: Json | undefined, place: Location): readonly (readonly [string, Applied])[] {
    if (!isJsonObject(value)) return [];
    if (typeof value.$ref === "string") {
      const target = targetOf(value.$ref, place.uri);
      return this.#properties(this.#files.at(target), target);
    }
    return Object.entries(value).flatMap(([name, schema]) =>
      isJsonObject(schema) ? [[name, { schema, place: inside(place, name) }] as const] : [],
    );
  }

  /** What a schema says, what it refers to and combines, and what all alternatives say. */
  #all(
    { schema, place }: Applied,
    own: (applied: Applied) => readonly string[],
    seen: ReadonlySet<JsonObject>,
  ): ReadonlySet<string> {
    if (seen.has(schema)) return new Set();
    const way = new Set([...seen, schema]);
    const inner = (value: Json, at: Location): ReadonlySet<string> =>
      isJsonObject(value) ? this.#all({ schema: value, place: at }, own, way) : new Set();
    const found: string[] = [];
    if (typeof schema.$ref === "string") {
      const target = targetOf(schema.$ref, place.uri);
      found.push(...inner(this.#files.at(target), target));
      if (this.#isOld) return new Set(found);
    }
    found.push(...own({ schema, place }));
    const inList = (keyword: string): readonly ReadonlySet<string>[] =>
      listOf(schema[keyword] ?? []).flatMap((option, index) => {
        const isNull = isJsonObject(option) && option.type === "null";
        return isNull ? [] : [inner(option, inside(inside(place, keyword), String(index)))];
      });
    for (const names of inList("allOf")) found.push(...names);
    for (const keyword of ["anyOf", "oneOf"]) {
      const [first, ...others] = inList(keyword);
      for (const name of first ?? []) if (others.every((each) => each.has(name))) found.push(name);
    }
    return new Set(found);
  }
}

/** The items of an array; none, where there is another value. */
export function listOf(value: Json): readonly Json[] {
  return isJsonArray(value) ? value : [];
}
