import type { Place } from "../core/place.js";
import type { SourceText } from "../core/source-text.js";
import { originAt } from "../core/origin.js";
import { isPointer, parsePointer } from "../core/pointer.js";
import { codeFrame } from "./code-frame.js";
import type { Diagnostic, LocatedDiagnostic, LocatedPlace } from "../core/diagnostic.js";
import { nodeFinder, type FindNode } from "./find-node.js";
import { positionAt, textLines, type TextLines } from "./text-lines.js";
import type { Span } from "./text-tree.js";

/** What is known about the layout of one text. */
interface Layout {
  readonly lines: TextLines;
  readonly find: FindNode;
}

const layouts = new WeakMap<SourceText, Layout>();

/**
 * Locates a diagnostic: finds its file, its line and column, and the lines around it.
 *
 * A text position of the diagnostic takes precedence over its JSON pointer. If nothing is at the pointer, as
 * with a missing member, the nearest existing ancestor is used. Values of an overlay are located in the
 * overlay.
 *
 * @param diagnostic The diagnostic.
 * @param sources The files that were read, by URI.
 * @returns The diagnostic with its position; if its file was not read, only with the URI.
 * @see {@link https://www.rfc-editor.org/rfc/rfc6901 | RFC 6901, JSON Pointer}
 */
export function locate(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, SourceText>,
): LocatedDiagnostic {
  const { related, ...own } = diagnostic;
  const others = related?.map(({ message, place }) => ({
    message,
    ...locatePlace(place, sources),
  }));
  const located = locateOwn(own, sources);
  return others === undefined ? located : { ...located, related: others };
}

function locateOwn(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, SourceText>,
): LocatedDiagnostic {
  const found = find(diagnostic, sources);
  if (found === undefined) return diagnostic;
  const { file, place, at } = found;
  const located = { ...diagnostic, ...(place !== undefined && { place }), file };
  if (at === undefined) return located;
  const { layout, text, span } = at;
  const position = positionAt(layout.lines, span.start);
  const length = lengthOnLine(text, span);
  return { ...located, position, length, frame: codeFrame(layout.lines, position, length) };
}

/** Locates a place, as {@link locate} does. */
export function locatePlace(
  written: Place,
  sources: ReadonlyMap<string, SourceText>,
): Omit<LocatedPlace, "message"> {
  const found = find({ place: written }, sources);
  const { file, place = written, at } = found ?? {};
  return {
    place,
    ...(file !== undefined && { file }),
    ...(at !== undefined && { position: positionAt(at.layout.lines, at.span.start) }),
  };
}

/** Returns the text at a place, or undefined if the file was not read or has no such place. */
export function textAt(place: Place, sources: ReadonlyMap<string, SourceText>): string | undefined {
  const { at } = find({ place }, sources) ?? {};
  return at?.text.slice(at.span.start, at.span.end);
}

/** A located place. */
interface Found {
  readonly file: string;
  readonly place: Place | undefined;
  /** Its span in the text; undefined if the file was not read or has no such place. */
  readonly at?: { readonly layout: Layout; readonly text: string; readonly span: Span };
}

interface Sought {
  readonly place?: Place | undefined;
  readonly offset?: Diagnostic["offset"] | undefined;
}

function find(
  { place, offset }: Sought,
  sources: ReadonlyMap<string, SourceText>,
): Found | undefined {
  const uri = offset?.uri ?? place?.uri;
  if (uri === undefined) return undefined;
  const known = sources.get(uri);
  if (known === undefined) return { file: uri, place };
  const { found, source } = asRead({ place, offset }, known);
  const layout = layoutOf(source);
  const span = spanOf(found, layout);
  return {
    file: source.name,
    place: found.place,
    ...(span !== undefined && { at: { layout, text: source.text, span } }),
  };
}

/** Returns a place in the original files, before overlays moved values. */
function asRead(
  { place, offset }: Sought,
  source: SourceText,
): { readonly found: Sought; readonly source: SourceText } {
  // An offset already refers to the text.
  if (offset !== undefined || place === undefined || source.origin === undefined) {
    return { found: { place, offset }, source };
  }
  const { source: read, pointer } = originAt(source.origin, place.pointer);
  return { found: { place: { ...place, uri: read.uri, pointer } }, source: read };
}

function layoutOf(source: SourceText): Layout {
  const known = layouts.get(source);
  if (known !== undefined) return known;
  const lines = textLines(source.text);
  const layout: Layout = { lines, find: nodeFinder(source) };
  layouts.set(source, layout);
  return layout;
}

function spanOf({ offset, place }: Sought, layout: Layout): Span | undefined {
  if (offset !== undefined) return { start: offset.offset, end: offset.offset + 1 };
  return place === undefined ? undefined : spanOfPlace(place, layout.find);
}

function spanOfPlace({ pointer, part }: Place, find: FindNode): Span | undefined {
  // A malformed pointer refers to the whole file.
  const node = find(isPointer(pointer) ? parsePointer(pointer) : []);
  return part === "key" ? (node?.key ?? node?.value) : node?.value;
}

/** Returns how many characters to mark. For a value of several lines, it is only the first character. */
function lengthOnLine(text: string, { start, end }: Span): number {
  const marked = text.slice(start, end).trimEnd();
  return /[\r\n]/.test(marked) ? 1 : marked.length;
}
