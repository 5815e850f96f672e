import { readdir } from "node:fs/promises";
import { expect, it, test } from "vitest";
import { serve } from "../load/serve.js";
import type { Finished } from "../support/finished.js";
import { runCommand } from "../support/run-command.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const document = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      tags: [Pets]
      responses: { "200": { description: "" } }
components:
  schemas:
    Pet: { type: string, maxlength: 2 }
`;

const files = {
  "old.yaml": document,
  "new.yaml": document,
  "wrong.yaml": document.replace("type: string", "type: text"),
};

/** Runs the command in a folder with both documents. */
async function diff(
  args: readonly string[],
  { stdin = "", more = {} }: { stdin?: string; more?: Readonly<Record<string, string>> } = {},
): Promise<Finished> {
  const cwd = await temporaryFolder();
  await put(cwd, { ...files, ...more });
  const finished = await runCommand(["diff", ...args], { cwd, stdin });
  const expected = Object.keys({ ...files, ...more }).sort();
  expect((await readdir(cwd)).sort()).toEqual(expected);
  return finished;
}

it("compares two files, and leaves out warnings about them", async () => {
  expect(await diff(["old.yaml", "new.yaml"])).toEqual({
    code: 0,
    stdout: "none: nothing changes\n",
    stderr: "",
  });
});

it("prints one document of JSON, or Markdown", async () => {
  const json = await diff(["old.yaml", "new.yaml", "--format", "json"]);
  expect(JSON.parse(json.stdout)).toMatchObject({ verdict: "none", changes: [] });
  const markdown = await diff(["old.yaml", "new.yaml", "--format", "markdown"]);
  expect(markdown.stdout).toBe("### none: nothing changes\n");
});

it("compares with the document of the config, if only the old one is named", async () => {
  const more = { "guardsmith.config.yaml": "spec: new.yaml\nstrict: true\n" };
  const finished = await diff(["old.yaml"], { more });
  expect([finished.code, finished.stderr]).toEqual([0, ""]);
});

it("applies the settings to both documents", async () => {
  const overlay = "overlay: 1.0.0\ninfo: { title: a, version: b }\nactions: [{ target: $.x }]\n";
  const more = {
    "guardsmith.config.yaml": "spec: new.yaml\noverlays: [fix.overlay.yaml]\n",
    "fix.overlay.yaml": overlay.replace("{ target: $.x }", "1"),
  };
  const { code, stderr } = await diff(["old.yaml"], { more });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^fix\.overlay\.yaml:3:\d+: error/m);
});

test.each([
  ["-", "new.yaml"],
  ["old.yaml", "-"],
  ["-", "--spec", "new.yaml"],
])("reads one document from standard input: %s %s", async (...args) => {
  const finished = await diff(args, { stdin: document });
  expect([finished.code, finished.stderr]).toEqual([0, ""]);
});

it("sends headers with the requests for each document", async () => {
  const { origin, requests } = await serve({ "/old.yaml": document, "/new.yaml": document });
  const urls = [`${origin}/old.yaml`, `${origin}/new.yaml`];
  const both = await diff([...urls, "-H", "X-Key: abc"]);
  const one = await diff(["old.yaml", `${origin}/new.yaml`, "-H", "X-Key: def"]);
  expect([both.code, one.code, both.stderr + one.stderr]).toEqual([0, 0, ""]);
  const sent = requests.map(({ url, headers }) => [url, headers["x-key"]]);
  expect(sent).toEqual([
    ["/old.yaml", "abc"],
    ["/new.yaml", "abc"],
    ["/new.yaml", "def"],
  ]);
});

test.each<[args: readonly string[], message: RegExp]>([
  [[], /missing-old-document[^]*--base main/],
  [["old.yaml", "new.yaml", "--spec", "new.yaml"], /ambiguous-spec/],
  [["old.yaml", "--base", "main"], /named twice.*missing-old-document/],
  [["-", "-"], /standard-input-twice/],
  [["-", "--spec", "-"], /standard-input-twice/],
  [["--base", "main", "--spec", "-"], /standard input is no file.*missing-old-document/],
  [["--base", "main", "--spec", "https://example.com/a.yaml"], /https:.* is no file of the/],
  [["--base=-x", "--spec", "new.yaml"], /"-x" is not the name of a commit.*invalid-git-path/],
  [["git:-x:old.yaml", "new.yaml"], /"-x" is not the name of a commit.*invalid-git-path/],
  [["git:old.yaml", "new.yaml"], /invalid-git-path/],
  [["nowhere.yaml", "new.yaml"], /there is no file nowhere\.yaml/],
  [["old.yaml", "wrong.yaml"], /^wrong\.yaml:10:\d+: error: .*malformed-keyword/m],
  [["wrong.yaml", "new.yaml"], /^wrong\.yaml:10:\d+: error: .*malformed-keyword/m],
  [["old.yaml", "new.yaml", "-H", "A: b"], /`--header` is only for a document with a URL/],
  [["old.yaml", "new.yaml", "--accepted", "none.yaml"], /there is no file none\.yaml/],
  [["old.yaml", "new.yaml", "--fail-on", "all"], /Allowed choices/],
  [["old.yaml", "new.yaml", "third.yaml"], /too many arguments/],
])("exits with 2 for %j", async (args, message) => {
  const { code, stdout, stderr } = await diff(args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

it("refuses a list of accepted breaks with a mistake, and shows the place", async () => {
  const more = { "accepted.yaml": "- { id: a, reason: b, until: soon }\n" };
  const { code, stderr } = await diff(["old.yaml", "new.yaml", "--accepted", "accepted.yaml"], {
    more,
  });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^accepted\.yaml:1:30: error: .* \(invalid-accepted\)/m);
});

it("warns of accepted breaks that no change has, and of a filter without effect", async () => {
  const more = { "accepted.yaml": "- { id: a, reason: b }\n" };
  const unused = await diff(["old.yaml", "new.yaml", "--accepted", "accepted.yaml"], { more });
  expect(unused.code).toBe(0);
  expect(unused.stderr).toMatch(/^accepted\.yaml:1:3: warning: .* \(unused-accepted\)/m);

  const filters = ["--path", "/pets", "--path", "/cats", "--tag", "Pets", "--tag", "Cats"];
  const filtered = await diff(["old.yaml", "new.yaml", ...filters]);
  expect(filtered.code).toBe(0);
  expect(filtered.stderr).toMatch(/warning: the filter `tags` has "Cats"/);
  expect(filtered.stderr).toMatch(/warning|more/);
  expect(filtered.stderr).not.toContain('"Pets",');
});
