import type { KeywordDefinition } from "./keyword.js";
import { keywordTable } from "./keywords.js";

/** Keywords that hold schemas without applying them. */
const containers: ReadonlyMap<string, "schema" | "list" | "map"> = new Map([
  ["$defs", "map"],
  ["definitions", "map"],
  ["contentSchema", "schema"],
]);

/** How the value of a keyword holds schemas: as one, in an array, in an object, or not at all. */
export function keywordStructure(keyword: string): "schema" | "list" | "map" | undefined {
  return definitions.get(keyword)?.holds ?? containers.get(keyword);
}

type Structure = Pick<KeywordDefinition<unknown>, "holds">;

const definitions: ReadonlyMap<string, Structure> = new Map<string, Structure>(
  Object.entries(keywordTable),
);
