import type { OutputFile } from "../../../generator/emit/output-file.js";

const texts = (version: string, count: number): readonly OutputFile[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `models/m${index}.ts`,
    text: `export const m${index} = "${version}";\n`,
  }));

/** The outputs that the tests write over each other: with files that change, come and go. */
export function versionOf(name: "old" | "new", size: number): readonly OutputFile[] {
  const other =
    name === "old"
      ? [
          { path: "gone/a.ts", text: "1" },
          { path: "gone/b/c.ts", text: "1" },
        ]
      : [
          { path: "came/a.ts", text: "2" },
          { path: "came/b/c.ts", text: "2" },
        ];
  return [{ path: "same.ts", text: "1" }, ...other, ...texts(name, size)];
}
