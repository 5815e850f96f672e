import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";

/** The longest value that a message quotes. */
const longest = 60;

/** Fields whose values are prose, which messages do not quote. */
const prose: ReadonlySet<string> = new Set(["description", "summary", "$comment"]);

/**
 * Says how a field changed: one sentence, without a full stop.
 *
 * @param old Its value in the old document; undefined if it was not there.
 * @param now Its value in the new document; undefined if it is not there.
 */
export function noteMessage(keyword: string, old: Json | undefined, now: Json | undefined): string {
  if (keyword === "deprecated") {
    return now === true ? "it is deprecated now" : "it is no longer deprecated";
  }
  const [before, after] = [quoted(keyword, old), quoted(keyword, now)];
  const what = nameOf(keyword);
  if (old === undefined) return `the ${[what, after].filter(Boolean).join(" ")} is new`;
  if (now === undefined) return `the ${[what, before].filter(Boolean).join(" ")} was removed`;
  return before === "" || after === ""
    ? `the ${what} was changed`
    : `the ${what} is ${after} now, it was ${before}`;
}

function nameOf(keyword: string): string {
  if (keyword.startsWith("x-")) return `extension \`${keyword}\``;
  const plain = keyword.replace(/^\$/, "");
  return /[A-Z]/.test(plain) ? `\`${plain}\`` : plain;
}

/** A value as a text; empty if it is long, or its structure would have to be read. */
function quoted(keyword: string, value: Json | undefined): string {
  if (value === undefined || prose.has(keyword)) return "";
  const isNested = (isJsonArray(value) && value.length > 0) || isJsonObject(value);
  if (isNested) return "";
  const text = JSON.stringify(value);
  return text.length <= longest ? text : "";
}
