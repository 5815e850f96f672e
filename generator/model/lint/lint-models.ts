import type { DiagnosticLog } from "../../core/diagnostic.js";
import type { Document } from "../../openapi/document.js";
import type { Schemas } from "../../schema/schemas.js";
import { lintUntyped } from "../../schema/untyped.js";
import type { Models } from "../model.js";

/** A document with what is known of it once its models are found. */
export interface LintInput {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly models: Models;
}

/** Warns of what is legal in the schemas of models and can hardly be meant. */
export function lintModels({ models }: LintInput, log: DiagnosticLog): void {
  lintUntyped(
    models.all.map(({ schema }) => schema),
    log,
  );
}
