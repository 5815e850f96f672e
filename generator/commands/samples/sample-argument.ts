import { inputError } from "../../core/failure.js";
import type { SampleKind } from "../../reconcile/sources/sample-source.js";

/** An argument that names samples. */
export type SampleArgument = SampleKind & {
  /** The path of a file, perhaps with wildcards, or `-` for standard input. */
  readonly files: string;
};

/**
 * Returns whether an argument names samples, and not a document: `Batch=batch.json`, or a file with the
 * extension of a recording.
 *
 * @param argument An argument of the command line.
 */
export function isSampleArgument(argument: string): boolean {
  return parse(argument) !== undefined;
}

/**
 * Reads an argument that names samples.
 *
 * @param argument `Batch=samples/*.json`, `api.har` or `recorded.jsonl`.
 * @throws {InputError} `unknown-samples`, if it is none of these.
 */
export function parseSampleArgument(argument: string): SampleArgument {
  const parsed = parse(argument);
  if (parsed !== undefined) return parsed;
  throw inputError([
    {
      code: "unknown-samples",
      message: `${argument} does not say which model its samples belong to`,
      help: "name their model, as in `Batch=batch.json`, or name a .har file, or recorded pairs in a .jsonl file",
    },
  ]);
}

function parse(argument: string): SampleArgument | undefined {
  // Paths and URLs may have a `=` after a slash.
  const [, model, files] = /^([^=/\\:]+)=(.+)$/s.exec(argument) ?? [];
  if (model !== undefined && files !== undefined) return { kind: "model", model, files };
  if (/\.har$/i.test(argument)) return { kind: "har", files: argument };
  return /\.(?:jsonl|ndjson)$/i.test(argument) ? { kind: "pairs", files: argument } : undefined;
}
