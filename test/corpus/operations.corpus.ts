import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../generator/index.js";

// Documents as they are published, which are not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);

/** The documents, with the number of their operations and the kinds that are not supported. */
const documents = [
  { spec: "openai.yaml", operations: 288, unsupported: [] },
  {
    spec: "box.json",
    operations: 296,
    unsupported: ["1 object or list inside of a parameter in a style is taken as text"],
  },
  {
    spec: "digitalocean/specification/DigitalOcean-public.v2.yaml",
    operations: 659,
    unsupported: [],
  },
] as const;

const isThere = documents.every(({ spec }) => existsSync(join(corpus, spec)));
if (!isThere) console.log(`corpus: skipped, the documents are not in ${corpus}`);

/** TypeScript 5.9, which the project has, and 7. */
const compilers = [
  import.meta.url,
  new URL("../compilers/typescript-7/package.json", import.meta.url).href,
].map((url) => {
  const manifest = createRequire(url).resolve("typescript/package.json");
  return join(dirname(manifest), "bin", "tsc");
});

test.skipIf(!isThere).each(documents)(
  "all operations of $spec generate and compile",
  async ({ spec, operations, unsupported }) => {
    const outputs = ["models", "guards", "operations", "package"] as const;
    const start = performance.now();
    const { files, diagnostics } = await generate({
      spec,
      cwd: corpus,
      config: { outputs, format: "none" },
    });
    const time = performance.now() - start;
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ message }) => message)).toEqual([]);
    const modules = files.filter(({ path, text }) => isOperation(path, text));
    const kinds = diagnostics.filter(({ code }) => code === "unsupported-in-operation");
    const folder = mkdtempSync(join(tmpdir(), "guardsmith-operations-"));
    try {
      for (const { path, text } of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const found = compilers.map((compiler) => {
        const args = ["--max-old-space-size=6000", compiler, "--noEmit", "--project", folder];
        const began = performance.now();
        const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
        return { status, stdout: stdout.slice(0, 2000), time: performance.now() - began };
      });
      console.log(
        `corpus: ${spec}: ${modules.length} operations in ${Math.round(time)} ms, compiled in ${found.map((one) => Math.round(one.time)).join(" and ")} ms, not supported: ${kinds.map(({ message }) => message).join("; ")}`,
      );
      expect(found.map(({ status, stdout }) => [status, stdout])).toEqual(
        compilers.map(() => [0, ""]),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(modules.length).toBe(operations);
    expect(kinds.map(({ message }) => message)).toEqual(unsupported);
  },
);

/** Whether a file describes an operation. */
function isOperation(path: string, text: string): boolean {
  return /^src\/operations\/[^/]+\.ts$/.test(path) && /^export const \w+: Operation</m.test(text);
}
