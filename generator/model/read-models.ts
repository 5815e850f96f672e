import { areAnyPolicies } from "../config/policies.js";
import type { Config } from "../config/config.js";
import { onlyRoots } from "../config/selection.js";
import { DiagnosticLog } from "../core/diagnostic.js";
import type { Run } from "../load/diagnose.js";
import { checkDocument } from "../openapi/check-document.js";
import type { Document } from "../openapi/document.js";
import type { FileHook } from "../config/file-hook.js";
import type { Host } from "../load/host.js";
import { loadDocument } from "../load/load.js";
import type { RetrieveHook } from "../config/hooks.js";
import type { SpecInput } from "../load/read-input.js";
import { collectModels } from "./collect.js";
import { askForNames } from "./hook-names.js";
import { lintModels } from "./lint/lint-models.js";
import type { Models } from "./model.js";
import { rootPlaces, rootsAt } from "./roots.js";
import { applyPolicies } from "../schema/policies/apply-policies.js";
import { readHierarchies } from "../schema/hierarchies/read-hierarchies.js";
import { findPolicies } from "../schema/policies/find-policies.js";
import type { Schema } from "../schema/schema.js";
import { readLoose } from "../schema/loose.js";
import { openSchemas, type Schemas } from "../schema/schemas.js";

/** The place of a document, and how it is read. */
export interface ReadModelsOptions {
  readonly spec: SpecInput;
  /** Where files are read. */
  readonly host: Host;
  /** Whether a document without schemas is fine. Default: it is an error. */
  readonly mayBeEmpty?: boolean | undefined;
  /** Whether to warn of schemas that are legal but hardly intended. Default: true. */
  readonly isLinted?: boolean | undefined;
  /** Finds files that the document refers to; see `GenerateOptions`. */
  readonly retrieve?: RetrieveHook | undefined;
  /** Is called with a text that says what the run is doing. */
  readonly onStage: (stage: string) => void;
  /** Is called with every local file that is read or looked for. */
  readonly onFile?: FileHook | undefined;
}

/** A document and its models, before anything is written. */
export interface ReadModels {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly models: Models;
}

/**
 * The first half of the pipeline: reads a document and finds its models.
 *
 * @param options The place of the document, and how it is read.
 * @param config The settings.
 * @param run Takes the diagnostics.
 * @returns The models; undefined, if an error was logged.
 * @throws InputError if the document cannot be read or parsed.
 */
export async function readModels(
  { spec, host, retrieve, onStage, onFile, isLinted = true, ...given }: ReadModelsOptions,
  config: Config,
  { log, onConfig, onDocument }: Run,
): Promise<ReadModels | undefined> {
  onConfig(config);
  onStage("reading the document");
  const { overlays, references, headers, source } = config;
  const hook = retrieve === undefined ? {} : { retrieve };
  const document = await loadDocument(spec, {
    host,
    log,
    overlays,
    references,
    selection: config,
    headers,
    source,
    onFile,
    ...hook,
  });
  onDocument(document);
  checkDocument(document, log);
  onStage("finding the models");
  const opened = openSchemas(document, config, log);
  const places = rootPlaces(document, config, log);
  const rootsOf = (schemas: Schemas): readonly Schema[] =>
    rootsAt(places, schemas).map(({ schema }) => schema);
  const parsed = rootsOf(opened);
  const written = readLoose(opened, parsed);
  const roots = written === opened ? parsed : rootsOf(written);
  const policies = areAnyPolicies(config.policies)
    ? findPolicies(document, config, roots, written.get)
    : undefined;
  const whole = readHierarchies(document, written, roots, policies, log);
  const schemas =
    policies === undefined ? whole : applyPolicies(whole, rootsOf(whole), policies, config, log);
  // Operations need no schemas.
  const mayBeEmpty = given.mayBeEmpty ?? config.outputs.includes("operations");
  const options = { ...config, roots: places, mayBeEmpty };
  const named =
    config.name === undefined
      ? {}
      : askForNames(
          config.name,
          collectModels(document, schemas, options, new DiagnosticLog()).all,
          config.names,
          document,
          log,
        );
  const models = collectModels(document, schemas, { ...options, ...named }, log);
  if (log.hasErrors()) return undefined;
  if (isLinted) {
    const isWhole = onlyRoots(config) === undefined;
    lintModels({ document, schemas, models, config, roots: places, isWhole }, log);
  }
  return { document, schemas, models };
}
