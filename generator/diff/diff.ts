import * as v from "valibot";
import { FilterSchema } from "../config/check-filter.js";
import { checkOptions, type OptionKind } from "../config/check-options.js";
import type { Config } from "../config/config.js";
import type { OperationFilter } from "../config/selection.js";
import type { LocatedDiagnostic } from "../core/diagnostic.js";
import { inputError } from "../core/failure.js";
import { diagnose } from "../load/diagnose.js";
import { documentOptions, type DocumentOptions } from "../load/document-options.js";
import { openGitDocument } from "../load/git-host.js";
import { isGitSpec, parseGitSpec } from "../load/git-spec.js";
import { nodeHost } from "../load/node-host.js";
import type { SpecInput } from "../load/read-input.js";
import type { ReadModels } from "../model/read-models.js";
import { diagnoseModels, type OpenedDocument } from "../validate/diagnose-models.js";
import { compareDocuments } from "./compare-documents.js";
import type { Diff } from "./diff-result.js";
import { filterDiff } from "./filter-diff.js";
import { standardInputTwice } from "./problems.js";

/** Which documents to compare, and how. */
export interface DiffOptions extends Omit<DocumentOptions, "spec"> {
  /** The old document, as `spec` of other functions, or `git:REF:path`: a file of a commit. */
  readonly old: SpecInput;
  /** The new document, likewise. */
  readonly new: SpecInput;
  /**
   * The operations that a change has to reach to be in the result. An operation matches if any of the lists
   * names it. Default: all changes.
   */
  readonly filter?: OperationFilter | undefined;
  /** Whether payloads are searched. Without them, a break that needs one is unknown. Default: true. */
  readonly payloads?: boolean | undefined;
}

/** The result of a comparison. */
export interface DiffResult {
  /** The differences; undefined if one of the documents or an option is wrong. */
  readonly diff?: Diff;
  /**
   * The errors and warnings about the settings, and about reading the documents. What `generate` says about schemas
   * that are legal but hardly intended is left out.
   */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

const { spec: document, ...otherOptions } = documentOptions;

const kinds = {
  ...otherOptions,
  old: document,
  new: document,
  filter: "object",
  payloads: "flag",
} as const satisfies Record<keyof DiffOptions, OptionKind>;

/**
 * Compares two documents. The settings apply to both, except `strict` and `maxWarnings`: a warning about a
 * document is not a difference.
 *
 * @param options The documents, and how to compare them. `retrieve` is not called for the local files of a
 *   document that comes from a commit: these are read from the commit as well.
 * @returns The differences. Errors in a document or the settings are in `diagnostics`; an exception is a fault
 *   of Guardsmith.
 */
export async function diff(options: DiffOptions): Promise<DiffResult> {
  const checked = await diagnose(() => Promise.resolve(checkDiffOptions(options)));
  if (checked.result === undefined) return { diagnostics: checked.diagnostics };
  const { onStage, filter, payloads } = options;
  const before = await readSide("old", options);
  const after = await readSide("new", options);
  const read = withoutRepeated([...before.diagnostics, ...after.diagnostics]);
  if (before.result === undefined || after.result === undefined) return { diagnostics: read };
  const sides = { old: before.result, new: after.result };
  onStage?.("comparing the documents");
  const whole = compareDocuments(sides, payloads === undefined ? {} : { payloads });
  if (filter === undefined) return { diff: whole, diagnostics: read };
  const { result, diagnostics } = await diagnose(({ log }) =>
    Promise.resolve(filterDiff(whole, filter, sides, log)),
  );
  return { ...(result && { diff: result }), diagnostics: [...read, ...diagnostics] };
}

function checkDiffOptions(options: DiffOptions): true {
  checkOptions(options, kinds, ["old", "new"]);
  const { filter } = options;
  if (options.old === "-" && options.new === "-") throw inputError([standardInputTwice]);
  if (filter !== undefined && !v.is(FilterSchema, filter)) {
    const message = "`filter` must have `paths`, `tags` or `operations`: lists of texts";
    throw inputError([{ code: "invalid-option", message }]);
  }
  return true;
}

/** Reads one of the documents. */
async function readSide(
  side: "old" | "new",
  options: DiffOptions,
): Promise<{
  readonly result: ReadModels | undefined;
  readonly diagnostics: readonly LocatedDiagnostic[];
}> {
  const { config, retrieve, onStage, onFile, cwd } = options;
  const spec = options[side];
  return diagnoseModels(
    () => ({
      spec,
      // A warning about a document is not a difference.
      config: { ...config, strict: false, maxWarnings: undefined },
      retrieve,
      onStage: onStage && ((stage): void => onStage(`${stage} (${side})`)),
      onFile,
      cwd,
    }),
    (read) => read,
    openSide,
  );
}

async function openSide(
  { spec, retrieve }: DocumentOptions,
  folder: string,
  { overlays }: Config,
): Promise<OpenedDocument> {
  const host = nodeHost(folder);
  const how = { mayBeEmpty: true, isLinted: false };
  if (!isGitSpec(spec)) return { spec, retrieve, host, ...how };
  const opened = await openGitDocument(parseGitSpec(spec), {
    folder,
    host,
    workingFiles: overlays,
  });
  // The working tree has other versions of its files.
  const remote: DocumentOptions["retrieve"] =
    retrieve && ((uri) => (uri.startsWith("file:") ? undefined : retrieve(uri)));
  return { ...opened, retrieve: remote, ...how };
}

/** Drops what both documents report, such as a wrong setting. */
function withoutRepeated(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const known = new Map(
    diagnostics.map((one) => {
      const { severity, code, message, file, position } = one;
      return [JSON.stringify([severity, code, message, file, position]), one] as const;
    }),
  );
  return [...known.values()];
}
