import { describe, expect, it, test } from "vitest";
import {
  findInTree,
  GitPathError,
  type GitEntry,
  type GitObjects,
} from "../../generator/load/git-tree.js";
import { InputError } from "../../generator/core/failure.js";
import { checkRef, isGitSpec, parseGitSpec } from "../../generator/load/git-spec.js";

const folder = (hash: string): GitEntry => ({ mode: "040000", hash });
const file = (hash: string): GitEntry => ({ mode: "100644", hash });
const link = (target: string): GitEntry => ({ mode: "120000", hash: target });

const trees: Readonly<Record<string, Readonly<Record<string, GitEntry>>>> = {
  root: {
    api: folder("api"),
    "openapi.yaml": link("api/openapi.yaml"),
    latest: link("api"),
    loop: link("loop"),
    out: link("../secret"),
    absolute: link("/etc/passwd"),
    module: { mode: "160000", hash: "commit" },
  },
  api: { "openapi.yaml": file("spec"), up: link(".."), schemas: folder("schemas") },
  schemas: { "pet.yaml": file("pet"), "other.yaml": link("./../openapi.yaml") },
};

const objects: GitObjects = {
  list: (hash) => Promise.resolve(new Map(Object.entries(trees[hash] ?? {}))),
  // In this repository, the hash of a link is its target.
  read: (hash) => Promise.resolve(new TextEncoder().encode(hash)),
};

describe("a path in a commit", () => {
  test.each([
    ["", "", "root"],
    ["api/openapi.yaml", "api/openapi.yaml", "spec"],
    ["api//./openapi.yaml", "api/openapi.yaml", "spec"],
    ["openapi.yaml", "api/openapi.yaml", "spec"],
    ["latest/schemas/pet.yaml", "api/schemas/pet.yaml", "pet"],
    ["latest/up/latest/openapi.yaml", "api/openapi.yaml", "spec"],
    ["api/schemas/other.yaml", "api/openapi.yaml", "spec"],
    ["module", "module", "commit"],
  ])("%s is found without links", async (path, real, hash) => {
    expect(await findInTree(path, "root", objects)).toMatchObject({ path: real, hash });
  });

  test.each([
    ["nowhere", "ENOENT"],
    ["api/openapi.yaml/x", "ENOTDIR"],
    ["module/x", "ENOTDIR"],
    ["loop", "ELOOP"],
    ["out", "it is outside of the repository"],
    ["../api", "it is outside of the repository"],
    ["absolute", "it is a link to an absolute path"],
  ])("%s is not found", async (path, code) => {
    await expect(findInTree(path, "root", objects)).rejects.toThrow(new GitPathError(code));
  });
});

describe("the name of a file of a commit", () => {
  test.each([
    ["git:main:openapi.yaml", "main", "openapi.yaml"],
    ["git:HEAD~2:./a b.yaml", "HEAD~2", "./a b.yaml"],
    ["git:HEAD@{2026-01-01 12:00}:a:b", "HEAD@{2026-01-01 12:00}", "a:b"],
    ["git:HEAD^{/fix: a bug}:a", "HEAD^{/fix: a bug}", "a"],
  ])("%s", (spec, ref, path) => {
    expect(parseGitSpec(spec)).toEqual({ ref, path });
  });

  test.each([
    "git:",
    "git:main",
    "git:main:",
    "git::a",
    "git:-x:a",
    "git:--output=x:a",
    "git:a\nb:c",
  ])("%j is refused", (spec) => {
    expect(() => parseGitSpec(spec)).toThrow(InputError);
  });

  test.each(["", "-x", "main:a", "a\u0000"])("the commit %j is refused", (ref) => {
    expect(() => checkRef(ref)).toThrow(InputError);
  });

  it("is not the name of any other file", () => {
    expect(["openapi.yaml", "./git:a:b", "https://git:1/", {}].map(isGitSpec)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
