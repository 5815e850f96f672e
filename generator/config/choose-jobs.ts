import { inputError, type Problem } from "../core/failure.js";
import type { SourceText } from "../core/source-text.js";
import { closest } from "../runtime/closest.js";
import { listed } from "./schema-parts.js";
import type { UserConfig } from "./user-config.js";

/**
 * The names of the jobs that are to be done.
 *
 * @param config What the config file says.
 * @param wanted The jobs that the user names. Default: all.
 * @param source The config file.
 * @returns Their names, in the order of the config; undefined, if the config is one job without a name.
 * @throws InputError `unknown-job`.
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
    message: `there is no job ${JSON.stringify(name)}`,
    help:
      all === undefined
        ? "leave out --job, or name `jobs` in the config"
        : meant === undefined
          ? `the jobs are ${listed(all)}`
          : `did you mean \`${meant}\`?`,
    ...(source !== undefined && {
      place: { uri: source.uri, pointer: all === undefined ? "" : "/jobs", part: "key" },
    }),
  };
}

/**
 * The error where one job is needed and there are several.
 *
 * @param why What needs one.
 * @param names The jobs that there are.
 */
export function severalJobs(why: string, names: readonly string[], source?: SourceText): Error {
  const problem: Problem = {
    code: "ambiguous-job",
    message: `${why} one job, and the config has ${listed(names)}`,
    help: `name it, as in --job ${names[0] ?? ""}`,
    ...(source !== undefined && {
      place: { uri: source.uri, pointer: "/jobs", part: "key" as const },
    }),
  };
  return inputError([problem], source);
}
