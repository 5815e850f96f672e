import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { isJsonArray, isJsonObject, type Json } from "../../generator/core/json.js";

/** Where a value stands: the URI of a file, and a JSON pointer into it. */
export interface Location {
  readonly uri: string;
  readonly pointer: string;
}

/** The files of a document, read when they are first needed. */
export class Files {
  readonly #values = new Map<string, Json>();

  /**
   * The value at a place.
   *
   * @throws when there is none
   */
  at({ uri, pointer }: Location): Json {
    const tokens = pointer.split("/").slice(1);
    return tokens.reduce<Json>((value, token) => {
      const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
      const member = memberOf(value, name);
      if (member === undefined) throw new Error(`There is nothing at ${uri}#${pointer}.`);
      return member;
    }, this.#file(uri));
  }

  #file(uri: string): Json {
    const known = this.#values.get(uri);
    if (known !== undefined) return known;
    const text = readFileSync(fileURLToPath(uri), "utf8");
    // What a parser of YAML or JSON makes is JSON, as far as these documents go.
    const value = (uri.endsWith(".json") ? JSON.parse(text) : parse(text)) as Json;
    this.#values.set(uri, value);
    return value;
  }
}

/** Where a reference leads. */
export function targetOf(reference: string, from: string): Location {
  const { href, hash } = new URL(reference, from);
  return {
    uri: href.slice(0, href.length - hash.length),
    pointer: decodeURIComponent(hash.slice(1)),
  };
}

/** The place of a member of the value at a place. */
export function inside({ uri, pointer }: Location, ...names: readonly string[]): Location {
  const tokens = names.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return { uri, pointer: pointer + tokens.join("") };
}

function memberOf(value: Json, name: string): Json | undefined {
  if (!isJsonObject(value) && !isJsonArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
