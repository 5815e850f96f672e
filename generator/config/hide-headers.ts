import type { SourceText } from "../core/source-text.js";

/**
 * The text of a config for diagnostics, which show lines of it: the values of headers are hidden, where
 * they are not taken from the environment. All else stands where it stood.
 *
 * @param source The config file.
 * @param value What it says.
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

/** Every text below a member `headers`, without a variable in it. */
function headerValuesIn(value: unknown, isHeader = false): readonly string[] {
  if (typeof value === "string") return isHeader && !value.includes("${") ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    headerValuesIn(part, isHeader || name === "headers"),
  );
}
