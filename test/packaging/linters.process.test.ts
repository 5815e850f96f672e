import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packFolder, packPackage, type Packed } from "../consumer/pack.js";
import { runAttw, runPublint } from "./linters.js";

let packed: Packed;
/** What the wildcards of the manifest stand for. */
let modules: readonly string[];

beforeAll(async () => {
  packed = await packPackage();
  modules = await wildcardEntries(packed.folder);
});

afterAll(async () => {
  await rm(packed.workspace, { recursive: true, force: true });
});

/** The entry points for the modules of the models and of the guards. */
async function wildcardEntries(folder: string): Promise<readonly string[]> {
  const entries = ["models", "guards"].map(async (kind) => {
    const names = await readdir(join(folder, "src", kind));
    return names.map((name) => `./${kind}/${basename(name, ".ts")}`);
  });
  return (await Promise.all(entries)).flat().toSorted();
}

/** Makes a tarball of a copy of the package in which a file is changed. */
async function packChanged(path: string, change: (text: string) => string): Promise<string> {
  const workspace = await mkdtemp(join(packed.workspace, "changed-"));
  const folder = join(workspace, "package");
  await cp(packed.folder, folder, {
    recursive: true,
    filter: (source) => basename(source) !== "node_modules",
  });
  const text = await readFile(join(folder, path), "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`nothing was changed in ${path}`);
  await writeFile(join(folder, path), changed);
  return packFolder(folder, workspace, ["--ignore-scripts"]);
}

describe("the package, as it is published", () => {
  it("is what publint asks for", async () => {
    expect(await runPublint(packed.tarball)).toEqual([]);
  });

  it("has the right types in every entry, as attw looks them up", async () => {
    const { code, problems, checked } = await runAttw(packed.tarball, modules);
    expect({ code, problems }).toEqual({ code: 0, problems: [] });
    expect(modules).toContain("./guards/batch");
    expect(checked).toEqual(expect.arrayContaining([".", "./openapi", "./runtime", ...modules]));
  });
});

describe("publint and attw", () => {
  it.each<
    [
      what: string,
      path: string,
      change: (text: string) => string,
      publint: readonly string[],
      attw: readonly string[],
    ]
  >([
    [
      "types that are not there",
      "package.json",
      (text) => text.replaceAll("dist/index.d.ts", "dist/nowhere.d.ts"),
      ["FILE_DOES_NOT_EXIST"],
      ["FallbackCondition", "UntypedResolution"],
    ],
    [
      "types after the code",
      "package.json",
      (text) => text.replace(/("types": "[^"]*index[^"]*"),(\s*)("default": "[^"]*")/, "$3,$2$1"),
      ["EXPORTS_DEFAULT_SHOULD_BE_LAST", "EXPORTS_TYPES_SHOULD_BE_FIRST"],
      [],
    ],
    [
      "ES modules that say they are none",
      "package.json",
      (text) => text.replace('"type": "module"', '"type": "commonjs"'),
      ["FILE_INVALID_FORMAT"],
      ["UnexpectedModuleSyntax"],
    ],
    [
      "a wildcard that leads nowhere",
      "package.json",
      (text) => text.replaceAll("dist/guards/*", "dist/checks/*"),
      ["EXPORTS_GLOB_NO_MATCHED_FILES"],
      ["NoResolution"],
    ],
    [
      "entries that node10 does not find",
      "package.json",
      (text) => text.replace('"typesVersions"', '"typesElsewhere"'),
      [],
      ["NoResolution"],
    ],
    [
      "no compiled code",
      "package.json",
      (text) => text.replace(/"files": \[\s*"dist",/, '"files": ['),
      ["EXPORTS_GLOB_NO_MATCHED_FILES", "FILE_DOES_NOT_EXIST"],
      ["NoResolution"],
    ],
    [
      "a licence that is not named",
      "package.json",
      (text) => text.replace('"license": "MIT",', ""),
      ["USE_LICENSE"],
      [],
    ],
    [
      "an import without an extension",
      "dist/guards/batch.d.ts",
      (text) => text.replace("/models/batch.js", "/models/batch"),
      [],
      ["InternalResolutionError"],
    ],
  ])("object to a package with %s", async (_what, path, change, publint, attw) => {
    const tarball = await packChanged(path, change);
    expect(await runPublint(tarball)).toEqual(publint);
    const { code, problems } = await runAttw(tarball, modules);
    expect(problems).toEqual(attw);
    expect(code === 0).toBe(attw.length === 0);
  });
});
