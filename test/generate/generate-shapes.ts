import { completeConfig } from "../../generator/config/complete-config.js";
import { noCache } from "../../generator/emit/file-cache.js";
import { generateFiles } from "../../generator/generate/pipeline.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { readRuntimeSources } from "../../generator/output/runtime-sources.js";
import { shapes, type Shape } from "../bench/growth/shapes.js";
import { asPrinted } from "../support/as-printed.js";
import type { GeneratedShape } from "./run-shapes.js";

/** Generates everything but `openapi.ts`, without a layout, which is not examined here. */
async function generated({ name, schemas }: Shape, count: number): Promise<GeneratedShape> {
  const document = {
    openapi: "3.1.0",
    info: { title: "Growth", version: "1.0.0" },
    components: { schemas: schemas(count) },
  };
  const config = completeConfig(
    { spec: "-", outputs: ["models", "guards", "json-schema", "package"] },
    "generated",
  );
  const { files, models, diagnostics } = await generateFiles(
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
  return {
    name,
    problems: diagnostics.map(({ message }) => message),
    modules: new Set(models.map(({ module }) => module)).size,
    guards: files.filter(({ path }) => path.startsWith("src/guards/")).length,
  };
}

/** The result of one shape: what was thrown is a problem as well. */
async function outcome(shape: Shape, count: number): Promise<GeneratedShape> {
  try {
    return await generated(shape, count);
  } catch (error) {
    return { name: shape.name, problems: [String(error)], modules: 0, guards: 0 };
  }
}

const links = Number(process.argv[2]);
const outcomes: GeneratedShape[] = [];
for (const shape of shapes) outcomes.push(await outcome(shape, links));
process.stdout.write(JSON.stringify(outcomes));
