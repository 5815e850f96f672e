import { encodeComment } from "./encode.js";
import type { DocTag, Docs } from "./nodes.js";
import { wrapMarkdown } from "./wrap.js";

/** The greatest width of a line of a doc comment, with its indentation. */
const width = 80;

/**
 * Prints a doc comment followed by a line break, or an empty string if there is nothing to say.
 *
 * @param indentation - The blanks before each line.
 */
export function printDocs(docs: Docs | undefined, indentation: string): string {
  const lines = docs === undefined ? [] : linesOf(docs, indentation.length);
  const [only = "", ...others] = lines;
  if (lines.length === 0) return "";
  if (others.length === 0) return `${indentation}/** ${only} */\n`;
  const printed = lines.map((line) => `${indentation} *${line === "" ? "" : ` ${line}`}\n`);
  return `${indentation}/**\n${printed.join("")}${indentation} */\n`;
}

function linesOf({ text, tags }: Docs, indentation: number): readonly string[] {
  // " * " takes three columns.
  const wrapped = wrapMarkdown(encodeComment(text).trim(), width - indentation - 3);
  const printed = tags.flatMap(printTag);
  return wrapped.length === 0 || printed.length === 0
    ? [...wrapped, ...printed]
    : [...wrapped, "", ...printed];
}

function printTag({ name, text }: DocTag): readonly string[] {
  const encoded = encodeComment(text);
  if (name === "example" && encoded.includes("\n")) return ["@example", ...encoded.split("\n")];
  return [`@${name} ${encoded.replaceAll("\n", " ")}`.trimEnd()];
}
