export { generate, type GenerateOptions, type GenerateResult } from "./generate/generate.js";
export {
  check,
  write,
  type CheckResult,
  type WriteOptions,
  type WriteResult,
} from "./generate/write.js";
export type { Change as FileChange } from "./output/compare.js";
export type { Edits } from "./output/change.js";
export type { WriteSummary } from "./output/write.js";
export {
  loadGuard,
  validate,
  type LoadedGuard,
  type LoadGuardOptions,
  type ValidateOptions,
  type ValidateResult,
} from "./validate/validate.js";
export { sample, type SampleOptions, type SampleResult } from "./sample/sample.js";
export type { NearMiss } from "./sample/near-misses.js";
export { diff, type DiffOptions, type DiffResult } from "./diff/diff.js";
export type {
  Change as DiffChange,
  Diff,
  DiffCounts,
  DiffLocation,
  DiffNote,
  DiffRule,
  PayloadPart,
  Proof,
  TypeChange,
  Verdict,
} from "./diff/diff-result.js";
export type { Direction } from "./core/direction.js";
export type { Json, JsonObject } from "./core/json.js";
export {
  reconcile,
  type LocatedReconciliation,
  type ReconcileOptions,
  type ReconcileResult,
} from "./reconcile/reconcile.js";
export {
  defineConfig,
  type ConfigEnvironment,
  type ConfigExport,
  type JobConfig,
  type UserConfig,
} from "./config/user-config.js";
export type { FormatMode, Formats } from "./config/formats.js";
export type { Config, Ignore, Output, PackageConfig, Repository } from "./config/config.js";
export type { DiagnosticCode } from "./core/diagnostic-code.js";
export type { LocatedDiagnostic, LocatedPlace, Position, Severity } from "./core/diagnostic.js";
export { formatDiagnostic, type FormatOptions } from "./text/format-diagnostic.js";
export type { RemoteFile } from "./config/headers.js";
export type { OperationFilter } from "./config/selection.js";
export type { FileHook } from "./config/file-hook.js";
export type {
  ModelToName,
  NameHook,
  OutputBody,
  OutputHook,
  OutputInput,
  OutputModel,
  OutputOperation,
  ReferenceLimits,
  RetrieveHook,
  WrittenFile,
} from "./config/hooks.js";
export type { DirectedPolicy, Policies, Policy } from "./config/policies.js";
export type { SpecInput, SpecValue } from "./load/read-input.js";
export type { DocumentOptions } from "./load/document-options.js";
export type { SpecText } from "./load/read.js";
export type { Model, ModelExports } from "./model/model.js";
export type { OutputFile } from "./emit/output-file.js";
export type { Guard } from "./validate/guard.js";
export type { GuardTarget } from "./validate/guard-target.js";
export type { OperationBody } from "./validate/operations/find-body.js";
export type { Issue, ValidationOptions } from "./runtime/issue.js";
export type {
  Cause,
  Change,
  Contradiction,
  Evidence,
  LeftContradiction,
  Reconciliation,
} from "./reconcile/reconciliation.js";
export type {
  SampleKind,
  SampleLocation,
  SampleSource,
} from "./reconcile/sources/sample-source.js";
export type { SampleOrigin, UnusableSample } from "./reconcile/sample.js";
export type { ShownPlace, ShowPlace } from "./reconcile/show-place.js";
export type { OverlayInfo } from "./reconcile/write-overlay.js";
export type { RecordedValue } from "./reconcile/sources/recorded-value.js";
export type { Place } from "./core/place.js";
