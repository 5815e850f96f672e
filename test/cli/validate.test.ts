import { describe, expect, it } from "vitest";
import type { JsonReport } from "../../generator/commands/validate-reports/json.js";
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
      required: [name]
      properties:
        name: { type: string }
        tag: { type: string, nullable: true }
    Shop: { type: object }
`;

const files = {
  "openapi.yaml": spec,
  "guardsmith.config.json": JSON.stringify({ spec: "openapi.yaml" }),
  "good.json": '{ "name": "Rex" }\n',
  "bad.json": '{\n  "name": 1\n}\n',
  "many.jsonl": '{"name":"Rex"}\r\n\r\n{"name":1}\r\n{"name":\r\n{"name":"Max"}',
  "empty.json": "\n",
  "empty.jsonl": "\n",
  "folder/good.NDJSON": '{"name":"Rex"}\n{"name":"Max"}\n',
};

/** Runs `guardsmith validate` in a folder with the files. */
async function validate(
  args: readonly string[],
  { stdin = "", more = {} }: { stdin?: string; more?: Readonly<Record<string, string>> } = {},
): Promise<Finished> {
  const cwd = await temporaryFolder();
  await put(cwd, { ...files, ...more });
  const before = await snapshot(cwd);
  const finished = await runCommand(["validate", ...args], { cwd, stdin });
  expect(await snapshot(cwd)).toEqual(before);
  return finished;
}

/** The lines without what a guard says, which is the matter of its own tests. */
function places(stdout: string): readonly string[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/ expected .*/, ""));
}

describe("guardsmith validate", () => {
  it.each<[args: readonly string[], code: number, want: readonly string[]]>([
    [["good.json"], 0, ["1 file, 1 value: all valid"]],
    [["good.json", "folder/good.NDJSON"], 0, ["2 files, 3 values: all valid"]],
    [["bad.json"], 1, ["bad.json:2:11: /name:", "1 file, 1 value: 1 invalid, 1 issue"]],
    [
      ["many.jsonl", "good.json"],
      1,
      ["many.jsonl:3:9: /name:", "many.jsonl:4:9:", "2 files, 5 values: 2 invalid, 2 issues"],
    ],
    [
      ["empty.json"],
      1,
      ["empty.json:2:1: the text is empty", "1 file, 1 value: 1 invalid, 1 issue"],
    ],
    [
      ["empty.jsonl"],
      1,
      ["empty.jsonl:1:1: the file has no JSON value", "1 file, 1 value: 1 invalid, 1 issue"],
    ],
    // A file that is named in several ways is checked once.
    [["good.json", "./good.json", "folder/../good.json"], 0, ["1 file, 1 value: all valid"]],
  ])("with %j ends with %d and prints %j", async (args, code, want) => {
    const finished = await validate(["--model", "Pet", ...args]);
    expect(finished).toMatchObject({ code, stderr: "" });
    expect(places(finished.stdout)).toEqual(want);
  });

  it.each<[stdin: string, args: readonly string[], code: number, want: readonly string[]]>([
    ['{"name":"Rex"}', ["-"], 0, ["1 file, 1 value: all valid"]],
    ['{"name":"Rex"}', [], 0, ["1 file, 1 value: all valid"]],
    ['{\n"name":\n"Rex"}', ["-"], 0, ["1 file, 1 value: all valid"]],
    ['{"name":"Rex"}\n{"name":"Max"}\n', ["-"], 0, ["1 file, 2 values: all valid"]],
    [
      '{"name":"Rex"}\n{"name":1}\n',
      ["-", "good.json", "-"],
      1,
      ["<stdin>:2:9: /name:", "2 files, 3 values: 1 invalid, 1 issue"],
    ],
    ["", ["-"], 1, ["<stdin>:1:1: the text is empty", "1 file, 1 value: 1 invalid, 1 issue"]],
  ])("reads %j from standard input with %j", async (stdin, args, code, want) => {
    const finished = await validate(["--model", "Pet", ...args], { stdin });
    expect(finished).toMatchObject({ code, stderr: "" });
    expect(places(finished.stdout)).toEqual(want);
  });

  it("takes the document from the command line, or from standard input", async () => {
    const other = spec.replaceAll("Pet:", "Beast:");
    const args = ["--model", "Beast", "good.json", "--spec"];
    const named = await validate([...args, "other.yaml"], { more: { "other.yaml": other } });
    expect(named).toMatchObject({ code: 0, stderr: "" });
    expect(await validate([...args, "-"], { stdin: other })).toMatchObject({ code: 0, stderr: "" });
  });

  it.each<[what: string, args: readonly string[], stderr: RegExp]>([
    [
      "the model is unknown",
      ["--model", "Pte", "good.json"],
      /^error: the document has no model named "Pte" \(unknown-model\)\n {2}help: did you mean `Pet`\? .*`Shop`/,
    ],
    [
      "no model is named",
      ["good.json"],
      /^error: no model is named to check the values against \(missing-model\)\n {2}help: name a model/,
    ],
    ["the format is unknown", ["-m", "Pet", "-f", "xml"], /^error: option '-f, --format <name>'/],
    [
      "the document is not there",
      ["-m", "Pet", "--spec", "nowhere.yaml", "good.json"],
      /^error: there is no file nowhere\.yaml \(file-not-found\)/,
    ],
    [
      "the document is wrong",
      ["-m", "Pet", "--spec", "wrong.yaml", "good.json"],
      /^wrong\.yaml:10:\d+: error: cannot resolve the reference/,
    ],
    [
      "the config is wrong",
      ["-m", "Pet", "--config", "wrong.json", "good.json"],
      /^wrong\.json:1:3: error: `specs` is not a setting/,
    ],
    [
      "standard input would be read twice",
      ["-m", "Pet", "--spec", "-", "good.json", "-"],
      /^error: standard input cannot be both the document and the data/,
    ],
  ])("ends with 2 and checks nothing when %s", async (_what, args, want) => {
    const more = {
      "wrong.yaml": spec.replace("type: string", "$ref: '#/components/schemas/Nobody'"),
      "wrong.json": '{ "specs": "openapi.yaml" }',
    };
    const { code, stdout, stderr } = await validate(args, { more });
    expect(stderr).toMatch(want);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it.each([
    ["nowhere.json", /^error: there is no file nowhere\.json \(file-not-found\)\n/],
    ["nowhere.jsonl", /^error: there is no file nowhere\.jsonl \(file-not-found\)\n/],
  ])("ends with 2 when %s cannot be read, and checks the others", async (name, want) => {
    const finished = await validate(["-m", "Pet", name, "bad.json"]);
    expect(finished.stderr).toMatch(want);
    expect(finished.code).toBe(2);
    expect(places(finished.stdout)).toEqual([
      "bad.json:2:11: /name:",
      "2 files, 1 value: 1 invalid, 1 issue, 1 file not read",
    ]);
  });

  it.each<[what: string, args: readonly string[], code: number, want: readonly string[]]>([
    [
      "patterns and folders",
      ["--model", "Pet", "{good,bad}.json", "folder"],
      1,
      ["bad.json:2:11: /name:", "3 files, 4 values: 1 invalid, 1 issue"],
    ],
    [
      "arrays",
      ["--model", "Pet[]", "--max-issues", "1", "pets.json"],
      1,
      ["pets.json:1:23: /1/name:", "pets.json:1:1:", "1 file, 1 value: 1 invalid, 2 issues"],
    ],
    [
      "JSON Lines of any name",
      ["--model", "Pet", "--jsonl", "lines.txt"],
      0,
      ["1 file, 2 values: all valid"],
    ],
    [
      "bodies of an operation",
      ["--operation", "GET /pets", "--status", "200", "pets.json"],
      1,
      [
        "pets.json:1:23: /1/name:",
        "pets.json:1:26: /2/name: missing,",
        "1 file, 1 value: 1 invalid, 2 issues",
      ],
    ],
    [
      "requests of an operation",
      ["--operation", "addPet", "--request", "good.json"],
      0,
      ["1 file, 1 value: all valid"],
    ],
  ])("checks %s", async (_what, args, code, want) => {
    const content = (schema: string): string =>
      `{ description: "", content: { application/json: { schema: ${schema} } } }`;
    const pet = '{ $ref: "#/components/schemas/Pet" }';
    const paths = `paths:
  /pets:
    get: { responses: { 2XX: ${content(`{ type: array, items: ${pet} }`)} } }
    post: { operationId: addPet, requestBody: ${content(pet)}, responses: {} }`;
    const more = {
      "openapi.yaml": spec.replace("paths: {}", paths),
      "pets.json": '[{"name":"x"},{"name":2},{}]',
      "lines.txt": '{"name":"a"}\n{"name":"b"}\n',
    };
    const finished = await validate(args, { more });
    expect({ code: finished.code, stderr: finished.stderr }).toEqual({ code, stderr: "" });
    expect(places(finished.stdout)).toEqual(want);
  });

  it.each([
    [
      ["-m", "Pet", "--operation", "addPet"],
      "option '-m, --model <name>' cannot be used with option '--operation <name>'",
    ],
    [["-m", "Pet", "nothing/*.json"], "no file matches nothing/*.json (no-matching-files)"],
    [["-m", "Pet", "empty"], "no file matches empty (no-matching-files)"],
  ])("ends with 2 for the arguments %j", async (args, want) => {
    const { code, stdout, stderr } = await validate(args, { more: { "empty/a.txt": "1" } });
    expect(stderr.split("\n")[0]).toBe(`error: ${want}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it.each([
    [
      "pets.json",
      '[{"name":"x"}]',
      "Pet",
      "pets.json:1:1: expected object, received array of length 1 (for an array of them, use --model 'Pet[]')",
    ],
    [
      "pet.json",
      '{"name":"x"}',
      "Pet[]",
      "pet.json:1:1: expected array of Pet, received object of size 1 (for one, use --model Pet)",
    ],
    [
      "a.json",
      "{}\n{}\n",
      "Pet",
      "a.json:2:1: another JSON value begins on line 2: if each line is a value, rename the file to .jsonl, or use --jsonl",
    ],
    [
      "a.jsonl",
      '{\n"name": "x"\n}\n',
      "Pet",
      "a.jsonl:1:1: one JSON value on 3 lines, but each line has to be a value: rename the file to .json",
    ],
  ])("suggests what was meant by %s with %j as %s", async (file, text, model, want) => {
    const { code, stdout } = await validate(["-m", model, file], { more: { [file]: text } });
    expect(stdout.split("\n")[0]).toBe(want);
    expect(code).toBe(1);
  });

  it("says nothing about the warnings that generate has about the document", async () => {
    const { stderr } = await validate(["-m", "Pet", "good.json"]);
    expect(stderr).toBe("");
  });

  it("says which patterns of the document it does not check", async () => {
    const more = {
      "other.yaml": [
        "openapi: 3.1.0",
        'info: { title: T, version: "1" }',
        "paths: {}",
        "components:",
        "  schemas:",
        "    Slug: { type: string, pattern: '^[a-z]+\\Z' }",
        "    Unknown: { wrong: 1 }",
      ].join("\n"),
      "slug.json": '"my-slug"',
    };
    const finished = await validate(["-m", "Slug", "-s", "other.yaml", "slug.json"], { more });
    expect(finished.code).toBe(0);
    expect(finished.stderr).toContain("other.yaml:6:36: warning: the regular expression");
    expect(finished.stderr).not.toContain("unknown-keyword");
  });

  it("sends no escapes of the data to the terminal", async () => {
    const more = { "evil.json": '{"name":["\u001b[2J\u009b"],\n"\\u001b]0;x":1}\u001b' };
    for (const format of ["pretty", "json", "github"]) {
      const finished = await validate(["-m", "Pet", "evil.json", "-f", format], { more });
      expect(finished.code).toBe(1);
      expect(finished.stdout + finished.stderr).not.toMatch(/[^\n\u0020-\u007e]/);
    }
  });
});

