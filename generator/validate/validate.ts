import type { LocatedDiagnostic } from "../core/diagnostic.js";
import type { DocumentOptions } from "../load/document-options.js";
import { diagnoseModels } from "./diagnose-models.js";
import type { Issue } from "../runtime/issue.js";
import { findModel } from "./find-model.js";
import type { Guard } from "./guard.js";
import { loadGuards } from "./load-guards.js";

/** Which guard to load. */
export interface LoadGuardOptions extends DocumentOptions {
  /** The name of a model, or of its component. */
  readonly model: string;
}

/** A guard that can be called. */
export interface LoadedGuard {
  /** Finds everything that is wrong with a value; undefined, if a diagnostic is an error. */
  readonly guard?: Guard;
  /** The name of the model; undefined, if a diagnostic is an error. */
  readonly model?: string;
  /** Everything about the document and the settings, errors and warnings. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Loads the guard of a model: the very code that the package has, without its types. Nothing is
 * generated on the disk.
 *
 * @param options The document, and the model.
 * @returns The guard, to be called with as many values as there are. What is wrong with the document
 *   or the settings, and a model that is not there, is in `diagnostics`; an exception is a fault of
 *   Guardsmith.
 */
export async function loadGuard(options: LoadGuardOptions): Promise<LoadedGuard> {
  const { result, diagnostics } = await diagnoseModels(options, (read) => {
    const model = findModel(options.model, read.models);
    const guard = loadGuards(read, [model]).get(model.name);
    if (guard === undefined) throw new Error(`${model.name} has no guard`);
    return { guard, model: model.name };
  });
  return { ...result, diagnostics };
}

/** What to check, and against what. */
export interface ValidateOptions extends LoadGuardOptions {
  /** JSON values, parsed. */
  readonly values: Iterable<unknown>;
  /** Whether messages tell no more of the values than their types and sizes. Default: false. */
  readonly hideValues?: boolean | undefined;
}

/** The result of checking values. */
export interface ValidateResult {
  /** For each value, in order: everything that is wrong with it. None, if a diagnostic is an error. */
  readonly issues: readonly (readonly Issue[])[];
  /** Everything about the document and the settings, errors and warnings. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Checks values against a model of a document. To check values as they come, see {@link loadGuard}.
 *
 * @param options The document, the model and the values.
 * @returns The issues of each value; a valid one has none. What is wrong with the document or the
 *   settings, and a model that is not there, is in `diagnostics`; an exception is a fault of
 *   Guardsmith.
 */
export async function validate(options: ValidateOptions): Promise<ValidateResult> {
  const { values, hideValues } = options;
  const { guard, diagnostics } = await loadGuard(options);
  const issues = guard === undefined ? [] : Array.from(values, (one) => guard(one, { hideValues }));
  return { issues, diagnostics };
}
