import type { Config } from "../../config/config.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import type { Draft } from "../draft.js";
import type { Document } from "../../openapi/document.js";
import type { Models } from "../../model/model.js";
import { pathsOf, type Layout } from "../layout.js";
import { keptFile, type FileCache } from "../file-cache.js";
import { bundleDocument, type Bundle } from "./bundle.js";
import type { ImportedModel, PrintTypes } from "./types.js";
import type { ModelTypes } from "../../types/algebra.js";
import { circularModels } from "../../model/circular.js";

/** What `openapi.ts` is made from. */
export interface OpenApiInput {
  readonly document: Document;
  readonly models: Models;
  readonly types: ModelTypes;
  readonly config: Pick<Config, "outputs">;
  readonly layout: Layout;
  readonly printTypes: PrintTypes;
  readonly cache: FileCache;
}

/** `paths`, `operations` and `components` as openapi-typescript writes them, for openapi-fetch. */
export async function emitOpenApi(
  { document, models, types, config, layout, printTypes, cache }: OpenApiInput,
  log: DiagnosticLog,
): Promise<readonly Draft[]> {
  const bundle = bundleDocument(document, models, log);
  if (log.hasErrors()) return [];
  const request = {
    bundle: bundle.root,
    models: config.outputs.includes("models") ? importedModels(models, types, bundle) : [],
    importExtension: layout.importExtension,
  };
  const paths = pathsOf("openapi", layout);
  const source = cache.sourceOf(JSON.stringify(request));
  const kept = paths.flatMap((path) => keptFile(path, source, cache) ?? []);
  if (kept.length === paths.length) return kept;
  const reply = await printTypes(request);
  switch (reply.kind) {
    case "code":
      return paths.map((path) => {
        // There are only types.
        const code = path.endsWith(".ts") ? reply.code : "export {};\n";
        return { path, text: layout.header + code, source };
      });
    case "failure":
      log.error({
        code: "openapi-typescript-failed",
        message: `openapi-typescript cannot read the document: ${reply.message}`,
        help: "correct the document, or leave `openapi` out of `outputs` in the config",
      });
      return [];
  }
}

/**
 * Models whose types would refer to themselves: TypeScript takes that in an alias, but not in a
 * property, so that the models stand for themselves.
 */
function importedModels(
  models: Models,
  types: ModelTypes,
  { referenceTo }: Bundle,
): readonly ImportedModel[] {
  const circular = circularModels(models, types);
  return models.all
    .filter(({ id }) => circular.has(id))
    .flatMap(({ name, module, schema }) => {
      const pointer = referenceTo(schema.place);
      return pointer === undefined ? [] : [{ pointer, name, module }];
    });
}
