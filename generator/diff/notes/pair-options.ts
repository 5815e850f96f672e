import { keyOfValue } from "../../checks/value-key.js";
import { isJsonObject, type Json } from "../../core/json.js";
import { referenceOf, type Node } from "../../openapi/walk.js";

/** A node of the old document, and the one of the new document that replaces it. */
export type NodePair = readonly [old: Node, now: Node];

/** Pairs the options of unions: equal ones, then those with the same name, then those of a kind. */
export function pairOptions(old: readonly Node[], now: readonly Node[]): readonly NodePair[] {
  const pairs: NodePair[] = [];
  const left = [...old];
  const right = [...now];
  const pairBy = (keyOf: (node: Node) => string | undefined): void => {
    for (const one of [...left]) {
      const key = keyOf(one);
      const other = key === undefined ? undefined : right.find((each) => keyOf(each) === key);
      if (other === undefined) continue;
      pairs.push([one, other]);
      left.splice(left.indexOf(one), 1);
      right.splice(right.indexOf(other), 1);
    }
  };
  for (const keyOf of [equalKey, referenceOf, titleKey, tagKey, propertiesKey, shapeKey]) {
    pairBy(keyOf);
  }
  return pairs;
}

function equalKey({ value }: Node): string {
  return keyOfValue(value);
}

function titleKey({ value }: Node): string | undefined {
  return isJsonObject(value) && typeof value.title === "string" ? value.title : undefined;
}

/** The single values of properties, which tell options apart. */
function tagKey({ value }: Node): string | undefined {
  const tags = propertiesOf(value).flatMap(([name, property]) => {
    if (!isJsonObject(property)) return [];
    const { const: only, enum: listed } = property;
    const tag = only ?? (Array.isArray(listed) && listed.length === 1 ? listed : undefined);
    return tag === undefined ? [] : [`${name} ${keyOfValue(tag)}`];
  });
  return tags.length === 0 ? undefined : tags.sort().join();
}

function propertiesKey({ value }: Node): string | undefined {
  const names = propertiesOf(value).map(([name]) => name);
  return names.length === 0 ? undefined : names.sort().join();
}

/** The type of an option that has no properties, and no name. */
function shapeKey(node: Node): string | undefined {
  const { value } = node;
  if (!isJsonObject(value) || referenceOf(node) !== undefined) return undefined;
  if (propertiesOf(value).length > 0 || titleKey(node) !== undefined) return undefined;
  return value.type === undefined ? undefined : keyOfValue(value.type);
}

function propertiesOf(value: Json): readonly (readonly [string, Json])[] {
  if (!isJsonObject(value) || !isJsonObject(value.properties)) return [];
  return Object.entries(value.properties);
}
