import { Random } from "./random.js";

interface Folder {
  readonly name: string;
  readonly size: unknown;
  readonly owner?: string | null;
  readonly tags?: readonly string[];
  readonly children: readonly Folder[];
}

/** How deep folders are in folders. */
const depth = 40;

/** Trees of 160 folders. */
export function folders(): readonly unknown[] {
  return Array.from({ length: 8 }, (_, index) => treeOf(depth, new Random(index + 1), 0));
}

/** The same, with a size that is wrong in the deepest folder of all. */
export function wrongFolders(): readonly unknown[] {
  return Array.from({ length: 8 }, (_, index) => treeOf(depth, new Random(index + 1), "large"));
}

/** A folder with three empty ones, and one that goes on. */
function treeOf(levels: number, random: Random, deepest: unknown): Folder {
  const empty = [0, 1, 2].map(() => folderOf(random, random.below(10_000), []));
  const children = levels === 0 ? [] : [...empty, treeOf(levels - 1, random, deepest)];
  return folderOf(random, levels === 0 ? deepest : levels, children);
}

function folderOf(random: Random, size: unknown, children: readonly Folder[]): Folder {
  const name = random.text("folder-");
  switch (random.below(4)) {
    case 0:
      return { name, size, children };
    case 1:
      return { name, size, owner: null, tags: ["old"], children };
    case 2:
      return { children, owner: random.text("user-"), size, name };
    default:
      return { tags: ["new", "shared"], name, children, size, owner: random.text("user-") };
  }
}
