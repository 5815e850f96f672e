import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBatch } from "../../generated/src/index.js";
import { compile } from "../consumer/compilers.js";
import { installPackage, type Consumer } from "../consumer/install.js";
import { bundle, type Bundle } from "./bundle.js";
import { validateBatch as validateWithValibot } from "./peers/valibot.js";
import { validateBatch as validateWithZod } from "./peers/zod.js";

/** The most that an export may add to a web page, in bytes, minified and compressed. */
const budgets = { isBatch: 650, BatchSchema: 2900 } as const;

const sources = fileURLToPath(new URL("../../generated/src", import.meta.url));
const peers = fileURLToPath(new URL("peers", import.meta.url));

let consumer: Consumer;
/** What was measured, in the order of the table. */
const measured = new Map<string, Bundle>();

beforeAll(async () => {
  consumer = await installPackage();
  const programs = [
    ["isBatch", sources, `export { isBatch } from "./index.js";`],
    ["isBatch, as installed", consumer.folder, `export { isBatch } from "openai-batch-types";`],
    ["BatchSchema", sources, `export { BatchSchema } from "./index.js";`],
    [
      "BatchSchema, as installed",
      consumer.folder,
      `export { BatchSchema } from "openai-batch-types";`,
    ],
    ["BatchSchema, parseJson", sources, `export { BatchSchema, parseJson } from "./index.js";`],
    ["BatchSchema, parseLines", sources, `export { BatchSchema, parseLines } from "./index.js";`],
    ["everything", sources, `export * from "./index.js";`],
    ["by hand, with Valibot: safeParse", peers, `export { validateBatch } from "./valibot.js";`],
    ["by hand, with Zod: safeParse", peers, `export { validateBatch } from "./zod.js";`],
  ] as const;
  for (const [name, folder, program] of programs) {
    measured.set(name, await bundle(program, folder));
  }
});

afterAll(async () => {
  console.log(tableOf(measured));
  await rm(consumer.workspace, { recursive: true, force: true });
});

function tableOf(bundles: ReadonlyMap<string, Bundle>): string {
  const rows = [...bundles].map(([name, { minified, gzipped }]) =>
    [name.padEnd(34), String(minified).padStart(8), String(gzipped).padStart(8)].join(" "),
  );
  return [`${"bytes in a bundle".padEnd(34)} minified  gzipped`, ...rows].join("\n");
}

function measuredBundle(name: string): Bundle {
  const found = measured.get(name);
  if (found === undefined) throw new Error(`${name} was not measured`);
  return found;
}

describe.each(Object.entries(budgets))("%s in a bundle", (name, budget) => {
  it(`takes no more than ${budget} bytes`, () => {
    expect(measuredBundle(name).gzipped).toBeLessThanOrEqual(budget);
  });

  it("is the same from the sources and from the installed package", () => {
    const installed = measuredBundle(`${name}, as installed`);
    // The compiler and the bundler lay out a few expressions in different ways.
    expect(Math.abs(measuredBundle(name).gzipped - installed.gzipped)).toBeLessThanOrEqual(10);
    expect(measuredBundle(name).modules).toEqual(installed.modules);
  });

  it("brings no code of other models along", () => {
    const { code, modules, warnings } = measuredBundle(name);
    for (const foreign of ["has_more", "first_id", "anchor", "output_expires", "/v1/videos"]) {
      expect(measuredBundle("everything").code).toContain(foreign);
      expect(code).not.toContain(foreign);
    }
    expect(modules).toContain("guards/batch");
    expect(modules).not.toContain("guards/list-batches-response");
    expect(modules).not.toContain("guards/create-batch-request");
    expect(warnings).toEqual([]);
  });
});

