import { rename, rm, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import { runCommand } from "../support/run-command.js";
import { runProcess } from "../support/run-process.js";
import { startWatching, type Watching } from "./watching.js";

/** A document in which a property has this name, and one is in another file. */
const openapi = (property: string): string => `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties:
        ${property}: { type: string }
        tag: { $ref: "../shared/tag.yaml" }
`;
const overlay = (name: string): string => `overlay: 1.0.0
info: { title: Names, version: 1.0.0 }
actions:
  - target: $.components.schemas.Pet.properties
    update: { ${name}: { type: string } }
`;
const config = {
  spec: "spec/openapi.yaml",
  overlays: ["names.overlay.yaml"],
  outputs: ["models"],
  references: { root: "." },
};
const files = {
  "spec/openapi.yaml": openapi("name"),
  "shared/tag.yaml": "type: string\n",
  "names.overlay.yaml": overlay("nick"),
  "guardsmith.config.json": JSON.stringify(config),
};

const wrote =
  /^generated \d models? in \d+ files into generated in \d+\.\d s: \d+ added, [1-9]\d* changed, 0 removed, \d+ unchanged$/;
const kept = /^generated \d models? .*: 0 added, 0 changed, 0 removed, \d+ unchanged$/;
const ended = { code: 0, lines: [] };
const failed = "nothing was generated: there are errors";

interface Project extends Watching {
  readonly cwd: string;
  /** Everything that the output folder says about the model. */
  readonly model: () => Promise<string>;
}

/** A project that is watched; the first two lines have been read. */
async function watched(
  changes: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Project> {
  const cwd = await temporaryFolder();
  await put(cwd, { ...files, ...changes });
  const watching = startWatching(args, cwd);
  await watching.line();
  await watching.line();
  const model = async (): Promise<string> =>
    (await snapshot(join(cwd, "generated")))["models/pet.ts"] ?? "";
  return { ...watching, cwd, model };
}

describe("guardsmith generate --watch", () => {
  it("generates at once, and says how many files it watches", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, files);
    const { line, stop } = startWatching([], cwd);
    expect(await line()).toMatch(
      /^generated 2 models in \d+ files into generated in .*: \d+ added, /,
    );
    expect(await line()).toBe("watching 4 files");
    expect(await stop()).toEqual({ ...ended, errors: "" });
  });

  it.each<[what: string, path: string, text: string, want: string]>([
    ["the document", "spec/openapi.yaml", openapi("label"), "label?: string"],
    ["a file of another folder", "shared/tag.yaml", "type: integer\n", "= number"],
    ["an overlay", "names.overlay.yaml", overlay("alias"), "alias?: string"],
    ["the tsconfig.json, which was not there,", "tsconfig.json", "{}", 'from "./tag";'],
    [
      "the config",
      "guardsmith.config.json",
      JSON.stringify({ ...config, policies: { optional: "nullable" } }),
      "name?: string | null",
    ],
  ])("generates again, with one line, when %s changes", async (_, path, text, want) => {
    const { cwd, line, stop } = await watched();
    await put(cwd, { [path]: text });
    expect(await line()).toMatch(wrote);
    expect(Object.values(await snapshot(join(cwd, "generated"))).join("\n")).toContain(want);
    expect(await stop()).toMatchObject(ended);
  });

  it("shows what is wrong while it is, keeps the output, and goes on when it is mended", async () => {
    const { cwd, line, error, stop } = await watched();
    const before = await snapshot(join(cwd, "generated"));
    await put(cwd, { "spec/openapi.yaml": "openapi: [\n" });
    expect(await line()).toBe(failed);
    await error(/^spec\/openapi\.yaml:\d+:\d+: error: .*\n[^]*\n$/);
    // What the broken run did not come to is followed still.
    await put(cwd, { "shared/tag.yaml": "type: boolean\n" });
    expect(await line()).toBe(failed);
    expect(await snapshot(join(cwd, "generated"))).toEqual(before);
    await put(cwd, { "spec/openapi.yaml": files["spec/openapi.yaml"] });
    expect(await line()).toMatch(wrote);
    expect(await stop()).toMatchObject(ended);
  });

  it.each([
    ["a referenced file", "shared/tag.yaml", /error: .*there is no file shared\/tag\.yaml/],
    ["the document", "spec/openapi.yaml", /error: .*there is no file spec\/openapi\.yaml/],
    ["the config", "guardsmith.config.json", /error: no OpenAPI document is named/],
    ["the folder of a file", "shared", /error: .*there is no file shared\/tag\.yaml/],
  ])("notices that %s is deleted, and that it is there again", async (_, path, message) => {
    const { cwd, line, error, stop } = await watched();
    for (const round of ["first", "second"]) {
      await rm(join(cwd, path), { recursive: true });
      expect(await line(), round).toBe(failed);
      await error(message);
      await put(cwd, files);
      expect(await line(), round).toMatch(kept);
    }
    expect(await stop()).toMatchObject(ended);
  });

  it("waits for a file that is not there yet, in a folder that is not there either", async () => {
    const { cwd, line, error, stop } = await watched({
      "spec/openapi.yaml": openapi("name").replace("tag.yaml", "a/b/tag.yaml"),
    });
    await error(/error: .*there is no file shared\/a\/b\/tag\.yaml/);
    await put(cwd, { "shared/a/b/tag.yaml": "type: string\n" });
    expect(await line()).toMatch(/^generated /);
    await put(cwd, { "shared/a/b/tag.yaml": "type: number\n" });
    expect(await line()).toMatch(wrote);
    expect(await stop()).toMatchObject(ended);
  });

  it("says that nothing is there to watch, and begins when it is", async () => {
    const cwd = await temporaryFolder();
    const { line, stop } = startWatching(["openapi.yaml"], cwd);
    expect(await line()).toBe(failed);
    expect(await line()).toBe("waiting for a file to appear");
    await put(cwd, {
      "openapi.yaml": openapi("name").replace("../shared/tag.yaml", "#/components/schemas/Pet"),
    });
    expect(await line()).toMatch(/^generated \d models? /);
    expect(await stop()).toMatchObject(ended);
  });

  it("takes up a config file that appears, and one that is nearer", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { ...files, "work/x": "" });
    await rm(join(cwd, "guardsmith.config.json"));
    const { line, stop } = startWatching(["../spec/openapi.yaml"], join(cwd, "work"));
    expect(await line()).toBe(failed);
    await line();
    await put(cwd, { "guardsmith.config.json": JSON.stringify({ ...config, out: "outer" }) });
    expect(await line()).toMatch(/ into \.\.\/outer in /);
    const inner = { ...config, overlays: [], references: { root: ".." }, out: "inner" };
    await put(cwd, { "work/guardsmith.config.yaml": JSON.stringify(inner) });
    expect(await line()).toMatch(/ into inner in /);
    expect(await stop()).toMatchObject(ended);
  });

  it.each([
    ["an ECMAScript module", "mjs", "export default"],
    ["a CommonJS module", "js", "module.exports ="],
  ])("reads a config that is %s again", async (_, extension, start) => {
    const name = `guardsmith.config.${extension}`;
    const { cwd, line, stop } = await watched({ [name]: `${start} ${JSON.stringify(config)}` }, [
      "--config",
      name,
    ]);
    for (const out of ["first", "second"]) {
      await put(cwd, { [name]: `${start} ${JSON.stringify({ ...config, out })}` });
      expect(await line()).toContain(` into ${out} in `);
    }
    expect(await stop()).toMatchObject(ended);
  });

  it("follows a file that an editor replaces", async () => {
    const { cwd, line, model, stop } = await watched();
    for (const name of ["first", "second", "third"]) {
      await put(cwd, { "spec/.openapi.yaml.swp": openapi(name) });
      await rename(join(cwd, "spec/.openapi.yaml.swp"), join(cwd, "spec/openapi.yaml"));
      expect(await line()).toMatch(wrote);
      expect(await model()).toContain(`${name}?: string`);
    }
    expect(await stop()).toMatchObject(ended);
  });

  it("follows a file through a link, and a link that leads elsewhere", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { ...files, "shared/other.yaml": "type: boolean\n" });
    await rename(join(cwd, "shared/tag.yaml"), join(cwd, "shared/real.yaml"));
    await symlink("real.yaml", join(cwd, "shared/tag.yaml"));
    const { line, stop } = startWatching([], cwd);
    await line();
    expect(await line()).toBe("watching 4 files");
    await put(cwd, { "shared/real.yaml": "type: integer\n" });
    expect(await line()).toMatch(/^generated /);
    await symlink("other.yaml", join(cwd, "shared/new.yaml"));
    await rename(join(cwd, "shared/new.yaml"), join(cwd, "shared/tag.yaml"));
    expect(await line()).toMatch(/^generated /);
    expect(await stop()).toMatchObject(ended);
  });

  it("comes to the last state after a burst of changes", async () => {
    const { cwd, line, model, stop } = await watched();
    for (let turn = 0; turn < 100; turn += 1) {
      await put(cwd, { "spec/openapi.yaml": openapi(`turn${turn}`) });
      await put(cwd, { "names.overlay.yaml": overlay(`nick${turn}`) });
    }
    for (;;) {
      await line();
      if (/turn99\?[^]*nick99\?/.test(await model())) break;
    }
    // A file that is only touched is no reason for another line.
    await utimes(join(cwd, "spec/openapi.yaml"), new Date(), new Date());
    expect(await stop()).toMatchObject(ended);
  });

  it("shows a warning again only when it has changed", async () => {
    const odd = openapi("name").replace("type: string", "type: string, colour: red");
    const cwd = await temporaryFolder();
    await put(cwd, { ...files, "spec/openapi.yaml": odd });
    const { line, error, stop } = startWatching([], cwd);
    expect(await line()).toMatch(/^generated /);
    expect(await line()).toBe("1 warning: 1 unknown-keyword");
    await line();
    await error(/^spec\/openapi\.yaml:9:\d+: warning: /);
    await put(cwd, { "names.overlay.yaml": overlay("alias") });
    expect(await line()).toMatch(wrote);
    expect(await line()).toBe("1 warning: 1 unknown-keyword");
    await put(cwd, { "spec/openapi.yaml": `# moved\n${odd}` });
    expect(await line()).toMatch(/: 0 added, 0 changed, 0 removed, \d+ unchanged$/);
    expect(await line()).toBe("1 warning: 1 unknown-keyword");
    const { code, errors } = await stop();
    expect(code).toBe(0);
    expect(errors.match(/^\S+: warning: /gm)).toEqual([
      expect.stringMatching(/^spec\/openapi\.yaml:10:/),
    ]);
  });

  it("runs once more after a change that comes while it runs", async () => {
    const name = "guardsmith.config.mjs";
    const second = `export default ${JSON.stringify({ ...config, out: "second" })}`;
    // It was read already when it is evaluated.
    const first = `
      import { writeFileSync } from "node:fs";
      writeFileSync(${JSON.stringify(name)}, ${JSON.stringify(second)});
      export default ${JSON.stringify({ ...config, out: "first" })}`;
    const { cwd, line, stop } = await watched(
      { [name]: `export default ${JSON.stringify(config)}` },
      ["--config", name],
    );
    await put(cwd, { [name]: first });
    expect(await line()).toContain(" into first in ");
    expect(await line()).toContain(" into second in ");
    await put(cwd, { "shared/tag.yaml": "type: integer\n" });
    expect(await line()).toMatch(/ into second in .* 1 changed/);
    expect(await stop()).toMatchObject(ended);
  });

  it.each<NodeJS.Signals>(["SIGINT", "SIGTERM"])("ends with 0 on %s", async (name) => {
    const { cwd, signal, stop } = await watched();
    const before = await snapshot(cwd);
    signal(name);
    // A package manager passes on what the process has got from the terminal already.
    expect(await stop(name)).toMatchObject(ended);
    expect(await snapshot(cwd)).toEqual(before);
  });

  it.each([
    ["reads, and leaves the output as it was", "", false],
    [
      "writes, and completes that",
      `import files from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const { renameSync } = files;
      files.renameSync = (from, to) => {
        if (!to.includes(".guardsmith")) stop();
        return renameSync(from, to);
      };
      syncBuiltinESMExports();
      export default config;`,
      true,
    ],
  ])("can be ended while it %s", async (_, interrupt, isWritten) => {
    const name = "guardsmith.config.mjs";
    const start = `const config = ${JSON.stringify(config)};
      const stop = () => process.kill(process.pid, "SIGINT");\n`;
    const { cwd, stop } = await watched({ [name]: `${start} export default config;` }, [
      "--config",
      name,
    ]);
    const before = await snapshot(join(cwd, "generated"));
    await put(cwd, {
      "spec/openapi.yaml": openapi("label").replace("Pet:", "Cat:"),
      "names.overlay.yaml": overlay("nick").replace("Pet", "Cat"),
      [name]: start + (interrupt || "stop(); export default config;"),
    });
    const { code, lines } = await stop("SIGCONT");
    expect(code).toBe(0);
    expect(lines).toEqual(isWritten ? [expect.stringMatching(/^generated /)] : []);
    const after = await snapshot(join(cwd, "generated"));
    if (isWritten) {
      // The config sends a signal to the process that reads it.
      expect((await runProcess(["generate", "--check"], { cwd })).stdout).toBe(
        "generated is up to date\n",
      );
    } else {
      expect(after).toEqual(before);
    }
    expect(Object.keys(after).filter((path) => path.startsWith(".guardsmith/"))).toEqual([]);
  });

  it("writes no control sequences if there is no terminal", async () => {
    const { cwd, line, stop } = await watched();
    await put(cwd, { "spec/openapi.yaml": "openapi: [\n" });
    expect(await line()).toBe(failed);
    const { lines, errors } = await stop();
    const output = [...lines, errors].join("\n");
    expect(output).toContain("error");
    expect(output).not.toMatch(/[^\n\P{Cc}]/u);
  });

  it.each<[args: readonly string[], message: string]>([
    [["--check"], "option '-w, --watch' cannot be used with option '--check'"],
    [["-"], "standard input cannot be watched"],
    [["spec/openapi.yaml", "--overlay", "-"], "standard input cannot be watched"],
  ])("is refused with 2 where it means nothing: %j", async (args, message) => {
    const cwd = await temporaryFolder();
    await put(cwd, files);
    const { code, stdout, stderr } = await runCommand(["generate", "--watch", ...args], { cwd });
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
