import { originIn } from "../core/origin.js";
import { joinPointer } from "../core/pointer.js";
import type { Origin, SourceText } from "../core/source-text.js";
import { isObject } from "./plain-object.js";
import type { JobConfig, UserConfig } from "./user-config.js";

/** The settings that are merged member by member. For others, the value of the job replaces the shared one. */
const merged: ReadonlySet<string> = new Set([
  "names",
  "package",
  "references",
  "formats",
  "policies",
]);

/** The settings of a job. */
interface MergedJob {
  readonly settings: JobConfig;
  /** The config file, with the places of these settings. */
  readonly source: SourceText | undefined;
}

/**
 * Merges the settings of a job with the shared ones beside `jobs`.
 *
 * @param config The settings of the file.
 * @param name The name of the job.
 * @param source The file.
 */
export function mergeJob(
  { jobs = {}, ...shared }: UserConfig,
  name: string,
  source: SourceText | undefined,
): MergedJob {
  const at = { shared: [], own: ["jobs", name] };
  const { value, origin } = merge(shared, jobs[name] ?? {}, at, source && originOf(source));
  return {
    settings: value,
    source: source && { ...source, ...(origin && { origin }) },
  };
}

/** The places of two objects in the config. */
interface Places {
  readonly shared: readonly string[];
  readonly own: readonly string[];
}

function merge(
  shared: object,
  own: object,
  at: Places,
  root: Origin | undefined,
): { readonly value: object; readonly origin: Origin | undefined } {
  const members = new Map<string, unknown>(Object.entries(shared));
  const parts = new Map<string, Origin>();
  for (const [key] of members) {
    if (root !== undefined) parts.set(key, placed(root, [...at.shared, key]));
  }
  for (const [key, value] of Object.entries(own)) {
    // A module may set members to `undefined`.
    if (value === undefined) continue;
    const before = members.get(key);
    parts.delete(key);
    members.set(key, value);
    const isMerged = at.shared.length > 0 || merged.has(key);
    if (!isMerged || !isObject(before) || !isObject(value)) continue;
    const inside = { shared: [...at.shared, key], own: [...at.own, key] };
    const both = merge(before, value, inside, root);
    members.set(key, both.value);
    if (both.origin !== undefined) parts.set(key, both.origin);
  }
  return {
    value: Object.fromEntries(members),
    origin: root && { ...placed(root, at.own), parts },
  };
}

function originOf(source: SourceText): Origin {
  return source.origin ?? originIn(source);
}

function placed({ source, pointer }: Origin, tokens: readonly string[]): Origin {
  return originIn(source, joinPointer(pointer, ...tokens));
}
