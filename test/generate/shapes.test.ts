import { describe, expect, it } from "vitest";
import { completeConfig } from "../../generator/config/complete-config.js";
import { noCache } from "../../generator/emit/file-cache.js";
import { generateFiles, type GeneratedFiles } from "../../generator/generate/pipeline.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { readRuntimeSources } from "../../generator/output/runtime-sources.js";
import { shapes, type Shape } from "../bench/growth/shapes.js";
import { asPrinted } from "../support/as-printed.js";

// So many links would not fit on the stack if a function called itself for each, and would never end
// if what one link says were found out anew for each that leads to it.
const links = 3_000;

/** Generates everything but `openapi.ts`, without a layout, which is no part of what is looked at. */
async function generated({ schemas }: Shape, count: number): Promise<GeneratedFiles> {
  const document = {
    openapi: "3.1.0",
    info: { title: "Growth", version: "1.0.0" },
    components: { schemas: schemas(count) },
  };
  const config = completeConfig(
    { spec: "-", outputs: ["models", "guards", "json-schema", "package"] },
    "generated",
  );
  return generateFiles(
    {
      spec: { text: JSON.stringify(document), name: "growth.json" },
      config,
      warnings: [],
      surroundings: { importExtension: "js", needsModuleType: false },
      license: undefined,
      cache: noCache,
      onStage: () => undefined,
    },
    {
      host: nodeHost(process.cwd()),
      readRuntime: readRuntimeSources,
      format: asPrinted,
    },
  );
}

describe("documents of any size are generated", () => {
  it.each(shapes.map((shape) => [shape.name, shape] as const))("%s", async (_name, shape) => {
    const { files, models, diagnostics } = await generated(shape, links);
    expect(diagnostics).toEqual([]);
    expect(models.length).toBeGreaterThan(0);
    const guards = files.filter(({ path }) => path.startsWith("src/guards/"));
    expect(guards.length).toBe(new Set(models.map(({ module }) => module)).size);
  });
});
