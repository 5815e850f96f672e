import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

/** The Markdown files of the project that people read, with their texts, by their paths from its root. */
export function markdownFiles(): ReadonlyMap<string, string> {
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  const below = ["docs", "examples", ".github"].flatMap(filesBelow);
  return new Map(
    [...top, ...below].map((path) => [path, readFileSync(new URL(path, root), "utf8")] as const),
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(fileURLToPath(new URL(folder, root)), { recursive: true })
    .map((path) => `${folder}/${path.toString().replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".md") && !path.includes("/node_modules/"))
    .toSorted();
}
