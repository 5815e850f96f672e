import type { LocatedDiagnostic } from "../core/diagnostic.js";
import { DiagnosticLog } from "../core/diagnostic.js";
import { inputError, type Problem } from "../core/failure.js";
import { isJsonArray, isJsonObject, ownMember, type Json, type JsonObject } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import type { SourceDocument } from "../core/source-text.js";
import type { Change } from "../diff/diff-result.js";
import { nodeHost } from "../load/node-host.js";
import { readSource } from "../load/read.js";
import { closest } from "../runtime/closest.js";
import { locate } from "../text/locate.js";
import { parseSource } from "../text/parse.js";
import { absolutePath } from "./files.js";

/** A change that may break somebody, because somebody has decided so. */
export interface AcceptedBreak {
  /** The `id` of the change. */
  readonly id: string;
  readonly reason: string;
  /** The last day on which it is accepted: `2026-12-31`. Undefined for no end. */
  readonly until?: string;
  /** Where it is listed. */
  readonly place: Place;
}

/** The accepted breaks of a file. */
export interface AcceptedBreaks {
  readonly entries: readonly AcceptedBreak[];
  /** The file; undefined if none is named. */
  readonly source?: SourceDocument;
}

/** What a report says about an accepted change. */
export interface Acceptance {
  readonly reason: string;
  readonly until?: string;
  /** Whether its last day is over, so that the change fails again. */
  readonly expired: boolean;
}

/** A change of a report. */
export type ReportedChange = Change & { readonly accepted?: Acceptance };

/**
 * Reads a list of accepted breaks: `{ id, reason, until }` each, in YAML or JSON.
 *
 * @param file The file, relative to the working directory. Undefined for none.
 * @param cwd The working directory, absolute.
 * @throws {InputError} `invalid-accepted`, or if the file cannot be read or parsed.
 */
export async function readAcceptedBreaks(
  file: string | undefined,
  cwd: string,
): Promise<AcceptedBreaks> {
  if (file === undefined) return { entries: [] };
  const text = await readSource(absolutePath(file, cwd), { host: nodeHost(cwd) });
  const source = parseSource(text, new DiagnosticLog());
  const top: Place = { uri: source.uri, pointer: "" };
  if (!isJsonArray(source.value)) throw inputError([notAList(top)], source);
  const checked = source.value.map((value, index) => checkEntry(value, below(top, index)));
  const problems = checked.flatMap((entry) => ("problems" in entry ? entry.problems : []));
  const entries = checked.flatMap((entry) => ("problems" in entry ? [] : [entry]));
  const repeated = entries.filter(
    ({ id }, index) => entries.findIndex((other) => other.id === id) < index,
  );
  const all = [...problems, ...repeated.map(repeatedId)];
  if (all.length > 0) throw inputError(all, source);
  return { entries, source };
}

/**
 * Marks the changes that are accepted.
 *
 * @param changes The changes.
 * @param entries The accepted breaks.
 * @param today The date, as `2026-12-31`.
 */
export function markAccepted(
  changes: readonly Change[],
  { entries }: AcceptedBreaks,
  today: string,
): readonly ReportedChange[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return changes.map((change) => {
    const entry = byId.get(change.id);
    if (entry === undefined) return change;
    const { reason, until } = entry;
    const expired = until !== undefined && until < today;
    const accepted = { reason, ...(until !== undefined && { until }), expired };
    return { ...change, accepted };
  });
}

/** Returns a warning for each accepted break that no change has. */
export function unusedAccepted(
  changes: readonly Pick<Change, "id">[],
  { entries, source }: AcceptedBreaks,
): readonly LocatedDiagnostic[] {
  const ids = new Set(changes.map(({ id }) => id));
  const sources = new Map(source === undefined ? [] : [[source.uri, source]]);
  return entries
    .filter(({ id }) => !ids.has(id))
    .map(({ id, place }) =>
      locate(
        {
          severity: "warning",
          code: "unused-accepted",
          message: `no change has the id ${JSON.stringify(id)}`,
          help: "remove the entry, or correct the id",
          place,
        },
        sources,
      ),
    );
}

const keys = ["id", "reason", "until"];

/** Checks an entry of the list. */
function checkEntry(
  value: Json,
  place: Place,
): AcceptedBreak | { readonly problems: readonly Problem[] } {
  if (!isJsonObject(value)) {
    return { problems: [invalid("an accepted break must be an object", place)] };
  }
  const unknown = Object.keys(value)
    .filter((key) => !keys.includes(key))
    .map((key) => unknownKey(key, place));
  const [id, reason] = [textOf(value, "id"), textOf(value, "reason")];
  const until = ownMember(value, "until");
  const problems = [
    ...unknown,
    ...(id === undefined ? [missing(value, "id", place)] : []),
    ...(reason === undefined ? [missing(value, "reason", place)] : []),
    ...(until === undefined || isDate(until) ? [] : [wrongDate(until, place)]),
  ];
  if (problems.length > 0 || id === undefined || reason === undefined) return { problems };
  return { id, reason, ...(typeof until === "string" && { until }), place };
}

function textOf(entry: JsonObject, key: string): string | undefined {
  const value = ownMember(entry, key);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** Returns whether a value is a day of the calendar, as `2026-12-31`. */
function isDate(value: Json): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}

function missing(entry: JsonObject, key: string, place: Place): Problem {
  const isThere = ownMember(entry, key) !== undefined;
  return isThere
    ? invalid(`\`${key}\` must be a text that is not empty`, below(place, key))
    : invalid(`\`${key}\` is missing`, place);
}

function unknownKey(key: string, place: Place): Problem {
  const meant = closest(key, keys);
  return {
    ...invalid(`${JSON.stringify(key)} is not a member of an accepted break`, {
      ...below(place, key),
      part: "key",
    }),
    ...(meant !== undefined && { help: `did you mean \`${meant}\`?` }),
  };
}

function wrongDate(value: Json, place: Place): Problem {
  const message = `\`until\` must be a date such as 2026-12-31, not ${JSON.stringify(value)}`;
  return invalid(message, below(place, "until"));
}

function repeatedId({ id, place }: AcceptedBreak): Problem {
  return invalid(`the id ${JSON.stringify(id)} is listed twice`, below(place, "id"));
}

function notAList(place: Place): Problem {
  return invalid("accepted breaks must be a list", place);
}

function invalid(message: string, place: Place): Problem {
  const help = "write each as `{ id, reason, until }`; `until` may be left out";
  return { code: "invalid-accepted", message, help, place };
}
