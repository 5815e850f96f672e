import type { Config } from "../config/config.js";
import { DiagnosticLog, type Diagnostic } from "../core/diagnostic.js";
import { originAt } from "../core/origin.js";
import { keyOfPlace, type Place } from "../core/place.js";
import type { Document } from "../openapi/document.js";
import { referenceTo } from "../openapi/reference-to.js";
import { readIgnores, type Ignore } from "./ignores.js";

/** What ignoring warnings depends on. */
export interface IgnoreOptions {
  readonly document: Document;
  readonly config: Pick<Config, "ignore" | "source">;
  /** Whether all warnings were found, so that each entry should match one. */
  readonly isComplete: boolean;
}

/**
 * Removes the warnings that the document or the config ignores. Errors are never removed.
 *
 * @returns The other diagnostics, with a warning for each entry that ignores nothing.
 */
export function ignoreWarnings(
  found: readonly Diagnostic[],
  { document, config, isComplete }: IgnoreOptions,
): readonly Diagnostic[] {
  const log = new DiagnosticLog();
  const ignores = readIgnores(document, config, log);
  const used = new Set<Ignore>();
  const left = found.filter((diagnostic) => {
    const place = placeOf(diagnostic);
    if (diagnostic.severity === "error" || place === undefined) return true;
    const matching = ignores.around(place).filter(({ code }) => code === diagnostic.code);
    for (const ignore of matching) used.add(ignore);
    return matching.length === 0;
  });
  if (isComplete) reportUnused(ignores.all, used, left, document, log);
  return [...left, ...log.all];
}

/** Returns the place of a diagnostic; for one with only an offset, it is the whole file. */
function placeOf({ place, offset }: Diagnostic): Place | undefined {
  return place ?? (offset && { uri: offset.uri, pointer: "" });
}

function reportUnused(
  ignores: readonly Ignore[],
  used: ReadonlySet<Ignore>,
  left: readonly Diagnostic[],
  document: Document,
  log: DiagnosticLog,
): void {
  // An overlay may put one entry into several objects.
  const usedTexts = new Set([...used].map((ignore) => textOf(ignore, document)));
  for (const ignore of ignores) {
    const { code, at, place } = ignore;
    if (usedTexts.has(textOf(ignore, document)) || document.isLeftOut?.(at) === true) continue;
    usedTexts.add(textOf(ignore, document));
    const inside = left.find((one) => {
      const other = one.code === code ? placeOf(one) : undefined;
      return other !== undefined && referenceTo(other, document).startsWith(`${at}/`);
    })?.place;
    log.warning({
      code: "unused-ignore",
      message: `there is no \`${code}\` to ignore at ${JSON.stringify(at)}`,
      help:
        inside === undefined
          ? "remove it, or move it to the object that the warning is about"
          : "move it to the object that the warning is about",
      ...(place !== undefined && { place }),
      ...(inside !== undefined && {
        related: [{ message: `\`${code}\` is about this`, place: inside }],
      }),
    });
  }
}

/** Returns a key that is equal for entries that are written at the same place. */
function textOf({ code, at, place }: Ignore, { sources }: Document): string {
  if (place === undefined) return `${code} ${at}`;
  const { uri, pointer } = place;
  const origin = sources.get(uri)?.origin;
  if (origin === undefined) return keyOfPlace(place);
  const { source, pointer: written } = originAt(origin, pointer);
  return keyOfPlace({ uri: source.uri, pointer: written });
}
