import type { Config } from "../../config/config.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import type { Document } from "../../openapi/document.js";
import type { Schemas } from "../../schema/schemas.js";
import { lintUntyped } from "../../schema/untyped.js";
import type { Models } from "../model.js";
import type { RootPlace } from "../roots.js";
import { asModels } from "./as-models.js";
import { lintDefaults } from "./defaults.js";
import { lintDiscriminators } from "./discriminators/discriminators.js";
import { lintFormats } from "./unknown-formats.js";
import { lintIneffective } from "./ineffective-keywords.js";
import { lintNullableEnums, lintNulls } from "./null-without-effect.js";
import { lintWritten } from "./written.js";
import { lintRequired } from "./unknown-required.js";
import { findNothingValid } from "./nothing-valid.js";
import { lintNeverSent } from "./never-sent.js";
import { schemaGraph } from "./schema-graph.js";
import { lintValues } from "./values.js";
import { lintOptions } from "./option-never-matches.js";

/** A document and its models, as lints need them. */
export interface LintInput {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly models: Models;
  readonly config: Pick<Config, "formats" | "source">;
  /** The places of the schemas that models are made of, with all that they lead to. */
  readonly roots: readonly RootPlace[];
  /** Whether these are all schemas of the document. */
  readonly isWhole: boolean;
}

/** Warns of schemas that are legal but hardly intended. */
export function lintModels(
  { document, schemas, models, config, roots, isWhole }: LintInput,
  log: DiagnosticLog,
): void {
  const { get } = schemas;
  const starts = roots.map(({ place }) => schemas.at(place));
  // As written: properties that are sent in one direction only are included.
  const graph = schemaGraph(starts, get);
  const { all } = graph;
  lintUntyped(
    models.all.map(({ schema }) => schema),
    log,
  );
  const nothingValid = findNothingValid(models);
  const every = asModels(all);
  lintRequired(starts, graph, { get, nothingValid }, log);
  lintIneffective(all, get, log);
  lintFormats(all, config, log);
  lintNullableEnums(all, document, log);
  lintNulls(all, { get, document, models: every }, log);
  lintValues(all, document, every, log);
  lintDefaults(all, every, log);
  lintNeverSent(all, get, log);
  lintDiscriminators(all, { document, schemas, isWhole }, log);
  lintWritten(document, isWhole ? undefined : roots, log);
  nothingValid.report(log);
  lintOptions(models, log);
}
