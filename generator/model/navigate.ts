import { type Document, valueAt } from "../openapi/document.js";
import { isJsonArray, isJsonObject, type JsonObject, ownMember } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import { parsePointer } from "../core/pointer.js";
import { resolveUri } from "../core/uri.js";

/** An object of the document, with its place after references were followed. */
export interface Found {
  readonly place: Place;
  readonly value: JsonObject;
  /** What the reference that led here says of its name, if there was one. */
  readonly referredName?: string;
}

/** The methods of a Path Item Object that have a field of their own. */
export const methods: readonly string[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
];

/** The root of a document. */
export function rootOf({ uri, root }: Document): Found {
  return { place: { uri, pointer: "" }, value: root };
}

/**
 * The members of an object, or of one of its members, with references followed. Extensions are left
 * out.
 */
export function membersOf(
  document: Document,
  around: Found,
  name?: string,
): readonly (readonly [string, Found])[] {
  const object = name === undefined ? around.value : ownMember(around.value, name);
  const place = name === undefined ? around.place : below(around.place, name);
  if (!isJsonObject(object) && !isJsonArray(object)) return [];
  return Object.keys(object).flatMap((key) => {
    const found = key.startsWith("x-") ? undefined : follow(document, below(place, key));
    return found === undefined ? [] : [[key, found]];
  });
}

/** A member of an object, with references followed. */
export function memberOf(document: Document, around: Found, name: string): Found | undefined {
  return ownMember(around.value, name) === undefined
    ? undefined
    : follow(document, below(around.place, name));
}

/** The object at a place, or the one that its reference leads to in the end. */
function follow(document: Document, start: Place): Found | undefined {
  let place = start;
  let referredName: string | undefined;
  for (let steps = 0; steps < 100; steps += 1) {
    const value = valueAt(place, document);
    if (!isJsonObject(value)) return undefined;
    const { $ref } = value;
    if (typeof $ref !== "string") {
      return { place, value, ...(referredName !== undefined && { referredName }) };
    }
    const { uri, fragment } = resolveUri($ref, place.uri);
    place = { uri: document.aliases.get(uri) ?? uri, pointer: fragment };
    referredName = nameOfPlace(place);
  }
  return undefined;
}

/** What a place that is referred to is called: by its pointer, or by its file. */
export function nameOfPlace({ uri, pointer }: Place): string {
  const last = parsePointer(pointer).at(-1);
  if (last !== undefined) return last;
  const [file = ""] = uri.split("/").slice(-1);
  return decodeURIComponent(file).replace(/\.(ya?ml|json)$/i, "");
}
