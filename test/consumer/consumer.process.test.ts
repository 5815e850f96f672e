import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, compilers } from "./compilers.js";
import { installPackage, type Consumer } from "./install.js";
import { runNode, type Finished } from "./processes.js";

let consumer: Consumer;

beforeAll(async () => {
  consumer = await installPackage();
});

afterAll(async () => {
  await rm(consumer.workspace, { recursive: true, force: true });
});

/** The ways in which programs find the package. */
const modes = {
  "Node.js": { module: "nodenext" },
  "a bundler that keeps the modules": { module: "preserve", moduleResolution: "bundler" },
  "a bundler of ES modules": { module: "esnext", moduleResolution: "bundler" },
} as const;

/** Compiles files of the project as strictly as can be. */
async function compileFiles(
  compiler: string,
  settings: { readonly module: string; readonly moduleResolution?: string },
  files: readonly string[],
  outDir: string,
): Promise<Finished> {
  const config = `tsconfig.${outDir}.json`;
  const compilerOptions = {
    ...settings,
    target: "es2022",
    lib: ["es2022"],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    rootDir: ".",
    outDir,
  };
  await writeFile(join(consumer.folder, config), JSON.stringify({ compilerOptions, files }));
  return compile(compiler, consumer.folder, ["--project", config]);
}

/** What the program prints. */
const printed = {
  status: "in_progress",
  described: "under way",
  path: "/batches",
  line: 3,
  errors: 2,
  statuses: 8,
  sameValues: true,
  sameGuard: true,
  isStatus: [true, false],
  issues: ["status: enum"],
  standard: [1, "string"],
  parsed: "batch_1",
  asserted: "batch_1",
  same: true,
  destructured: [true, 7],
  lines: [
    [1, 0],
    [2, 7],
  ],
  texts: ["a", "no text"],
  invalid: "/id",
  unparsable: 2,
  definitions: 8,
  middleware: ["onResponse"],
};

/** TypeScript 6 warns of it, and 7 has it no more. */
const oldModes = { "an old bundler": { module: "esnext", moduleResolution: "node10" } } as const;

const mistakes: readonly (readonly [what: string, line: string, error: string])[] = [
  ["a status that does not exist", 'batch.status === "complete";', "TS2367"],
  ["a property that does not exist", "batch.state;", "TS2339"],
  ["a property that may be missing", "batch.errors.data;", "TS18049"],
  ["an item that may be missing", "batch.errors?.data?.[0].line;", "TS2532"],
  ["a batch without a status", 'export const b: Batch = { id: "1", object: "batch" };', "TS2739"],
  ["a value that was not looked at", "const value: unknown = 1; value.id;", "TS18046"],
  ["a change of the values", 'batchStatusValues.push("new");', "TS2339"],
  ["a module that is none", 'export * from "openai-batch-types/dist/index.js";', "TS2307"],
  [
    "an internal function of the runtime",
    'export { inlineSchema } from "openai-batch-types";',
    "TS2305",
  ],
];

/** Compiles programs with one mistake each, all of them at once. */
async function compileMistakes(compiler: string): Promise<Finished> {
  const files = mistakes.map((_, index) => `wrong-${index}.ts`);
  for (const [index, [, line]] of mistakes.entries()) {
    const text = [
      'import { batchStatusValues, type Batch } from "openai-batch-types";',
      "declare const batch: Batch;",
      line,
      "export const used = [batchStatusValues, batch];",
    ];
    await writeFile(join(consumer.folder, `wrong-${index}.ts`), `${text.join("\n")}\n`);
  }
  return compileFiles(compiler, modes["Node.js"], files, `${compiler}-wrong`);
}

