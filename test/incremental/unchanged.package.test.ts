import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOf } from "../../generator/output/cache/hash.js";
import { cacheFolder } from "../../generator/output/disk.js";
import { Project } from "./project.js";

const spec = `openapi: 3.1.0
info: { title: Pets, version: "1" }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string }
        owner: { $ref: "owner.yaml#/Owner" }
`;

const files = {
  "openapi.yaml": spec,
  "owner.yaml": "Owner: { type: object, properties: { name: { type: string } } }\n",
  "LICENSE.txt": "Do as you like.\n",
  "overlay.yaml": `overlay: 1.0.0
info: { title: More, version: "1" }
actions:
  - target: $.components.schemas.Pet.properties.name
    update: { description: What it is called. }
`,
  "guardsmith.config.json": JSON.stringify({
    spec: "openapi.yaml",
    overlays: ["overlay.yaml"],
    package: { name: "pets", version: "1.0.0", licenseFile: "LICENSE.txt" },
  }),
};

async function generated(): Promise<Project> {
  const project = await Project.with(files);
  expect(await project.generate({})).toMatchObject({ code: 0, worked: true });
  return project;
}

it("leaves the same bytes behind in every folder", async () => {
  const [one, other] = [await generated(), await generated()];
  expect(one.folder).not.toBe(other.folder);
  expect(await one.output()).toEqual(await other.output());
});

describe("a run after which nothing has changed", () => {
  it("stops before anything is parsed, and says what there is", async () => {
    const project = await generated();
    const before = await project.output();
    const { code, stdout, worked } = await project.generate({});
    expect({ code, worked }).toEqual({ code: 0, worked: false });
    const total = Object.keys(before).length;
    expect(stdout).toContain(`generated 2 models in ${total} files into out in `);
    expect(stdout).toContain(`: 0 added, 0 changed, 0 removed, ${total} unchanged\n`);
    expect(await project.output()).toEqual(before);
  });

  it("is up to date for --check", async () => {
    const project = await generated();
    expect(await project.generate({ check: true })).toEqual({
      code: 0,
      stdout: "out is up to date\n",
      stderr: "",
      worked: false,
    });
  });

  it.each<[what: string, arrange: (project: Project) => Promise<void>]>([
    [
      "Git gave the files other line ends",
      async (project) => {
        for (const [path, text] of Object.entries(await project.output())) {
          await project.put({ [`out/${path}`]: text.replaceAll("\n", "\r\n") });
        }
      },
    ],
    [
      "the config says how many warnings are too many",
      (project) =>
        project.put({
          "guardsmith.config.json": files["guardsmith.config.json"].replace(
            "{",
            '{"maxWarnings":9,',
          ),
        }),
    ],
    [
      "another folder was written meanwhile",
      async (project) => {
        await project.generate({ out: "other" });
      },
    ],
  ])("is still one after %s", async (_what, arrange) => {
    const project = await generated();
    await arrange(project);
    const before = await project.output();
    expect(await project.generate({})).toMatchObject({ code: 0, worked: false });
    expect(await project.output()).toEqual(before);
  });

  it("is made again with --force", async () => {
    const project = await generated();
    expect(await project.generate({ force: true })).toMatchObject({ code: 0, worked: true });
  });

  it("says again how many warnings there are", async () => {
    const project = await Project.with({
      "guardsmith.config.json": JSON.stringify({ spec: "openapi.yaml" }),
      "openapi.yaml": spec
        .replace("owner.yaml#/Owner", "#/components/schemas/Pet")
        .replace("required: [name]", "required: [name, colour]"),
    });
    const first = await project.generate({});
    expect(first.stdout).toContain("1 warning: 1 unknown-required-property\n");
    const second = await project.generate({});
    expect(second.worked).toBe(false);
    expect(second.stdout).toContain("1 warning: 1 unknown-required-property\n");
  });
});

const manifest = "out/.guardsmith-files";

