import { cruise, type IModule } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { fileURLToPath } from "node:url";
import { withPart, type Marks } from "./written-part.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The folders of `generator/` that each folder imports from. */
type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Returns the text of CONTRIBUTING with a new picture of the folders.
 *
 * @throws {Error} If the marks around the picture are missing.
 */
export async function withPicture(contributing: string): Promise<string> {
  return withPart(contributing, marks, picture(await findArrows()));
}

const marks: Marks = {
  begin: "<!-- picture of the layers: written by `npm run picture` -->",
  end: "<!-- end of the picture -->",
};

/** Returns a Mermaid graph, without arrows that follow from others. */
function picture(arrows: Arrows): string {
  const lines = [...arrows].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((other) => other !== to && leads(other, to, arrows)))
      .map((to) => `  ${from} --> ${to}`),
  );
  return ["```mermaid", "flowchart TD", ...lines.toSorted(), "```"].join("\n");
}

/** Returns whether one folder imports from another, directly or indirectly. */
function leads(from: string, to: string, arrows: Arrows): boolean {
  const seen = new Set([from]);
  for (const folder of seen) for (const target of arrows.get(folder) ?? []) seen.add(target);
  return from !== to && seen.has(to);
}

async function findArrows(): Promise<Arrows> {
  const arrows = new Map<string, Set<string>>();
  for (const { source, dependencies } of await findModules()) {
    const from = folderOf(source);
    for (const { resolved } of dependencies) {
      const to = folderOf(resolved);
      if (from === undefined || to === undefined || from === to) continue;
      arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  }
  return arrows;
}

async function findModules(): Promise<readonly IModule[]> {
  const options = await extractDepcruiseOptions(`${root}.dependency-cruiser.js`);
  const { output } = await cruise(["generator"], { ...options, baseDir: root });
  if (typeof output === "string") throw new Error(output);
  return output.modules;
}

/** `generator/emit/emit.ts` → `emit`, `generator/index.ts` → `index.ts`. */
function folderOf(path: string): string | undefined {
  return /^generator\/([^/]+)/.exec(path)?.[1];
}
