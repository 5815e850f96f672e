import type { JsonType } from "../../core/json-type.js";
import type { SizeKeyword } from "../../checks/check.js";
import type { KeywordDefinition } from "./keyword.js";
import { parseCount } from "./parsers.js";

/** A keyword that bounds the size of a string, an array or an object. */
export function size(keyword: SizeKeyword, type: JsonType): KeywordDefinition<number> {
  return {
    vocabulary: "validation",
    parse: parseCount,
    checks: (limit) => [{ kind: "when", type, checks: [{ kind: "size", keyword, limit }] }],
    tags: (limit) => [{ name: keyword, text: String(limit) }],
  };
}
