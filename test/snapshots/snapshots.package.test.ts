import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../generator/config/load-config.js";
import { formatDiagnostic, generate, type GenerateResult } from "../../generator/index.js";
import { compileErrors } from "../generate/compile.js";

// `npx vitest run test/snapshots --update` writes the files below this folder anew. What of them is
// no longer generated has to be removed by hand: the tests name it.

const root = fileURLToPath(new URL("../../", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));

/** Fixtures by the names of their folders here. */
const fixtures: Readonly<Record<string, string>> = {
  "pets-3.0": "pets-3.0.yaml",
  "keywords-3.1": "keywords-3.1.yaml",
  "awkward-names": "awkward-names.json",
};

describe.each(Object.entries(fixtures))("the package of %s", (name, file) => {
  const generated = once(() =>
    generate({
      spec: join(root, "test/fixtures", file),
      config: { out: join(here, name), package: { name, version: "1.0.0" } },
      cwd: root,
    }),
  );

  it("is what the snapshot shows", async () => {
    const texts = textsOf(await generated());
    for (const [path, text] of Object.entries(texts)) {
      await expect(text).toMatchFileSnapshot(`./${name}/${path}`);
    }
    const stale = (await filesBelow(join(here, name))).filter(
      (path) => !Object.hasOwn(texts, path),
    );
    expect(stale).toEqual([]);
  });

  it("compiles", async () => {
    const { files } = await generated();
    const texts = Object.fromEntries(files.map(({ path, text }) => [path, text]));
    expect(compileErrors(texts)).toEqual([]);
  });
});

describe("the package of spec/openapi.yaml", () => {
  const generated = once(async () => {
    const config = await loadConfig({ cwd: root, file: "guardsmith.config.yaml" });
    return generate({ spec: config.spec, config, cwd: root });
  });

  it("is what was committed: if not, run `npm run generate`", async () => {
    const { files, diagnostics } = await generated();
    expect(diagnostics).toEqual([]);
    for (const { path, text } of files) {
      expect(await readFile(join(root, "generated", path), "utf8"), path).toBe(text);
    }
    const committed = (await filesBelow(join(root, "generated"))).filter(
      (path) => !/^(?:dist|node_modules)\/|^\.guardsmith-files$/.test(path),
    );
    expect(committed).toEqual(files.map(({ path }) => path).toSorted());
  });

  it("has of the runtime what it needs, the same as every other package", async () => {
    const { files } = await generated();
    const { files: others } = await generate({ spec: join(root, "test/fixtures/pets-3.0.yaml") });
    const paths = runtimeOf(files).map(({ path }) => path);
    expect(runtimeOf(others).filter(({ path }) => paths.includes(path))).toEqual(runtimeOf(files));
  });
});

/** The files that a snapshot shows: all but the runtime, and what was said about the document. */
function textsOf({ files, diagnostics }: GenerateResult): Readonly<Record<string, string>> {
  const said = diagnostics.map((found) => `${formatDiagnostic(found, { color: false })}\n`);
  return {
    ...Object.fromEntries(
      files
        .filter(({ path }) => !path.startsWith("src/runtime/"))
        .map(({ path, text }) => [path, text]),
    ),
    "diagnostics.txt": said.join("\n"),
  };
}

function runtimeOf(files: GenerateResult["files"]): GenerateResult["files"] {
  return files.filter(({ path }) => path.startsWith("src/runtime/"));
}

/** The files below a folder, in order, as paths with `/`. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  // The snapshots that are about to be written for the first time have no folder yet.
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      posix.relative(folder.split(sep).join("/"), join(parentPath, name).split(sep).join("/")),
    )
    .toSorted();
}

/** Calls a function at the first call only; later ones get the same result. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
