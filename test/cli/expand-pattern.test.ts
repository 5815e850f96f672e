import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expandPattern } from "../../generator/commands/expand-pattern.js";
import { shownPath } from "../../generator/output/shown-path.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const files = [
  "a.json",
  "b.txt",
  "data/a.json",
  "data/B.JSONL",
  "data/[1].json",
  "data/{x}.json",
  "data/sub/b.json",
  "data/.hidden/c.json",
  "data/.c.json",
  "data/node_modules/d.json",
];

async function expanded(argument: string): Promise<readonly string[]> {
  const cwd = await temporaryFolder();
  await put(cwd, Object.fromEntries(files.map((file) => [file, ""])));
  // One link leads back to where it stands, one is another name of a file.
  await symlink("..", join(cwd, "data/sub/loop"));
  await symlink("b.json", join(cwd, "data/sub/c.json"));
  const paths = await expandPattern(argument, cwd);
  return paths.map((path) => shownPath(path, cwd));
}

const inData = ["data/B.JSONL", "data/[1].json", "data/a.json", "data/sub/b.json", "data/{x}.json"];
const jsonInData = inData.filter((file) => file.endsWith(".json"));

describe("an argument for files", () => {
  it.each<[argument: string, want: readonly string[]]>([
    ["a.json", ["a.json"]],
    ["nowhere.json", ["nowhere.json"]],
    ["*", ["a.json", "b.txt"]],
    ["./*.json", ["a.json"]],
    ["data/../*.json", ["a.json"]],
    ["data", inData],
    ["data/", inData],
    ["data/**/*.json", jsonInData],
    ["data/**/[a-b].json", ["data/a.json", "data/sub/b.json"]],
    ["**/{a,b}.json", ["a.json", "data/a.json", "data/sub/b.json"]],
    ["data/*/b.json", ["data/sub/b.json"]],
    // What is there is meant, whatever its name would stand for.
    ["data/[1].json", ["data/[1].json"]],
    ["data/{x}.json", ["data/{x}.json"]],
    ["data/.*.json", ["data/.c.json"]],
    ["**/.hidden/*.json", ["data/.hidden/c.json"]],
    ["**/node_modules/*.json", ["data/node_modules/d.json"]],
  ])("%s is %j", async (argument, want) => {
    expect(await expanded(argument)).toEqual(want);
  });

  it.each(["*.yaml", "data/**/z*.json", "{x,y}.json", "nowhere/**"])(
    "%s matches nothing",
    async (pattern) => {
      await expect(expanded(pattern)).rejects.toThrow(
        `no file matches ${pattern} (no-matching-files)`,
      );
    },
  );
});
