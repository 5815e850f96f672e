import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { overlayOf } from "../overlay/applied.js";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";
import type { Finished } from "../support/finished.js";
import { runCommand } from "../support/run-command.js";

const spec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties:
        name:
          type: string
      example: { name: of the document }
`;

const files = {
  "openapi.yaml": spec,
  "null.json": '{"name":null}',
  "number.json": '{"name":1}',
  "good.json": '{"name":"Rex"}',
  "bad.json": "{",
};

const signature = "# Written by `guardsmith reconcile`";
/** What is written where names may be `null`. */
const nullable = `overlay: 1.0.0
info:
  title: Values that the API sends or receives, and its description does not allow
  version: 1.0.0
actions:
  - target: $['components']['schemas']['Pet']['properties']['name']['type']
    description: Accept null. 1 sample shows it, such as null at "/name" of Pet.
    remove: true
  - target: $['components']['schemas']['Pet']['properties']['name']
    description: Accept null. 1 sample shows it, such as null at "/name" of Pet.
    update:
      type:
        - string
        - "null"
`;
const other = overlayOf("- { target: $.info, update: { title: Other } }");
const unmatched = overlayOf("- { target: $.components.schemas.Dog, remove: true }");

function reconcileIn(cwd: string, args: readonly string[], stdin = ""): Promise<Finished> {
  return runCommand(["reconcile", ...args], { cwd, stdin });
}

/** A folder with the files. */
async function project(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = await temporaryFolder();
  await put(cwd, { ...files, ...more });
  return cwd;
}

function lastLine({ stdout }: Finished): string | undefined {
  return stdout.trimEnd().split("\n").at(-1);
}

describe("guardsmith reconcile", () => {
  it("says which patterns of the document it does not check", async () => {
    const more = { "openapi.yaml": spec.replace("type: string", "pattern: '(?i)rex'") };
    const { code, stderr } = await reconcileIn(await project(more), ["openapi.yaml"]);
    expect(code).toBe(0);
    expect(stderr).toContain("openapi.yaml:10:20: warning: the regular expression");
  });

  it.each<[args: readonly string[], code: number, summary: string]>([
    [["openapi.yaml"], 0, "1 sample: all accepted"],
    [["openapi.yaml", "Pet=good.json"], 0, "2 samples: all accepted"],
    [
      ["openapi.yaml", "Pet=*.json", "--no-examples"],
      0,
      "3 samples: 1 accepted by the document as it is, 2 with 1 change, 1 contradiction to decide, 1 more cannot be used",
    ],
    [
      ["openapi.yaml", "Pet=null.json", "--check"],
      1,
      "2 samples: 1 accepted by the document as it is, 2 with 1 change",
    ],
    [
      ["openapi.yaml", "Pet=number.json", "--check"],
      1,
      "2 samples: 1 accepted by the document as it is, 1 contradiction to decide",
    ],
    [["openapi.yaml", "Pet=good.json", "--check"], 0, "2 samples: all accepted"],
    [
      ["openapi.yaml", "Pet=bad.json", "--check"],
      0,
      "1 sample: all accepted, 1 more cannot be used",
    ],
    // A single odd sample changes nothing, and is no failure.
    [
      ["openapi.yaml", "Pet=null.json", "--check", "--min-samples", "2"],
      0,
      "2 samples: 1 accepted by the document as it is, 1 contradiction to decide",
    ],
    [
      ["openapi.yaml", "Pet=null.json", "Pet=twice.jsonl", "--check", "--min-samples=2"],
      1,
      "4 samples: 1 accepted by the document as it is, 4 with 1 change",
    ],
    [
      ["openapi.yaml", "Pet=null.json", "--check", "--overlay", "nullable.yaml"],
      0,
      "2 samples: all accepted",
    ],
  ])("with %j ends with %d", async (args, code, summary) => {
    const cwd = await project({
      "nullable.yaml": nullable,
      "twice.jsonl": '{"name":null}\n{"name":null}',
    });
    const before = await snapshot(cwd);
    const finished = await reconcileIn(cwd, args);
    expect(lastLine(finished)).toBe(summary);
    expect(finished.code).toBe(code);
    expect(await snapshot(cwd)).toEqual(before);
  });

  it("takes the document from the config, and checks samples against it as overlaid", async () => {
    const config = { spec: "openapi.yaml", overlays: ["nullable.yaml"] };
    const cwd = await project({
      "guardsmith.config.json": JSON.stringify(config),
      "nullable.yaml": nullable,
    });
    const overlaid = await reconcileIn(cwd, ["Pet=null.json", "--check"]);
    expect(overlaid).toEqual({ code: 0, stdout: "2 samples: all accepted\n", stderr: "" });
    await put(cwd, { "guardsmith.config.json": JSON.stringify({ ...config, overlays: [] }) });
    expect((await reconcileIn(cwd, ["Pet=null.json", "--check"])).code).toBe(1);
    expect((await reconcileIn(cwd, ["--check"])).code).toBe(0);
  });

  it("shows where the document, or an overlay, is contradicted", async () => {
    const cwd = await project({
      "strict.yaml": overlayOf(
        "- { target: $.components.schemas.Pet.properties.name, update: { type: string } }",
      ),
    });
    const named = await reconcileIn(cwd, ["openapi.yaml", "Pet=null.json"]);
    expect(named.stdout).toContain("\n  openapi.yaml:10:17: expected string\n");
    const args = ["openapi.yaml", "Pet=null.json", "--overlay", "strict.yaml"];
    const overlaid = await reconcileIn(cwd, args);
    expect(overlaid.stdout).toMatch(/^ {2}strict\.yaml:4:71: expected string$/m);
    expect(overlaid.stdout).toContain("    at /actions/0/update/type\n");
  });

  it("reads samples or the document from standard input, but not both", async () => {
    const cwd = await project();
    const piped = await reconcileIn(cwd, ["openapi.yaml", "Pet=-"], '{"name":null}');
    expect(piped.stdout).toContain("null at /name in <stdin>\n");
    const twice = await reconcileIn(cwd, ["-", "Pet=-"], spec);
    expect(twice.stderr).toMatch(/^error: standard input can only be read once/);
    expect(twice.code).toBe(2);
  });

  it("warns of overlays that no longer fit, and of nothing else", async () => {
    const cwd = await project({
      "unmatched.yaml": unmatched,
      "openapi.yaml": spec.replace("type: string", "type: string\n          nullable: false"),
    });
    const { code, stderr } = await reconcileIn(cwd, [
      "openapi.yaml",
      "--overlay",
      "unmatched.yaml",
    ]);
    expect(stderr).toMatch(/^unmatched\.yaml:4:13: warning: the target selects nothing/);
    expect(stderr.match(/warning:/g)).toHaveLength(1);
    expect(code).toBe(0);
  });

  it.each<[what: string, args: readonly string[], stderr: RegExp]>([
    [
      "a sample is not there",
      ["openapi.yaml", "Pet=nowhere.json"],
      /^error: there is no file nowhere\.json/,
    ],
    ["no sample matches", ["openapi.yaml", "Pet=no*.json"], /^error: no file matches no\*\.json/],
    [
      "the model is unknown",
      ["openapi.yaml", "Pte=good.json"],
      /^error: the document has no model named "Pte"/,
    ],
    [
      "it is not clear what a sample is of",
      ["openapi.yaml", "good.json"],
      /^error: good\.json does not say which model its samples belong to/,
    ],
    [
      "there are no samples",
      ["openapi.yaml", "--no-examples"],
      /^error: no samples are named, and --no-examples leaves out/,
    ],
    ["the document is not there", ["nowhere.yaml"], /^error: there is no file nowhere\.yaml/],
    ["the document is wrong", ["wrong.yaml"], /^wrong\.yaml:10:17: error: /],
    [
      "an overlay is not there",
      ["openapi.yaml", "--overlay", "nowhere.yaml"],
      /^error: there is no file nowhere\.yaml/,
    ],
    [
      "no document is named, and there are two",
      ["Pet=good.json"],
      /^error: no OpenAPI document is named.*\(ambiguous-spec\)/,
    ],
    [
      "the number is none",
      ["openapi.yaml", "--min-samples", "0"],
      /^error: option '--min-samples <number>' argument '0' is invalid/,
    ],
    [
      "a check is to write",
      ["openapi.yaml", "--check", "--write", "a.yaml"],
      /^error: option '-w, --write <overlay>' cannot be used with option '--check'/,
    ],
    [
      "the format is unknown",
      ["openapi.yaml", "--format", "xml"],
      /^error: option '-f, --format <name>'/,
    ],
    [
      "the report is no page",
      ["openapi.yaml", "--report", "openapi.yaml"],
      /^error: the file of --report has to end with \.html/,
    ],
  ])("ends with 2 and writes nothing when %s", async (_what, args, want) => {
    const wrong = spec.replace("type: string", "type: strin");
    const cwd = await project({ "wrong.yaml": wrong, "openapi.yml": spec });
    const before = await snapshot(cwd);
    const write =
      args.includes("--write") || args.includes("--check") ? [] : ["--write", "new.yaml"];
    const { code, stdout, stderr } = await reconcileIn(cwd, [...args, ...write]);
    expect(stderr).toMatch(want);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(await snapshot(cwd)).toEqual(before);
  });

  it.each([
    ["pretty", /^null not allowed: 1 place\n/],
    ["json", /^\{\n {2}"document": "openapi\.yaml",\n/],
    ["markdown", /^### Samples contradict `openapi\.yaml`\n/],
    ["github", /^::warning file=openapi\.yaml,line=10,.*\nnull not allowed: 1 place\n/],
  ])("prints the report as %s", async (format, want) => {
    const cwd = await project();
    const args = ["openapi.yaml", "Pet=null.json", "--format", format];
    expect((await reconcileIn(cwd, args)).stdout).toMatch(want);
  });

  it("also writes the report as a page", async () => {
    const cwd = await project();
    const args = ["openapi.yaml", "Pet=null.json", "--report", "out/report.html", "--check"];
    const { code, stderr } = await reconcileIn(cwd, args);
    expect({ code, stderr: stderr.split("\n").at(-2) }).toEqual({
      code: 1,
      stderr: "wrote out/report.html",
    });
    const { "out/report.html": page, ...others } = await snapshot(cwd);
    expect(page).toMatch(/^<!doctype html>[^]*null not allowed/);
    expect(others).toEqual(files);
  });
});

describe("guardsmith reconcile --write", () => {
  const args = ["openapi.yaml", "Pet=null.json", "--write", "fixes.yaml"];
  const signed = new RegExp(`^${signature.replaceAll("`", "\\`")}.*\n`);

  it("writes the overlay, and the same again", async () => {
    const cwd = await project();
    const { code, stderr } = await reconcileIn(cwd, args);
    expect(stderr).toBe(
      "wrote fixes.yaml with 1 change; to apply it, add it to `overlays` in the config\n",
    );
    expect(code).toBe(0);
    const written = await snapshot(cwd);
    expect(written["fixes.yaml"]).toMatch(signed);
    expect(written["fixes.yaml"]?.replace(signed, "")).toBe(nullable);
    await reconcileIn(cwd, args);
    expect(await snapshot(cwd)).toEqual(written);
  });

  it("says what it would write, if no file is named", async () => {
    const { stderr } = await reconcileIn(await project(), ["openapi.yaml", "Pet=null.json"]);
    expect(stderr).toBe(
      "nothing was written: use --write <file> to write 1 change into an overlay\n",
    );
  });

  it("rewrites an applied overlay of its own, as if it were not there", async () => {
    const cwd = await project({ "other.yaml": other });
    await put(cwd, {
      "guardsmith.config.json":
        '{ "spec": "openapi.yaml", "overlays": ["other.yaml", "fixes.yaml"] }',
      "fixes.yaml": `${signature}\n${nullable}`,
    });
    const { code, stderr } = await reconcileIn(cwd, ["Pet=null.json", "--write", "fixes.yaml"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "wrote fixes.yaml with 1 change\n" });
    expect((await snapshot(cwd))["fixes.yaml"]?.replace(signed, "")).toBe(nullable);
    expect((await reconcileIn(cwd, ["Pet=null.json", "--check"])).code).toBe(0);
  });

  it("leaves an overlay alone that is no longer needed, and says so", async () => {
    const own = `${signature}\n${nullable}`;
    const cwd = await project({ "fixes.yaml": own });
    const unneeded = ["openapi.yaml", "--write", "fixes.yaml"];
    expect((await reconcileIn(cwd, unneeded)).stderr).toBe(
      "fixes.yaml is no longer needed: delete it\n",
    );
    const applied = await reconcileIn(cwd, [...unneeded, "--overlay", "fixes.yaml"]);
    expect(applied.stderr).toBe(
      "fixes.yaml is no longer needed: delete it, and remove it from `overlays` of the config\n",
    );
    expect((await snapshot(cwd))["fixes.yaml"]).toBe(own);
  });

  it("writes nothing if there is nothing to change", async () => {
    const cwd = await project();
    const finished = await reconcileIn(cwd, ["openapi.yaml", "--write", "fixes.yaml"]);
    expect(finished).toEqual({ code: 0, stdout: "1 sample: all accepted\n", stderr: "" });
    expect(await snapshot(cwd)).toEqual(files);
  });

  it.each<
    [what: string, more: Readonly<Record<string, string>>, args: readonly string[], stderr: RegExp]
  >([
    [
      "is the document",
      {},
      ["--write", "openapi.yaml"],
      /^error: openapi\.yaml was not written by `guardsmith reconcile` \(foreign-overlay\)/,
    ],
    [
      "is an overlay that was written by hand",
      { "fixes.yaml": nullable },
      ["--write", "fixes.yaml"],
      /^error: fixes\.yaml was not written by/,
    ],
    [
      "is applied before others",
      { "fixes.yaml": `${signature}\n${nullable}`, "other.yaml": other },
      ["--write", "fixes.yaml", "--overlay", "fixes.yaml", "other.yaml"],
      /^error: other overlays are applied after fixes\.yaml \(overlay-not-last\)/,
    ],
    [
      "is a folder",
      { "fixes.yaml/a": "" },
      ["--write", "fixes.yaml"],
      /^error: fixes\.yaml is a directory/,
    ],
    [
      "is below a file",
      {},
      ["--write", "good.json/fixes.yaml"],
      /^error: there is no file good\.json\/fixes\.yaml|^error: good\.json\/fixes\.yaml cannot be written/,
    ],
  ])("is refused with 2 where the file %s", async (_what, more, last, want) => {
    const cwd = await project(more);
    const before = await snapshot(cwd);
    const { code, stderr } = await reconcileIn(cwd, ["openapi.yaml", "Pet=null.json", ...last]);
    expect(stderr).toMatch(want);
    expect(code).toBe(2);
    expect(await snapshot(cwd)).toEqual(before);
  });
});

describe("guardsmith reconcile in a process of its own", () => {
  const config = '{ "spec": "openapi.yaml", "overlays": ["fixes.yaml"], "outputs": ["models"] }';

  it("writes an overlay with which the document accepts the samples", async () => {
    const cwd = await project();
    const args = ["Pet=null.json", "good.har"];
    const entries = {
      request: { method: "GET", url: "http://localhost/" },
      response: { status: 200 },
    };
    await put(cwd, { "good.har": JSON.stringify({ log: { entries: [entries] } }) });
    const first = await runCommand(
      ["reconcile", "openapi.yaml", ...args, "--write", "fixes.yaml"],
      {
        cwd,
      },
    );
    expect(first.stdout).toMatch(/^null not allowed: 1 place\n {2}openapi\.yaml:10:17: expected /);
    expect(first.code).toBe(0);
    await put(cwd, { "guardsmith.config.json": config });
    const check = await runCommand(["reconcile", ...args, "--check"], { cwd });
    expect(check).toMatchObject({ code: 0, stderr: "" });
    const before = await snapshot(cwd);
    const again = await runCommand(["reconcile", ...args, "--write", "fixes.yaml"], { cwd });
    expect(again.code).toBe(0);
    expect(await snapshot(cwd)).toEqual(before);
    expect((await runCommand(["generate"], { cwd })).code).toBe(0);
    expect((await snapshot(join(cwd, "generated")))["models/pet.ts"]).toContain(
      "name?: string | null;",
    );
  });

  it("notices that upstream has mended what an overlay changes", async () => {
    const cwd = await project();
    await runCommand(["reconcile", "openapi.yaml", "Pet=null.json", "--write", "fixes.yaml"], {
      cwd,
    });
    await put(cwd, {
      "guardsmith.config.json": config,
      "openapi.yaml": spec.replace("        name:", "        called:"),
    });
    const check = await runCommand(["reconcile", "--check"], { cwd });
    expect(check.stderr).toMatch(/^fixes\.yaml:\d+:\d+: warning: the target selects nothing/);
    const anew = await runCommand(["reconcile", "--write", "fixes.yaml"], { cwd });
    expect(anew.stderr).toBe(
      "fixes.yaml is no longer needed: delete it, and remove it from `overlays` of the config\n",
    );
  });

  it("ends with 1 where samples contradict the document, and writes nothing", async () => {
    const cwd = await project();
    const before = await snapshot(cwd);
    const args = ["reconcile", "openapi.yaml", "Pet=number.json", "--check", "--format", "json"];
    const { code, stdout } = await runCommand(args, { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ summary: { samples: 2, accepted: 1 } });
    expect(code).toBe(1);
    expect(await snapshot(cwd)).toEqual(before);
  });
});
