import { describe, expect, it } from "vitest";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import type { Finished } from "../support/finished.js";
import { runProcess } from "../support/run-process.js";

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

const missing = ["typescript", "ts-morph", "openapi-typescript", "prettier", "oxfmt"];

const hooks = `
const missing = ${JSON.stringify(missing)};
export function resolve(specifier, context, next) {
  const isMissing = missing.some((name) => specifier === name || specifier.startsWith(name + "/"));
  if (isMissing) throw new Error("There is no package " + specifier);
  return next(specifier, context);
}`;

const moduleOf = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;

const preload = moduleOf(`
import { register } from "node:module";
register(${JSON.stringify(moduleOf(hooks))});`);

/** Runs `guardsmith` in a process that finds neither a TypeScript compiler nor a formatter. */
async function runWithout(args: readonly string[]): Promise<Finished> {
  const cwd = await temporaryFolder();
  await put(cwd, {
    "openapi.yaml": spec,
    "guardsmith.config.json": '{ "spec": "openapi.yaml" }',
    "plain.json": '{ "spec": "openapi.yaml", "format": "none" }',
    "pet.json": '{ "name": "rex", "status": "lost" }',
  });
  return runProcess(args, { cwd, preload });
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
