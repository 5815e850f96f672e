import type { SourceText } from "../core/source-text.js";

/**
 * Returns the text of a config for diagnostics, which show lines of it. Values of headers are hidden, unless they
 * come from the environment. Offsets do not change.
 *
 * @param source The config file.
 * @param value Its value.
 */
export function hideHeaders(source: SourceText, value: unknown): SourceText {
  const values = headerValuesIn(value)
    .flatMap((text) => [JSON.stringify(text).slice(1, -1), ...text.split(/\r?\n|\r/)])
    .filter((text) => text.trim().length > 3);
  const text = values.reduce(
    (hidden, each) => hidden.replaceAll(each, (found) => found.replaceAll(/[^\s]/g, "*")),
    source.text,
  );
  return text === source.text ? source : { ...source, text };
}

/** Returns every string without a variable below a member `headers`. */
function headerValuesIn(value: unknown, isHeader = false): readonly string[] {
  if (typeof value === "string") return isHeader && !value.includes("${") ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    headerValuesIn(part, isHeader || name === "headers"),
  );
}
