import { checkOptions, type OptionKind } from "../config/check-options.js";
import type { LocatedDiagnostic } from "../core/diagnostic.js";
import { documentOptions, type DocumentOptions } from "../load/document-options.js";
import { diagnoseModels } from "./diagnose-models.js";
import type { Issue, ValidationOptions } from "../runtime/issue.js";
import { arrayGuard } from "./array-guard.js";
import type { Guard } from "./guard.js";
import { findTarget, type GuardTarget } from "./guard-target.js";
import { guardOf, loadSchemas } from "./load-guards.js";

/** Which guard to load: for a model, an array of one, or a body of an operation. */
export type LoadGuardOptions = DocumentOptions & GuardTarget;

/** A guard that can be called. */
export interface LoadedGuard {
  /** Returns all issues of a value; undefined if a diagnostic is an error. */
  readonly guard?: Guard;
  /** The name of what it checks: `Batch`, `Batch[]` or `GET /batches 200`; undefined if a diagnostic is an error. */
  readonly name?: string;
  /** The errors and warnings about the document and the settings. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Loads the guard of a model, of an array of one, or of a body of an operation: the same code as in the
 * package, without types. Nothing is written to the disk.
 *
 * @param options The document, and the model or the body.
 * @returns The guard, which can be called with any number of values. Errors in the document or the
 *   settings, and a missing model or body, are in `diagnostics`; an exception is a fault of Guardsmith.
 */
export function loadGuard(options: LoadGuardOptions): Promise<LoadedGuard> {
  return load(options, guardOptions, ["spec"]);
}

/** The types of the options of {@link loadGuard}. */
const guardOptions = {
  ...documentOptions,
  model: "text",
  operation: "text",
  status: "status",
  request: "flag",
  mediaType: "text",
} as const;

async function load(
  options: LoadGuardOptions,
  known: Readonly<Record<string, OptionKind>>,
  required: readonly string[],
): Promise<LoadedGuard> {
  const checked = (): DocumentOptions => {
    checkOptions(options, known, required);
    if (!("operation" in options)) {
      checkOptions(options, known, ["model"]);
      return options;
    }
    // A body can be checked even if `roots` excludes its schema.
    return { ...options, config: { ...options.config, roots: undefined } };
  };
  const { result, diagnostics } = await diagnoseModels(checked, (read) => {
    const { model, name, isEach } = findTarget(options, read);
    const schema = loadSchemas(read, [model]).get(model.name);
    if (schema === undefined) throw new Error(`${model.name} has no guard`);
    return { guard: isEach ? arrayGuard(schema) : guardOf(schema), name };
  });
  return { ...result, diagnostics };
}

/** What to check, and against what. */
export type ValidateOptions = LoadGuardOptions &
  ValidationOptions & {
    /** JSON values, parsed. */
    readonly values: Iterable<unknown>;
  };

/** The result of checking values. */
export interface ValidateResult {
  /** The issues of each value, in order. Empty if a diagnostic is an error. */
  readonly issues: readonly (readonly Issue[])[];
  /** The errors and warnings about the document and the settings. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Checks values against a model of a document, or a body of an operation. To check values one by one, use
 * {@link loadGuard}.
 *
 * @param options The document, the model or the body, and the values.
 * @returns The issues of each value; a valid one has none. Errors in the document or the settings, and a
 *   missing model or body, are in `diagnostics`; an exception is a fault of Guardsmith.
 */
export async function validate(options: ValidateOptions): Promise<ValidateResult> {
  const known = {
    ...guardOptions,
    values: "list",
    hideValues: "flag",
    maxIssues: "count",
  } as const;
  const { guard, diagnostics } = await load(options, known, ["spec", "values"]);
  if (guard === undefined) return { issues: [], diagnostics };
  const { values, hideValues, maxIssues } = options;
  const issues = Array.from(values, (one) => guard(one, { hideValues, maxIssues }));
  return { issues, diagnostics };
}
