/**
 * Returns how far the further lines of a value have to be indented in a YAML text: more than the block
 * collection around it.
 *
 * @param offset - Where the value begins.
 * @see {@link https://yaml.org/spec/1.2.2/#742-flow-mappings | YAML 1.2.2, flow mappings}
 */
export function requiredIndent(text: string, offset: number): number {
  let start = lineStart(text, offset);
  const [dashes = "", rest = ""] = partsOf(text.slice(start, offset));
  if (rest !== "") return dashes.length + 1;
  if (dashes.trim() !== "") return dashes.trimEnd().length;
  // A value on a line of its own belongs to an earlier line with less indentation.
  const own = dashes.length;
  while (start > 0) {
    const end = start - 1;
    start = lineStart(text, end);
    const [around = "", key = ""] = partsOf(text.slice(start, end));
    if (key !== "" && !key.startsWith("#") && around.length <= own) return around.length + 1;
  }
  return 0;
}

/** Returns the start of the line of an offset. */
function lineStart(text: string, offset: number): number {
  // A negative position would count as 0.
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Returns whether only spaces are between an offset and the end of its line. */
export function isEmptyLine(text: string, offset: number): boolean {
  let at = offset;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\r") at += 1;
  return text[at] === undefined || text[at] === "\n";
}

/** Splits a line into the spaces and dashes that it begins with, and the rest. */
function partsOf(line: string): readonly string[] {
  const [dashes = ""] = /^ *(?:- +)*/.exec(line) ?? [];
  return [dashes, line.slice(dashes.length).trimEnd()];
}

/** Returns the number of the line of an offset. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
