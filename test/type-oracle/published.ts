import type { JsonObject } from "../../generator/core/json.js";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { completeConfig } from "../../generator/config/complete-config.js";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { bundleDocument } from "./bundle.js";
import { formatDiagnostic, generate, type Model, type OutputFile } from "../../generator/index.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { loadDocument } from "../../generator/load/load.js";
import { joinPointer } from "../../generator/core/pointer.js";
import type { Pair } from "./compare.js";

/** Documents as they are published, which are not part of the repository. */
export const corpus: string = resolve(process.env.GUARDSMITH_CORPUS ?? "../shared/specs");

export const hasCorpus: boolean = existsSync(corpus);

/** A published document, and the package that is generated from it. */
export interface Published {
  readonly files: readonly OutputFile[];
  /** The document that openapi-typescript gets: one file, with a component for each schema. */
  readonly bundle: JsonObject;
  /** Every component of it, with the model of the same schema. */
  readonly pairs: readonly Pair[];
}

/** Generates the package of a document of the corpus. */
export async function readPublished(path: string): Promise<Published> {
  const spec = join(corpus, path);
  const { files, models, diagnostics } = await generate({
    spec,
    config: { outputs: ["models", "guards"] },
  });
  if (files.length === 0) {
    throw new Error(diagnostics.map((each) => formatDiagnostic(each, { color: false })).join("\n"));
  }
  return { files, ...(await readBundle(spec, models)) };
}

async function readBundle(spec: string, all: readonly Model[]): Promise<Omit<Published, "files">> {
  const log = new DiagnosticLog();
  const config = completeConfig({ spec }, "generated");
  const { references } = config;
  const document = await loadDocument(spec, { host: nodeHost(corpus), log, references });
  const byId = new Map(all.map((model) => [model.id, model]));
  const bundle = bundleDocument(document, { all, byId }, log).root;
  const { schemas } = bundle.components as { readonly schemas: JsonObject };
  // Of two models at one place, the first is the schema and the other what it is without `null`.
  const atPlace = new Map<string, Model>();
  for (const model of all) {
    const place = keyOf(model);
    if (!atPlace.has(place)) atPlace.set(place, model);
  }
  const byName = new Map(all.map((model) => [model.name, model]));
  const pairs = Object.keys(schemas).flatMap((component): readonly Pair[] => {
    const named = byName.get(component);
    const model =
      atPlace.get(`${document.uri}#${joinPointer("/components/schemas", component)}`) ??
      (named && atPlace.get(keyOf(named)));
    return model === undefined ? [] : [{ model: model.name, component }];
  });
  return { bundle, pairs };
}

function keyOf({ schema }: Model): string {
  return `${schema.place.uri}#${schema.place.pointer}`;
}

/** What openapi-typescript makes of a document. */
export async function openApiTypes(document: JsonObject): Promise<string> {
  // The bundle was checked to be an OpenAPI document.
  const source = structuredClone(document) as unknown as OpenAPI3;
  return astToString(await openapiTS(source, { silent: true, arrayLength: true }));
}

/**
 * An `openapi.ts` whose component schemas refer to our models instead of each other, so that each
 * is compared by itself: what one gets wrong is not counted again for all that refer to it.
 */
export function referToModels(text: string, pairs: readonly Pair[]): string {
  const models = new Map(pairs.map(({ component, model }) => [component, model]));
  const replaced = text.replace(
    /components\["schemas"\]\["((?:[^"\\]|\\.)*)"\]/g,
    (reference, component: string) => {
      const model = models.get(component);
      return model === undefined ? reference : `Ours.${model}`;
    },
  );
  return `import type * as Ours from "./index.js";\n${replaced}`;
}
