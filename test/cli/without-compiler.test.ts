import { describe, expect, it } from "vitest";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { run, type Finished } from "./run.js";

const spec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string, pattern: "^[A-Z]" }
        status: { enum: [here, gone] }
`;

const preload = new URL("./without-packages.ts", import.meta.url).href;

/** Runs `guardsmith` in a process that finds neither a TypeScript compiler nor a formatter. */
async function runWithout(args: readonly string[]): Promise<Finished> {
  const cwd = await temporaryFolder();
  await put(cwd, {
    "openapi.yaml": spec,
    "guardsmith.config.json": '{ "spec": "openapi.yaml" }',
    "plain.json": '{ "spec": "openapi.yaml", "format": "none" }',
    "pet.json": '{ "name": "rex", "status": "lost" }',
  });
  const env = { WITHOUT_PACKAGES: "typescript ts-morph openapi-typescript prettier oxfmt" };
  return run(args, { cwd, env, preload });
}

describe("without a TypeScript compiler and without a formatter", () => {
  it("validate runs the guards", async () => {
    const { code, stdout } = await runWithout(["validate", "--model", "Pet", "pet.json"]);
    expect(stdout).toContain(
      'pet.json:1:11: /name: expected a string that matches ^[A-Z], received "rex"',
    );
    expect(stdout).toContain("pet.json:1:28: /status: expected one of");
    expect(code).toBe(1);
  });

  it("reconcile compares samples with the document", async () => {
    const { code, stdout } = await runWithout(["reconcile", "Pet=pet.json"]);
    expect(stdout).toContain("pattern not matched, expected a string that matches ^[A-Z]");
    expect(code).toBe(0);
  });

  it("generate writes every output, if it has nothing to format", async () => {
    const { code, stdout } = await runWithout(["generate", "--config", "plain.json"]);
    expect(stdout).toMatch(/^generated 2 models /);
    expect(code).toBe(0);
  });

  it("generate does not format", async () => {
    const { code, stderr } = await runWithout(["generate"]);
    expect(stderr).toContain("There is no package");
    expect(code).not.toBe(0);
  });
});