describe("guardsmith validate --format", () => {
  it("json prints one document", async () => {
    const args = ["-m", "Pet", "-f", "json", "many.jsonl", "good.json", "nowhere.json"];
    const { code, stdout } = await validate(args);
    expect(code).toBe(2);
    // What it is, is what is tested.
    const report = JSON.parse(stdout) as JsonReport;
    expect(report).toMatchObject({
      files: [
        {
          file: "many.jsonl",
          issues: [
            { line: 3, column: 9, pointer: "/name", path: ["name"], keyword: "type" },
            { line: 4, column: 9, pointer: "", path: [], keyword: "json-syntax" },
          ],
          summary: { values: 4, invalid: 2, issues: 2 },
        },
        { file: "good.json", issues: [], summary: { values: 1, invalid: 0, issues: 0 } },
        { file: "nowhere.json", issues: [], error: { code: "file-not-found" } },
      ],
      summary: { files: 3, values: 5, invalid: 2, issues: 2, unreadable: 1 },
    });
  });

  it("github prints annotations", async () => {
    const { code, stdout } = await validate(["-m", "Pet", "-f", "github", "bad.json"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=bad\.json,line=2,col=11,title=Pet%3A type::\/name: ./m);
  });

  it("pretty is coloured only on demand if there is no terminal", async () => {
    const args = ["-m", "Pet", "bad.json"];
    expect((await validate(args)).stdout).not.toContain("\u001b[");
    expect((await validate([...args, "--color"])).stdout).toContain("\u001b[");
  });
});
