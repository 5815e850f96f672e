import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { Project } from "./project.js";

type Schemas = Readonly<Record<string, string>>;

const base: Schemas = {
  Cat: "{ type: object, properties: { name: { type: string } } }",
  Dog: "{ type: object, properties: { name: { type: string } } }",
  Owner: "{ type: object, properties: { name: { type: string } } }",
  Shop: "{ type: object, properties: { name: { type: string } } }",
};

/** A document with each component in a file of its own, so that Git merges what people write. */
function filesOf(schemas: Schemas): Readonly<Record<string, string>> {
  const names = Object.keys(schemas);
  return {
    ...Object.fromEntries(names.map((name) => [`schemas/${name}.yaml`, `${schemas[name]}\n`])),
    "openapi.yaml": `openapi: 3.1.0
info: { title: Pets, version: "1" }
components:
  schemas:
${names.map((name) => `    ${name}: { $ref: schemas/${name}.yaml }\n\n`).join("")}`,
    "guardsmith.config.json": JSON.stringify({
      spec: "openapi.yaml",
      outputs: ["models", "guards"],
    }),
  };
}

async function git(project: Project, ...args: readonly string[]): Promise<string> {
  const own = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false"];
  const { stdout } = await promisify(execFile)("git", [...own, ...args], { cwd: project.folder });
  return stdout;
}

/** Generates and commits on a branch. */
async function branch(project: Project, name: string, schemas: Schemas): Promise<void> {
  await git(project, "checkout", "-q", "-b", name, "main");
  const gone = Object.keys(base).filter((one) => schemas[one] === undefined);
  await project.remove(...gone.map((one) => `schemas/${one}.yaml`));
  await project.put(filesOf(schemas));
  await commit(project);
}

async function commit(project: Project): Promise<void> {
  expect(await project.generate({})).toMatchObject({ code: 0 });
  await git(project, "add", "-A");
  await git(project, "commit", "-q", "-m", "Change");
}

/** Two branches, one of which is merged into the other; and the generated files that are in conflict. */
async function merged(left: Schemas, right: Schemas): Promise<[Project, readonly string[]]> {
  const project = await Project.with(filesOf(base));
  await git(project, "init", "-q", "-b", "main");
  await commit(project);
  await branch(project, "right", right);
  await branch(project, "left", left);
  await git(project, "merge", "-q", "right").catch(() => undefined);
  const conflicts = await git(project, "diff", "--name-only", "--diff-filter=U");
  return [project, conflicts.split("\n").filter((path) => path.startsWith("out/"))];
}

const longer = "{ type: object, properties: { name: { type: string }, age: { type: integer } } }";
const withoutCat = Object.fromEntries(Object.entries(base).filter(([name]) => name !== "Cat"));

describe("after a merge, one run leads to what an empty folder gets:", () => {
  it.each<[what: string, left: Schemas, right: Schemas, conflicts: readonly string[]]>([
    ["of different models", { ...base, Cat: longer }, { ...base, Shop: longer }, []],
    ["of new models", { ...base, Cow: longer }, { ...base, Tent: longer }, []],
    [
      "of new models side by side",
      { ...base, Dove: longer },
      { ...base, Duck: longer },
      ["out/.guardsmith-files", "out/index.ts"],
    ],
    [
      "of one model",
      { ...base, Cat: longer },
      { ...base, Cat: longer.replace("age", "size") },
      ["out/guards/cat.ts", "out/models/cat.ts"],
    ],
    [
      "of a model that is gone on one side",
      withoutCat,
      { ...base, Cat: longer },
      ["out/guards/cat.ts", "out/models/cat.ts"],
    ],
  ])("%s", { timeout: 60_000 }, async (_what, left, right, conflicts) => {
    const [project, found] = await merged(left, right);
    // The index names every model; what is in conflict besides was changed on both sides.
    expect(found.filter((path) => path !== "out/index.ts")).toEqual(
      conflicts.filter((path) => path !== "out/index.ts"),
    );
    const { Cat: cat, ...others } = { ...left, ...right };
    await project.put(filesOf(left.Cat === undefined ? others : { Cat: cat ?? "", ...others }));
    expect(await project.generate({})).toMatchObject({ code: 0 });
    expect(await project.output()).toEqual(await project.fresh());
    expect(await project.generate({ check: true })).toMatchObject({ code: 0 });
  });
});
