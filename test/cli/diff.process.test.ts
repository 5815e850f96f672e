import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it, test } from "vitest";
import { GitError, runGit } from "../../generator/load/node-git.js";
import { diff } from "../../generator/index.js";
import type { Finished } from "../support/finished.js";
import { runCommand } from "../support/run-command.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

// The command with documents of real repositories.

const document = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet: { $ref: schemas/pet.yaml }
`;

const files = {
  "api/openapi.yaml": document,
  "api/schemas/pet.yaml": "type: object\nproperties: { owner: { $ref: owner.yaml } }\n",
  "api/schemas/owner.yaml": "type: string\n",
  "guardsmith.config.yaml": "spec: api/openapi.yaml\n",
};

const broken = "type: [\n";

function git(cwd: string, ...args: readonly string[]): void {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...who, ...args], { cwd, stdio: "pipe" });
}

/** Makes a repository whose branch `main` has a commit with the files. */
async function repository(
  more: Readonly<Record<string, string>> = {},
  links: Readonly<Record<string, string>> = {},
): Promise<string> {
  const cwd = await temporaryFolder();
  git(cwd, "init", "--quiet", "--initial-branch=main");
  await put(cwd, { ...files, ...more });
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(cwd, path));
  git(cwd, "add", "--all");
  git(cwd, "commit", "--quiet", "--message=first");
  return cwd;
}

function run(cwd: string, ...args: readonly string[]): Promise<Finished> {
  return runCommand(["diff", ...args], { cwd });
}

const same = { code: 0, stdout: "none: nothing changes\n", stderr: "" };

it("reads a document and its siblings from a commit, and nothing from the working tree", async () => {
  const cwd = await repository();
  rmSync(join(cwd, "api"), { recursive: true });
  expect(await run(cwd, "git:main:api/openapi.yaml", "git:HEAD:api/openapi.yaml")).toEqual(same);
  // A file of the working tree that the commit does not have is not there.
  const without = await repository();
  rmSync(join(without, "api/schemas/owner.yaml"));
  git(without, "commit", "--quiet", "--all", "--message=second");
  await put(without, files);
  const { code, stderr } = await run(without, "git:HEAD:api/openapi.yaml", "api/openapi.yaml");
  expect(code).toBe(2);
  expect(stderr).toContain("there is no file git:HEAD:api/schemas/owner.yaml");
});

it("compares the document of the config with a commit", async () => {
  const cwd = await repository();
  expect(await run(cwd, "--base", "main")).toEqual(same);
  await put(cwd, { "api/schemas/owner.yaml": broken });
  const now = await run(cwd, "--base", "main");
  expect(now.code).toBe(2);
  expect(now.stderr).toMatch(/^api\/schemas\/owner\.yaml:/m);
  expect(now.stderr).not.toContain("git:main");
  git(cwd, "commit", "--quiet", "--all", "--message=second");
  await put(cwd, files);
  const before = await run(cwd, "--base", "main");
  expect(before.code).toBe(2);
  expect(before.stderr).toMatch(/^git:main:api\/schemas\/owner\.yaml:/m);
  expect(await run(cwd, "--base", "main~1")).toEqual(same);
  expect(await run(cwd, "--base", "HEAD^{/first}", "--spec", "api/openapi.yaml")).toEqual(same);
});

it("finds the repository of the document, and not that of the working directory", async () => {
  const cwd = await temporaryFolder();
  const inner = await repository();
  const spec = join(inner, "api/openapi.yaml");
  const { code, stderr } = await run(cwd, "--base", "main", "--spec", spec);
  expect([code, stderr]).toEqual([0, ""]);
});

it("takes paths from the root of the repository, or with ./ from the working directory", async () => {
  const cwd = join(await repository(), "api");
  expect(await run(cwd, "git:main:api/openapi.yaml", "openapi.yaml")).toMatchObject({ code: 0 });
  expect(await run(cwd, "git:main:./openapi.yaml", "openapi.yaml")).toMatchObject({ code: 0 });
  const up = await run(join(cwd, "schemas"), "git:main:../openapi.yaml", "../openapi.yaml");
  expect(up).toMatchObject({ code: 0 });
  const wrong = await run(cwd, "git:main:openapi.yaml", "openapi.yaml");
  expect(wrong.stderr).toContain("there is no file git:main:openapi.yaml (file-not-found)");
  expect(wrong.stderr).toContain("write `git:main:./openapi.yaml`");
});

it("applies overlays of the working tree to a commit", async () => {
  const overlay =
    "overlay: 1.0.0\ninfo: { title: a, version: b }\nextends: api/openapi.yaml\nactions:\n";
  const cwd = await repository();
  await put(cwd, {
    "guardsmith.config.yaml": "spec: api/openapi.yaml\noverlays: [fix.yaml]\n",
    "fix.yaml": `${overlay}  - { target: $.components.schemas.Pet, remove: true }\n`,
    "api/schemas/pet.yaml": "type: string\n",
  });
  expect(await run(cwd, "--base", "main")).toEqual(same);
  await put(cwd, { "fix.yaml": `${overlay}  - 1\n` });
  expect((await run(cwd, "--base", "main")).stderr).toMatch(/^fix\.yaml:5:5: error/m);
});

it("follows symbolic links within the commit alone", async () => {
  const secret = join(await temporaryFolder(), "secret.yaml");
  await put(join(secret, ".."), { "secret.yaml": "type: string\n" });
  const cwd = await repository(
    { "api/linked.yaml": document.replace("schemas/pet.yaml", "link.yaml") },
    { "api/link.yaml": "schemas/owner.yaml", "api/out.yaml": secret, "outer.yaml": secret },
  );
  rmSync(join(cwd, "api/link.yaml"));
  expect(await run(cwd, "git:main:api/linked.yaml", "git:main:api/linked.yaml")).toEqual(same);
  const out = await run(cwd, "git:main:outer.yaml", "api/openapi.yaml");
  expect(out).toMatchObject({ code: 2, stdout: "" });
  expect(out.stderr).toContain("it is a link to an absolute path (file-unreadable)");
  await put(cwd, { "api/outer.yaml": document.replace("schemas/pet.yaml", "out.yaml") });
  git(cwd, "add", "--all");
  git(cwd, "commit", "--quiet", "--message=second");
  const inner = await run(cwd, "git:main:api/outer.yaml", "api/openapi.yaml");
  expect(inner.code).toBe(2);
  expect(inner.stderr).toContain("git:main:api/out.yaml cannot be read: it is a link to");
});

it("keeps references in the folder of the document, as for files", async () => {
  const cwd = await repository({
    "api/outside.yaml": document.replace("schemas/pet.yaml", "../pet.yaml"),
    "pet.yaml": "type: string\n",
  });
  const args = ["git:main:api/outside.yaml", "git:main:api/outside.yaml"];
  const refused = await run(cwd, ...args);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("git:main:pet.yaml is outside git:main:api");
  await put(cwd, { "guardsmith.config.yaml": "references: { root: . }\n" });
  expect(await run(cwd, ...args)).toEqual(same);
});

it("reads nothing outside of the repository, even if references may leave it", async () => {
  const around = await temporaryFolder();
  const cwd = join(around, "inner");
  mkdirSync(cwd);
  git(cwd, "init", "--quiet", "--initial-branch=main");
  const outside = document.replace("schemas/pet.yaml", "../outside.yaml");
  const inside = document.replace("schemas/pet.yaml", "pet.yaml");
  await put(around, {
    "outside.yaml": "type: string\n",
    "inner/outside.yaml": outside,
    "inner/inside.yaml": inside,
    "inner/pet.yaml": "type: string\n",
    "inner/guardsmith.config.yaml": "references: { root: .. }\n",
  });
  git(cwd, "add", "--all");
  git(cwd, "commit", "--quiet", "--message=first");
  expect(await run(cwd, "git:main:inside.yaml", "git:main:inside.yaml")).toEqual(same);
  const { code, stderr } = await run(cwd, "git:main:outside.yaml", "git:main:inside.yaml");
  expect(code).toBe(2);
  expect(stderr).toContain("there is no file ../outside.yaml (file-not-found)");
});

it("reads no file of a hook for a commit", async () => {
  const cwd = await repository();
  const asked: string[] = [];
  const retrieve = (uri: string): undefined => {
    asked.push(uri);
  };
  const spec = "git:main:api/openapi.yaml";
  const { diff: found } = await diff({ old: spec, new: spec, retrieve, cwd });
  expect([found?.verdict, asked]).toEqual(["none", []]);
});

test.each([
  ["nope", "api/openapi.yaml", 'has no commit "nope" (unknown-commit)'],
  ["main..HEAD", "api/openapi.yaml", "unknown-commit"],
  ["HEAD^{tree}", "api/openapi.yaml", "unknown-commit"],
  ["main", "nowhere.yaml", "there is no file git:main:nowhere.yaml (file-not-found)"],
  ["main", "../x.yaml", "git:main:../x.yaml is outside of the repository (file-not-found)"],
  ["main", "api", "git:main:api is a directory (file-unreadable)"],
])("exits with 2 for git:%s:%s", async (ref, path, message) => {
  const cwd = await repository();
  const { code, stdout, stderr } = await run(cwd, `git:${ref}:${path}`, "api/openapi.yaml");
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});

it("reads no more of a file than its limit", async () => {
  const cwd = await repository();
  const args = ["cat-file", "blob", "main:api/openapi.yaml"];
  const { length: bytes } = await runGit(cwd, args);
  expect(await runGit(cwd, args, { bytes })).toHaveLength(bytes);
  const tooLarge = runGit(cwd, args, { bytes: bytes - 1 });
  await expect(tooLarge).rejects.toThrow(new GitError("too-large", "its output is too large"));
});

it("says that there is no repository, or no git", async () => {
  const cwd = await temporaryFolder();
  await put(cwd, files);
  const args = ["git:main:api/openapi.yaml", "api/openapi.yaml"];
  const env = { GIT_CEILING_DIRECTORIES: join(cwd, "..") };
  const outside = await runCommand(["diff", ...args], { cwd, env });
  expect(outside).toMatchObject({ code: 2, stdout: "" });
  expect(outside.stderr).toContain("`git` reports: not a git repository");
  mkdirSync(join(cwd, "empty"));
  const without = await runCommand(["diff", ...args], { cwd, env: { PATH: join(cwd, "empty") } });
  expect(without).toMatchObject({ code: 2, stdout: "" });
  expect(without.stderr).toContain("`git` cannot be started (git-failed)");
});