describe("a bundle", () => {
  it("of the predicate has no code for issues, errors or schemas", () => {
    const { code, modules } = measuredBundle("isBatch");
    for (const other of ["expected", "not a valid", "~standard", "JSON.parse"]) {
      expect(measuredBundle("everything").code).toContain(other);
      expect(code).not.toContain(other);
    }
    expect(modules.filter((path) => !path.startsWith("guards/"))).toEqual(["runtime/values"]);
  });

  it("of the schema has no code for JSON text", () => {
    const { code } = measuredBundle("BatchSchema");
    for (const other of ["JSON.parse", "TextDecoder"]) {
      expect(measuredBundle("everything").code).toContain(other);
      expect(code).not.toContain(other);
    }
  });

  it("is empty where only types are imported", async () => {
    const program = `import type { Batch } from "openai-batch-types";
      export type Statuses = Batch["status"][];`;
    expect((await bundle(program, consumer.folder)).code.trim()).toBe("");
    expect((await bundle(program.replace(" type {", " {"), consumer.folder)).code).toBe("");
  });

  it("is empty where nothing is used, even if the manifest did not say so", async () => {
    const manifest = join(consumer.installed, "package.json");
    const text = await readFile(manifest, "utf8");
    expect(text).toContain('"sideEffects": false');
    const entries = ["", "/openapi", "/guards/batch", "/models/batch"];
    const program = entries.map((entry) => `import "openai-batch-types${entry}";`).join("\n");
    await writeFile(manifest, text.replace('"sideEffects": false,', ""));
    try {
      expect(await bundle(program, consumer.folder)).toMatchObject({ code: "", warnings: [] });
    } finally {
      await writeFile(manifest, text);
    }
  });
});

it("a program that only imports types has no import when it is compiled", async () => {
  const text = `import type { Batch } from "openai-batch-types";\nexport const ids = (batches: Batch[]): string[] => batches.map(({ id }) => id);\n`;
  await writeFile(join(consumer.folder, "types.ts"), text);
  const args = ["types.ts", "--outDir", "types", "--target", "es2022", "--module", "nodenext"];
  const compiled = await compile("typescript", consumer.folder, [
    ...args,
    "--verbatimModuleSyntax",
  ]);
  expect(compiled).toEqual({ code: 0, output: "" });
  const code = await readFile(join(consumer.folder, "types/types.js"), "utf8");
  expect(code).toBe("export const ids = (batches) => batches.map(({ id }) => id);\n");
});

describe("the schemas that are written by hand", () => {
  const batch = {
    id: "batch_1",
    completion_window: "24h",
    created_at: 1768813200,
    endpoint: "/v1/responses",
    input_file_id: "file-1",
    object: "batch",
    status: "completed",
    cancelled_at: null,
    errors: { object: "list", data: [{ code: "bad_line", line: 3, message: null }] },
    metadata: { customer: "c" },
    request_counts: { completed: 1, failed: 0, total: 1 },
    usage: {
      input_tokens: 1,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 1,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 2,
    },
  };
  const metadata = (count: number, key: number, value: number): object =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        String(index).padStart(key, "k"),
        "v".repeat(value),
      ]),
    );

  it.each<[what: string, value: unknown, valid: boolean]>([
    ["a batch", batch, true],
    ["a batch whose optional properties are null", { ...batch, errors: null, usage: null }, true],
    ["the most metadata", { ...batch, metadata: metadata(16, 64, 512) }, true],
    ["too much metadata", { ...batch, metadata: metadata(17, 64, 512) }, false],
    ["a long key of metadata", { ...batch, metadata: metadata(1, 65, 1) }, false],
    ["a long value of metadata", { ...batch, metadata: metadata(1, 1, 513) }, false],
    ["no batch", null, false],
    ["a batch without a status", { ...batch, status: undefined }, false],
    ["an unknown status", { ...batch, status: "complete" }, false],
    ["another object", { ...batch, object: "list" }, false],
    ["half a second", { ...batch, created_at: 0.5 }, false],
    ["a text for a time", { ...batch, failed_at: "1" }, false],
    ["an error on a line that is a text", { ...batch, errors: { data: [{ line: "3" }] } }, false],
    ["counts that are not complete", { ...batch, request_counts: { total: 1 } }, false],
    [
      "usage without details",
      { ...batch, usage: { ...batch.usage, input_tokens_details: 1 } },
      false,
    ],
  ])("decide as the package does about %s", (_what, value, valid) => {
    expect(isBatch(value)).toBe(valid);
    expect(validateWithZod(value).success).toBe(valid);
    expect(validateWithValibot(value).success).toBe(valid);
  });
});
