import type { LocatedDiagnostic } from "../core/diagnostic.js";
import { formatDiagnostic } from "../text/format-diagnostic.js";
import { visibly } from "../text/visible.js";
import type { CommandIo } from "./command-io.js";

/** The most further places of one kind of warning that are listed. */
const listedPlaces = 5;

/**
 * Shows diagnostics on standard error: every error, and the first warning of each kind with the places of
 * the others. In GitHub Actions, they are also annotations.
 *
 * @param diagnostics The diagnostics, in the order in which they were found.
 * @param io The parts of the process that the command uses.
 */
export function reportDiagnostics(diagnostics: readonly LocatedDiagnostic[], io: CommandIo): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = [...warningsByCode(diagnostics).values()];
  for (const diagnostic of errors) {
    io.stderr(`${formatDiagnostic(diagnostic, { color: io.color })}\n`);
  }
  for (const [first, ...others] of warnings) {
    if (first === undefined) continue;
    io.stderr(`${formatDiagnostic(first, { color: io.color })}\n`);
    if (others.length > 0) io.stderr(visibly`  and ${others.length} more: ${placesOf(others)}\n`);
  }
  // GitHub shows only a few: one of each kind comes first.
  const first = warnings.flatMap((group) => group.slice(0, 1));
  const others = warnings.flatMap((group) => group.slice(1));
  for (const diagnostic of [...errors, ...first, ...others]) annotate(diagnostic, io);
}

function annotate(diagnostic: LocatedDiagnostic, { workflow }: CommandIo): void {
  const { severity, code, message, help, file, position, length } = diagnostic;
  workflow?.annotate({
    severity,
    title: code,
    message: help === undefined ? message : `${message}: ${help}`,
    file,
    position,
    length,
  });
}

/** Returns the warnings about schemas that are not checked as they are written. */
export function warningsOfChecks(
  diagnostics: readonly LocatedDiagnostic[],
): readonly LocatedDiagnostic[] {
  return diagnostics.filter(({ code }) => code === "pattern-of-other-dialect");
}

/** Counts the warnings of each kind, most frequent first. */
export function countWarnings(
  diagnostics: readonly LocatedDiagnostic[],
): Readonly<Record<string, number>> {
  const groups = [...warningsByCode(diagnostics)].map(
    ([code, group]) => [code, group.length] as const,
  );
  return Object.fromEntries(groups.sort(([, left], [, right]) => right - left));
}

/**
 * Sums up the warnings.
 *
 * @param counts How many there are of each kind.
 * @returns A line such as `12 warnings: 9 old-nullable, 3 renamed-model`; empty without warnings.
 */
export function summarizeWarnings(counts: Readonly<Record<string, number>>): string {
  const groups = Object.entries(counts);
  const total = groups.reduce((sum, [, size]) => sum + size, 0);
  if (total === 0) return "";
  const kinds = groups.map(([code, size]) => `${size} ${code}`).join(", ");
  return `${total} ${total === 1 ? "warning" : "warnings"}: ${kinds}\n`;
}

function warningsByCode(
  diagnostics: readonly LocatedDiagnostic[],
): ReadonlyMap<string, readonly LocatedDiagnostic[]> {
  const groups = new Map<string, LocatedDiagnostic[]>();
  for (const diagnostic of diagnostics.filter(({ severity }) => severity === "warning")) {
    const group = groups.get(diagnostic.code) ?? [];
    groups.set(diagnostic.code, group);
    group.push(diagnostic);
  }
  return groups;
}

function placesOf(diagnostics: readonly LocatedDiagnostic[]): string {
  const places = diagnostics.slice(0, listedPlaces).map(({ file, position, message }) => {
    if (file === undefined) return message;
    return position === undefined ? file : `${file}:${position.line}:${position.column}`;
  });
  return places.join(", ") + (diagnostics.length > listedPlaces ? ", …" : "");
}