const changes: readonly (readonly [what: string, change: (project: Project) => Promise<void>])[] = [
  [
    "the document changes",
    (project) => project.put({ "openapi.yaml": spec.replace("[name]", "[]") }),
  ],
  [
    "a file that it refers to changes",
    (project) => project.put({ "owner.yaml": "Owner: { type: string }\n" }),
  ],
  [
    "an overlay changes",
    (project) => project.put({ "overlay.yaml": files["overlay.yaml"].replace("called", "named") }),
  ],
  ["the licence changes", (project) => project.put({ "LICENSE.txt": "Ask.\n" })],
  [
    "the config changes",
    (project) =>
      project.put({
        "guardsmith.config.json": files["guardsmith.config.json"].replace("1.0.0", "2.0.0"),
      }),
  ],
  [
    "a file is edited by hand",
    (project) => change(project, "out/src/models/pet.ts", (text) => `${text}export const a = 1;\n`),
  ],
  [
    "a file is edited by hand, and is no longer than before",
    (project) => change(project, "out/src/models/pet.ts", (text) => text.replace("name", "eman")),
  ],
  ["a file is emptied", (project) => project.put({ "out/README.md": "" })],
  ["a file is deleted", (project) => project.remove("out/src/guards/pet.ts")],
  ["a folder is deleted", (project) => project.remove("out/src/runtime")],
  [
    "everything but the manifest is deleted",
    (project) => project.remove("out/src", "out/README.md"),
  ],
  ["the manifest is deleted", (project) => project.remove(manifest)],
  ["the manifest is cut off", (project) => change(project, manifest, (text) => text.slice(0, 200))],
  [
    "the manifest is in the middle of a merge",
    (project) =>
      change(project, manifest, (text) => `<<<<<<< a\n${text}=======\n${text}>>>>>>> b\n`),
  ],
  [
    "the manifest lists a file less",
    (project) => change(project, manifest, (text) => text.replace("README.md\n", "")),
  ],
  ["nothing is remembered", (project) => changeRecord(project, () => undefined)],
  ["what is remembered is cut off", (project) => changeRecord(project, (text) => text.slice(9))],
  ["what is remembered is no object", (project) => changeRecord(project, () => "[]")],
  [
    "what is remembered is of another kind",
    (project) => changeRecord(project, (text) => text.replace(/"models":\d+/, '"models":"many"')),
  ],
  [
    "what is remembered is another hash of a file",
    (project) =>
      changeRecord(project, (text) =>
        text.replace(/("README.md":\{"hash":")[^}]+/g, `$1${"0".repeat(64)}"`),
      ),
  ],
  [
    "another version of the generator wrote it",
    (project) => changeRecord(project, (text) => text.replace("guardsmith 0", "guardsmith 9")),
  ],
  [
    "other code of the same version wrote it",
    (project) => changeRecord(project, (text) => text.replace(/, code \w/, ", code _")),
  ],
  [
    "another version of the formatter formatted it",
    (project) => changeRecord(project, (text) => text.replace(/oxfmt \d+/, "oxfmt 9")),
  ],
  ["there are settings of oxfmt", (project) => project.put({ ".oxfmtrc.json": '{"semi":false}' })],
  [
    "the config switches the formatter off",
    (project) =>
      project.put({
        "guardsmith.config.json": files["guardsmith.config.json"].replace("{", '{"format":"none",'),
      }),
  ],
  ["there are settings of Prettier", (project) => project.put({ ".prettierrc": "semi: false\n" })],
  [
    "there are settings of Prettier in the output folder",
    (project) => project.put({ "out/src/.prettierrc.json": '{"printWidth": 60}' }),
  ],
  [
    "there are settings of EditorConfig",
    (project) => project.put({ ".editorconfig": "root = true\n[*]\nindent_size = 4\n" }),
  ],
  [
    "a package has settings of Prettier",
    (project) => project.put({ "package.json": '{"prettier": {"tabWidth": 4}}' }),
  ],
];

async function change(
  project: Project,
  path: string,
  edit: (text: string) => string,
): Promise<void> {
  const text = await readFile(join(project.folder, path), "utf8");
  expect(edit(text)).not.toBe(text);
  await project.put({ [path]: edit(text) });
}

/** Changes what is remembered about the output folder; undefined removes it. */
async function changeRecord(
  project: Project,
  edit: (text: string) => string | undefined,
): Promise<void> {
  const record = join(cacheFolder() ?? "", `${hashOf(join(project.folder, "out"))}.json`);
  const text = await readFile(record, "utf8");
  const edited = edit(text);
  expect(edited).not.toBe(text);
  if (edited === undefined) await rm(record);
  else await writeFile(record, edited);
}

const flat = {
  ...files,
  "guardsmith.config.json": JSON.stringify({
    spec: "openapi.yaml",
    out: "out",
    outputs: ["models"],
  }),
};

describe("without a package, where", () => {
  it.each<
    [what: string, settings: object, change: Readonly<Record<string, string>>, wanted: string]
  >([
    [
      "a tsconfig.json appears",
      {},
      { "tsconfig.json": '{ "compilerOptions": { "moduleResolution": "bundler" } }' },
      'from "./owner"',
    ],
    [
      "what it extends changes",
      { "tsconfig.json": '{ "extends": "./base.json" }', "base.json": "{}" },
      { "base.json": '{ "compilerOptions": { "allowImportingTsExtensions": true } }' },
      'from "./owner.ts"',
    ],
    [
      "the package becomes one of ES modules",
      { "tsconfig.json": '{ "compilerOptions": { "module": "nodenext" } }' },
      { "package.json": '{ "type": "module" }' },
      'from "./owner.js"',
    ],
  ])("%s, imports follow it, and --check notices", async (_what, before, change, wanted) => {
    const project = await Project.with({ ...flat, ...before });
    await project.generate({});
    expect(await project.generate({ check: true })).toMatchObject({ code: 0, worked: false });
    await project.put(change);
    expect(await project.generate({ check: true })).toMatchObject({ code: 1 });
    expect(await project.generate({})).toMatchObject({ code: 0, worked: true });
    expect((await project.output())["models/pet.ts"]).toContain(wanted);
    expect(await project.generate({})).toMatchObject({ code: 0, worked: false });
  });

  it("a tsconfig.json changes in what no import follows from, nothing is made again", async () => {
    const project = await Project.with({ ...flat, "tsconfig.json": "{}" });
    await project.generate({});
    await project.put({ "tsconfig.json": '{ "compilerOptions": { "strict": true } }' });
    expect(await project.generate({})).toMatchObject({ code: 0, worked: false });
  });

  it("a tsconfig.json cannot be read, every run says so", async () => {
    const project = await Project.with({ ...flat, "tsconfig.json": "{" });
    const first = await project.generate({});
    const warning = "tsconfig.json:1:2: warning: tsconfig.json is not valid JSON";
    expect(first.stderr).toContain(warning);
    expect(first.code).toBe(0);
    expect(await project.generate({})).toMatchObject({ code: 0, stderr: first.stderr });
  });
});

describe("where", () => {
  it.each(changes)("%s, the files come to be what an empty folder gets", async (_what, change) => {
    const project = await generated();
    await change(project);
    expect(await project.generate({})).toMatchObject({ code: 0, worked: true });
    const output = await project.output();
    // Settings in the output folder stay, and an empty folder would not have them.
    const settings = Object.entries(output).filter(([path]) => path.endsWith(".prettierrc.json"));
    await project.put(
      Object.fromEntries(settings.map(([path, text]) => [`fresh/${path}`, text] as const)),
    );
    await project.generate({ out: "fresh" });
    expect(output).toEqual(await project.output("fresh"));
    expect(await project.generate({})).toMatchObject({ code: 0, worked: false });
  });

  it.each([
    ["a file that was missing appears", { "missing.yaml": "Owner: { type: string }\n" }],
    [
      "it appears with other bytes only in a comment",
      { "missing.yaml": "# a\nOwner: { type: string }\n" },
    ],
  ])("%s, it is read", async (_what, appeared) => {
    const project = await Project.with({
      ...files,
      "openapi.yaml": spec.replace("owner.yaml", "missing.yaml"),
    });
    expect(await project.generate({})).toMatchObject({ code: 2 });
    await project.put(appeared);
    expect(await project.generate({})).toMatchObject({ code: 0, worked: true });
    expect(await project.output()).toEqual(await project.fresh());
  });

  it("settings of Prettier are code that imports other code, every run works", async () => {
    const project = await generated();
    await project.put({
      "prettier.config.mjs":
        'import { width } from "./width.mjs";\nexport default { printWidth: width };\n',
      "width.mjs": "export const width = 60;\n",
    });
    for (let round = 0; round < 2; round += 1) {
      expect(await project.generate({})).toMatchObject({ code: 0, worked: true });
    }
  });

  it("two runs go on at once, the files are those of one of them, and then those of the last", async () => {
    const project = await generated();
    for (let round = 0; round < 5; round += 1) {
      await project.put({ "openapi.yaml": spec.replace("Pets", `Pets ${round}`) });
      const outcomes = await Promise.all([
        project.generate({}),
        project.generate({}),
        project.generate({ force: true }),
      ]);
      expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
      expect(await project.output()).toEqual(await project.fresh());
    }
  });
});

describe("--check is green after", () => {
  it.each<[what: string, change: (project: Project) => Promise<void>]>([
    [
      "a comment in the document",
      (project) => project.put({ "openapi.yaml": `# Of pets.\n${spec}` }),
    ],
    [
      "another order of what has none",
      (project) =>
        project.put({ "openapi.yaml": spec.replace(/(        name: .*\n)(.*\n)/, "$1\n$2") }),
    ],
    [
      "the document gets another name",
      async (project) => {
        await project.remove("openapi.yaml");
        const config = files["guardsmith.config.json"].replace("openapi.yaml", "pets.yaml");
        await project.put({ "pets.yaml": spec, "guardsmith.config.json": config });
      },
    ],
    [
      "line ends of Windows, with nothing remembered",
      async (project) => {
        for (const [path, text] of Object.entries(await project.output())) {
          await project.put({ [`out/${path}`]: text.replaceAll("\n", "\r\n") });
        }
        await changeRecord(project, () => undefined);
      },
    ],
    [
      "another version that writes the same",
      (project) => changeRecord(project, (text) => text.replace("guardsmith 0", "guardsmith 9")),
    ],
    ["a fresh clone", (project) => changeRecord(project, () => undefined)],
  ])("%s", async (_what, change) => {
    const project = await generated();
    await change(project);
    const before = await project.output();
    const check = await project.generate({ check: true });
    expect(check).toMatchObject({ code: 0, stdout: "out is up to date\n", worked: true });
    const { stdout } = await project.generate({});
    expect(stdout).toContain(": 0 added, 0 changed, 0 removed, ");
    expect(await project.output()).toEqual(before);
  });

  it("the project is copied to another folder", async () => {
    const [one, other] = [await generated(), await Project.with({})];
    await cp(one.folder, other.folder, { recursive: true });
    expect(await other.generate({ check: true })).toMatchObject({ code: 0, worked: true });
    expect(await other.generate({ check: true })).toMatchObject({ code: 0, worked: false });
  });
});
