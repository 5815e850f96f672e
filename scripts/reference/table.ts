import { row } from "../../generator/text/markdown.js";

/** A table of Markdown. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => "---"), ...rows].map((cells) => row(...cells)).join("\n");
}
