import { inputError, type Problem } from "../core/failure.js";
import type { SourceText } from "../core/source-text.js";
import { closest } from "../runtime/closest.js";
import { listed } from "./schema-parts.js";
import type { UserConfig } from "./user-config.js";

/**
 * Returns the names of the jobs to run.
 *
 * @param config The config.
 * @param wanted The jobs that the user names. Default: all.
 * @param source The config file.
 * @returns The names, in the order of the config; undefined if the config is one job without a name.
 * @throws {InputError} `unknown-job`.
 */
export function chooseJobs(
  { jobs }: UserConfig,
  wanted: readonly string[] | undefined,
  source: SourceText | undefined,
): readonly [string, ...string[]] | undefined {
  const all = jobs && Object.keys(jobs);
  const unknown = (wanted ?? []).filter((name) => all?.includes(name) !== true);
  if (unknown.length > 0) {
    throw inputError(
      unknown.map((name) => unknownJob(name, all, source)),
      source,
    );
  }
  const [first, ...others] = all?.filter((name) => wanted?.includes(name) !== false) ?? [];
  return first === undefined ? undefined : [first, ...others];
}

function unknownJob(
  name: string,
  all: readonly string[] | undefined,
  source: SourceText | undefined,
): Problem {
  const meant = closest(name, all ?? []);
  return {
    code: "unknown-job",
    message: `the config has no job ${JSON.stringify(name)}`,
    help:
      all === undefined
        ? "leave out --job, or add `jobs` to the config"
        : meant === undefined
          ? `the jobs are ${listed(all)}`
          : `did you mean \`${meant}\`?`,
    ...(source !== undefined && {
      place: { uri: source.uri, pointer: all === undefined ? "" : "/jobs", part: "key" },
    }),
  };
}

/**
 * Returns the error for a config with several jobs, if one job is needed.
 *
 * @param why What needs one job, as the beginning of a sentence.
 * @param names The jobs of the config.
 */
export function severalJobs(why: string, names: readonly string[], source?: SourceText): Error {
  const problem: Problem = {
    code: "ambiguous-job",
    message: `${why} one job, but the config has ${listed(names)}`,
    help: `name the job, as in --job ${names[0] ?? ""}`,
    ...(source !== undefined && {
      place: { uri: source.uri, pointer: "/jobs", part: "key" as const },
    }),
  };
  return inputError([problem], source);
}
