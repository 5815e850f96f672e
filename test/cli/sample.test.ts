import { expect, it } from "vitest";
import { put, temporaryFolder } from "../write/temporary-folder.js";
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
        tag: { const: tabby }
    None: { type: string, minLength: 2, maxLength: 1 }
    Any: {}
`;

async function sample(...args: readonly string[]): Promise<Finished> {
  const cwd = await temporaryFolder();
  await put(cwd, { "openapi.yaml": spec });
  return runCommand(["sample", "--spec", "openapi.yaml", ...args], { cwd });
}

it("prints valid values as JSON Lines, the simplest first", async () => {
  const { code, stdout, stderr } = await sample("--model", "Pet", "-n", "3");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toBe('{"name":""}\n{"name":"a"}\n{"name":"","tag":"tabby"}\n');
});

it("prints invalid values, each with its issue", async () => {
  const { code, stdout } = await sample("--model", "Pet", "--invalid");
  const lines = stdout.trimEnd().split("\n");
  const issues = lines.map((line) => {
    const { issue } = JSON.parse(line) as { issue: { keyword: string; pointer: string } };
    return [issue.keyword, issue.pointer];
  });
  expect(code).toBe(0);
  expect(issues).toEqual(
    expect.arrayContaining([
      ["required", "/name"],
      ["type", "/name"],
      ["const", "/tag"],
    ]),
  );
});

it.each([
  [1, ["--model", "None"], "no value is valid for None: its keywords exclude each other\n"],
  [1, ["--model", "Any", "--invalid"], "no value with exactly one issue was found for Any\n"],
  [2, ["--model", "Pte"], /no model named "Pte"[^]*did you mean "?`?Pet/],
  [2, [], /missing-model/],
  [2, ["--model", "Pet", "-n", "0"], /number/],
])("exits with %i for %j", async (code, args, message) => {
  const finished = await sample(...args);
  expect([finished.code, finished.stdout]).toEqual([code, ""]);
  expect(finished.stderr).toMatch(message);
});
