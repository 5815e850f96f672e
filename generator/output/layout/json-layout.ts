import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import type { LineSettings } from "../../emit/draft.js";
import { basename } from "../disk.js";
import { concat, group, hardline, indent, join, line, listed, softline, type Doc } from "./doc.js";
import { printDoc } from "./print-doc.js";

/**
 * Lays out JSON that `JSON.stringify` wrote with line breaks, the way Prettier does: objects keep
 * theirs, and arrays stand on one line where they fit. A `package.json` stays the way npm writes it.
 *
 * @param text The JSON, without numbers among the items of its arrays.
 * @param path The path of the file.
 */
export function layOutJson(text: string, path: string, lines: LineSettings): string {
  // It was a value of ours a moment ago.
  const value = JSON.parse(text) as Json;
  return basename(path) === "package.json"
    ? `${JSON.stringify(value, undefined, lines.tabWidth)}\n`
    : `${printDoc(jsonDoc(value), lines).join("\n")}\n`;
}

function jsonDoc(value: Json): Doc {
  if (isJsonArray(value)) {
    if (value.length === 0) return "[]";
    const items = indent(concat([softline, listed(value.map(jsonDoc))]));
    return group(concat(["[", items, softline, "]"]));
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) =>
    concat([`${JSON.stringify(name)}: `, jsonDoc(member)]),
  );
  if (members.length === 0) return "{}";
  const list = indent(concat([hardline, join(concat([",", line]), members)]));
  return group(concat(["{", list, hardline, "}"]));
}
