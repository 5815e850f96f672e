import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { describe, expect, it } from "vitest";
import { withPicture } from "../../scripts/layers-picture.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const contributing = await readFile(`${root}CONTRIBUTING.md`, "utf8");

/** The rows of the table of layers: a layer, and the files to begin with. */
const rows = [...contributing.matchAll(/^\| `([\w.]+)\/?` +\|[^|]*\|([^|]*)\|$/gm)].map(
  ([, layer = "", files = ""]) => ({ layer, files: files.match(/[\w-]+\.ts\b/g) ?? [] }),
);

describe("CONTRIBUTING", () => {
  it("shows the arrows as they are: if not, run `npm run picture`", async () => {
    expect(contributing).toBe(await withPicture(contributing));
  });

  it("lists the layers in the order of the linter", async () => {
    const { ruleSet } = await extractDepcruiseOptions(`${root}.dependency-cruiser.js`);
    const below = (ruleSet?.forbidden ?? []).flatMap(
      ({ name }) => /^(.+)-imports-from-below$/.exec(name ?? "")?.[1] ?? [],
    );
    // There is no such rule for the uppermost.
    expect(rows.map(({ layer }) => layer)).toEqual(["cli", ...below]);
  });

  it("names files to begin with that are there", () => {
    const paths = rows.flatMap(({ layer, files }) => files.map((file) => `${layer}/${file}`));
    expect(paths.filter((path) => !existsSync(`${root}generator/${path}`))).toEqual([]);
  });
});

describe.each(["CONTRIBUTING.md", "docs/explanation/internals.md", "test/README.md"])(
  "%s",
  (page) => {
    it("names files and folders that are there", async () => {
      const text = await readFile(`${root}${page}`, "utf8");
      const named = [...text.matchAll(/`([\w.-]+\/[\w.-][\w./-]*)`/g)].flatMap(
        ([, path]) => path ?? [],
      );
      const paths = named.filter((path) => !path.includes("x-command") && !path.startsWith("../"));
      expect(paths).not.toEqual([]);
      const isThere = (path: string): boolean =>
        ["", "generator/"].some((folder) => existsSync(`${root}${folder}${path}`));
      expect(paths.filter((path) => !isThere(path))).toEqual([]);
    });
  },
);
