import { describe, expect, it } from "vitest";
import { generate, type PackageConfig, type Output } from "../../generator/index.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { documentOf } from "./package.js";

/** The files of a package with these settings, beside two licences, and what is wrong. */
async function filesOf(
  settings: Partial<PackageConfig>,
  outputs: readonly Output[] = ["models", "package"],
): Promise<{ readonly texts: Readonly<Record<string, string>>; readonly problems: object }> {
  const cwd = await temporaryFolder();
  await put(cwd, {
    LICENSE: "As you like.\n",
    "licenses/windows.txt": "\ufeffAs\r\nyou like.\r\n",
  });
  const { files, diagnostics } = await generate({
    spec: { text: documentOf({ A: { type: "string" } }) },
    config: { package: { name: "a", version: "1.0.0", ...settings }, outputs },
    cwd,
  });
  const texts = Object.fromEntries(files.map(({ path, text }) => [path, text]));
  return { texts, problems: diagnostics };
}

/** What a `package.json` says. */
interface Manifest {
  readonly exports: Readonly<Record<string, string | object>>;
  readonly typesVersions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly main?: string;
  readonly types?: string;
  readonly repository?: object | string;
  readonly publishConfig?: object;
}

/** The `package.json` of a package with these settings. */
async function manifestOf(
  settings: Partial<PackageConfig>,
  outputs?: readonly Output[],
): Promise<Manifest> {
  const { texts } = await filesOf(settings, outputs);
  // What the generator writes there is under test.
  return JSON.parse(texts["package.json"] ?? "") as Manifest;
}

describe("the manifest", () => {
  const directory = { type: "git", url: "git+https://example.com/a.git", directory: "types" };

  it.each<[what: string, settings: Partial<PackageConfig>, want: object]>([
    ["the name of a repository", { repository: "github:a/b" }, { repository: "github:a/b" }],
    ["a folder in a repository", { repository: directory }, { repository: directory }],
    [
      "a licence by its name and as a text",
      { license: "MIT", licenseFile: "LICENSE" },
      { license: "MIT" },
    ],
  ])("has %s", async (_what, settings, want) => {
    expect(await manifestOf(settings)).toMatchObject(want);
  });

  it.each<[settings: Partial<PackageConfig>, want: object | undefined]>([
    [{}, undefined],
    [{ name: "@a/b" }, undefined],
    [{ repository: "github:a/b" }, { access: "public", provenance: true }],
    [{ name: "@a/b", repository: directory }, { provenance: true }],
  ])("of %j has npm state the provenance, if there is a repository: %j", async (settings, want) => {
    const { publishConfig, repository } = await manifestOf(settings);
    expect(publishConfig).toEqual(want);
    expect(repository).toEqual(settings.repository);
  });

  it("lists the types of every entry first, as TypeScript takes the first that matches", async () => {
    const { exports } = await manifestOf({}, ["models", "guards", "openapi", "package"]);
    const entries = Object.entries(exports).filter(([, entry]) => typeof entry === "object");
    expect(entries.map(([name]) => name)).toContain("./guards/*");
    for (const [name, entry] of entries) expect(Object.keys(entry)[0], name).toBe("types");
  });

  it.each<[outputs: readonly Output[], entries: readonly string[]]>([
    [
      ["models", "package"],
      [".", "./models/*"],
    ],
    [
      ["json-schema", "package"],
      ["./json-schema/*", "./runtime"],
    ],
    [
      ["models", "guards", "openapi", "package"],
      [".", "./models/*", "./guards/*", "./runtime", "./openapi"],
    ],
  ])("of %j has the same entries for every way to resolve them", async (outputs, entries) => {
    const { exports, typesVersions, main, types } = await manifestOf({}, outputs);
    expect(Object.keys(exports)).toEqual([...entries, "./package.json"]);
    const inner = entries.filter((entry) => entry !== ".");
    const declarations = Object.entries(typesVersions["*"] ?? {});
    expect(declarations.map(([name]) => `./${name}`)).toEqual(inner);
    for (const [name, paths] of declarations) {
      expect(exports[`./${name}`]).toMatchObject({ types: paths[0] });
    }
    const hasIndex = entries.includes(".");
    expect({ main, types }).toEqual({
      main: hasIndex ? "./dist/index.js" : undefined,
      types: hasIndex ? "./dist/index.d.ts" : undefined,
    });
  });
});

describe("the licence", () => {
  it.each<[licenseFile: string | undefined, text: string | undefined]>([
    [undefined, undefined],
    ["LICENSE", "As you like.\n"],
    ["licenses/windows.txt", "As\nyou like.\n"],
  ])("from %j is the file LICENSE with the text %j", async (licenseFile, text) => {
    const { texts } = await filesOf(licenseFile === undefined ? {} : { licenseFile });
    expect(texts.LICENSE).toBe(text);
  });

  it("is not written without the package", async () => {
    const { texts } = await filesOf({ licenseFile: "LICENSE" }, ["models"]);
    expect(Object.keys(texts)).toContain("index.ts");
    expect(Object.keys(texts)).not.toContain("LICENSE");
  });

  it("is missed with an error, and then nothing is generated", async () => {
    const { texts, problems } = await filesOf({ licenseFile: "COPYING" });
    expect(problems).toMatchObject([
      { severity: "error", code: "file-not-found", message: "there is no file COPYING" },
    ]);
    expect(texts).toEqual({});
  });
});