describe.each(compilers)("a program compiled with %s", (compiler) => {
  let compiledMistakes: Promise<Finished> | undefined;

  const known = compiler === "typescript" ? { ...modes, ...oldModes } : modes;

  it.each(Object.entries(known))(
    "finds everything as %s does, and runs",
    async (mode, settings) => {
      const outDir = `${compiler}-${Object.keys(known).indexOf(mode)}`;
      const compiled = await compileFiles(compiler, settings, ["program.ts"], outDir);
      expect(compiled).toEqual({ code: 0, output: "" });
      const { code, output } = await runNode(consumer.folder, [`${outDir}/program.js`]);
      expect(code, output).toBe(0);
      expect(JSON.parse(output)).toEqual(printed);
    },
  );

  it("loads the package with require", async () => {
    const outDir = `${compiler}-commonjs`;
    const compiled = await compileFiles(compiler, modes["Node.js"], ["commonjs.cts"], outDir);
    expect(compiled).toEqual({ code: 0, output: "" });
    const args = ["--disable-warning=ExperimentalWarning", `${outDir}/commonjs.cjs`];
    const { code, output } = await runNode(consumer.folder, args);
    expect(code, output).toBe(0);
    expect(JSON.parse(output)).toEqual({ isBatch: false, issues: true });
  });

  it.each(mistakes)("does not compile with %s", async (what, _line, error) => {
    const { code, output } = await (compiledMistakes ??= compileMistakes(compiler));
    expect(code).not.toBe(0);
    const file = `wrong-${mistakes.findIndex(([each]) => each === what)}.ts`;
    const found = output.split("\n").filter((text) => text.startsWith(`${file}(`));
    expect(found).toEqual([expect.stringContaining(`error ${error}`)]);
  });

  it("passes the schemas to a library that takes Standard Schemas", async () => {
    const spec = new URL("index.d.ts", import.meta.resolve("@standard-schema/spec"));
    await copyFile(spec, join(consumer.folder, "standard-schema-spec.d.ts"));
    const outDir = `${compiler}-standard`;
    const compiled = await compileFiles(compiler, modes["Node.js"], ["standard.ts"], outDir);
    expect(compiled).toEqual({ code: 0, output: "" });
    const { output } = await runNode(consumer.folder, [`${outDir}/standard.js`]);
    expect(output).toBe("status,errors.data.0.line\n");
  });

  it("builds the package", async () => {
    const args = ["--project", "tsconfig.json", "--noEmit"];
    expect(await compile(compiler, consumer.packed, args)).toEqual({ code: 0, output: "" });
  });
});

describe("the package, as npm installs it", () => {
  it("runs in a program without a compiler", async () => {
    const args = ["--disable-warning=ExperimentalWarning", "javascript.cjs"];
    const { code, output } = await runNode(consumer.folder, args);
    expect({ code, output }).toEqual({ code: 0, output: '[true,"expired"]\n' });
  });

  it("behaves in this runtime as in every other one", async () => {
    const { code, output } = await runNode(consumer.folder, ["everywhere.js"]);
    expect(code, output).toBe(0);
    expect(output).toMatch(/^OK: \d+ checks\n$/);
  });

  it("has the sources, the compiled files, a manifest, a README and the licence", async () => {
    const files = await filesBelow(consumer.installed);
    const sources = files.filter((path) => path.startsWith("src/"));
    const compiled = sources.flatMap((path) => {
      const base = path.replace(/^src\//, "dist/").replace(/\.ts$/, "");
      return [`${base}.d.ts`, `${base}.d.ts.map`, `${base}.js`, `${base}.js.map`];
    });
    expect(sources).toContain("src/index.ts");
    expect(files).toEqual(
      ["LICENSE", "README.md", "package.json", ...sources, ...compiled].toSorted(),
    );
  });

  it("leads from every declaration to its source", async () => {
    const files = await filesBelow(consumer.installed);
    for (const path of files.filter((path) => path.endsWith(".map"))) {
      const text = await readFile(join(consumer.installed, path), "utf8");
      // A source map lists the files that it leads to.
      const { sources, sourceRoot = "" } = JSON.parse(text) as {
        sources: string[];
        sourceRoot?: string;
      };
      expect(sources, path).toHaveLength(1);
      for (const source of sources) {
        const target = posix.join(dirname(path), sourceRoot, source);
        expect(target).toMatch(/^src\/.*\.ts$/);
        expect(files, path).toContain(target);
      }
      const mapped = await readFile(join(consumer.installed, path.replace(/\.map$/, "")), "utf8");
      expect(mapped).toContain(`//# sourceMappingURL=${posix.basename(path)}`);
    }
  });

  it("brings nothing else along", async () => {
    const text = await readFile(join(consumer.installed, "package.json"), "utf8");
    // npm has installed it, so that it is an object.
    const manifest = JSON.parse(text) as object;
    const dependencies = Object.keys(manifest).filter((key) => /dependencies/i.test(key));
    expect(dependencies).toEqual(["devDependencies"]);
    const names = await readdir(join(consumer.folder, "node_modules"));
    expect(names.filter((name) => !name.startsWith("."))).toEqual(["openai-batch-types"]);
  });

  it("imports nothing from outside, and needs nothing of Node.js", async () => {
    const files = await filesBelow(consumer.installed);
    for (const path of files.filter((path) => /\.(?:js|d\.ts)$/.test(path))) {
      const text = await readFile(join(consumer.installed, path), "utf8");
      const imported = [...text.matchAll(/\b(?:from|import)\s*\(?["']([^"']+)["']/g)];
      for (const [, specifier] of imported) expect(specifier, path).toMatch(/^\.{1,2}\//);
      expect(text, path).not.toMatch(/\beval\(|\bFunction\(|\brequire\(|\bprocess\.|\bBuffer\./);
    }
  });
});

/** The files below a folder, in order, as paths with `/`. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => posix.relative(folder, posix.join(parentPath, name)))
    .toSorted();
}
