import type { Diagnostic, DiagnosticLog, Severity } from "../core/diagnostic.js";
import { isJsonObject, type Json, type JsonObject } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import { childOf, isPointer, parsePointer, resolvePointer } from "../core/pointer.js";
import type { SourceDocument, SourceText } from "../core/source-text.js";
import { resolveUri } from "../core/uri.js";
import type { Resource } from "./resource.js";
import { detourOf, maxDetours } from "./references.js";
import { scanFiles, type DocumentScan } from "./scan.js";
import { nodesAlong, rootNode, type Node } from "./walk.js";

/** Why a referenced file could not be retrieved. It is only reported if the file is needed. */
export interface Failure {
  readonly code: Diagnostic["code"];
  /** What is wrong: one sentence, without a full stop. */
  readonly message: string;
  /** What to do about it: one sentence, without a full stop. */
  readonly help?: string;
  /** The errors in the file, if it cannot be parsed. */
  readonly diagnostics?: readonly Diagnostic[];
  /** The file that the diagnostics point into. */
  readonly source?: SourceText;
}

/** A minor version of OpenAPI that Guardsmith reads. */
export type OpenApiVersion = "3.0" | "3.1" | "3.2";

/** The files of an OpenAPI document: the entry file, with overlays applied, and all that it refers to. */
export interface DocumentFiles {
  readonly version: OpenApiVersion;
  /** The URI of the entry file. */
  readonly uri: string;
  /** The value of the entry file: an OpenAPI Object. */
  readonly root: JsonObject;
  /** Every file by URI, including the entry file. */
  readonly sources: ReadonlyMap<string, SourceDocument>;
  /** The overlays that were applied to the entry file, in their order. */
  readonly overlays: readonly SourceDocument[];
  /**
   * The URIs in {@link sources}, by other URIs of the same files: because of symbolic links, redirects and
   * percent-encodings.
   */
  readonly aliases: ReadonlyMap<string, string>;
  /**
   * The files that could not be retrieved, by the URI of the reference; a relative reference without a
   * base is the key itself.
   */
  readonly failures: ReadonlyMap<string, Failure>;
}

/** An OpenAPI document, in which references can be resolved. */
export interface Document extends DocumentFiles {
  /**
   * Resolves a reference: by file, JSON pointer, `$id`, `$anchor` and `$self`.
   *
   * @param reference A URI reference, as it is written.
   * @param from Its place: it is relative to the innermost resource around it.
   * @see {@link https://json-schema.org/draft/2020-12/json-schema-core#section-8.2 | JSON Schema, references}
   */
  readonly resolve: (reference: string, from: Place) => Resolution;
  /** Returns the resource with a URI. */
  readonly resource: (uri: string) => Resource | undefined;
  /** The node of every object, list and map of the document. */
  readonly nodesByValue: ReadonlyMap<Json, Node>;
  /**
   * Returns whether the settings exclude the target of a reference. It counts as not written, but settings
   * that name it are not reported as unused. Undefined if nothing is excluded.
   */
  readonly isLeftOut?: (reference: string) => boolean;
  /** Returns the innermost resource around a place. */
  readonly resourceAround: (place: Place) => Resource | undefined;
  /** Returns the URI of the meta-schema that applies at a place, or undefined if none is declared. */
  readonly dialectAt: (place: Place) => string | undefined;
}

/** The result of resolving a reference. */
export type Resolution =
  | {
      readonly kind: "found";
      readonly place: Place;
      /** The name of the `$dynamicAnchor`, if the reference leads to one. */
      readonly dynamicAnchor?: string;
    }
  | {
      readonly kind: "missing";
      /** Why the file could not be retrieved; undefined if it was, or was never requested. */
      readonly failure?: Failure;
    };

/** The remaining limits while a reference is resolved. */
interface Limits {
  detours: number;
}

/** Opens a document whose files are all known. */
export function openDocument(files: DocumentFiles): Document {
  return documentOf(files, scanFiles(files));
}

/** Returns a document that was already scanned. */
export function documentOf(
  files: DocumentFiles,
  { resources, nodesByValue }: Pick<DocumentScan, "resources" | "nodesByValue">,
): Document {
  const { sources, aliases, failures } = files;
  const resource = (uri: string): Resource | undefined =>
    resources.get(uri) ?? resources.get(aliases.get(uri) ?? uri);

  function resolve(reference: string, from: Place): Resolution {
    return resolveWithin(reference, from, { detours: maxDetours });
  }

  function resolveWithin(reference: string, from: Place, limits: Limits): Resolution {
    const base = resources.around(from)?.uri ?? from.uri;
    const { uri, fragment } = resolveUri(reference, base);
    const found = resource(uri);
    if (found === undefined) {
      const failure = failures.get(uri);
      return { kind: "missing", ...(failure !== undefined && { failure }) };
    }
    if (!isPointer(fragment)) {
      const place = found.anchors.get(fragment);
      if (place === undefined) return { kind: "missing" };
      const isDynamic = found.dynamicAnchors.has(fragment);
      return { kind: "found", place, ...(isDynamic && { dynamicAnchor: fragment }) };
    }
    const { root } = found;
    const target = find({ uri: root.uri, pointer: root.pointer + fragment }, limits);
    // A schema that names its dialect was a separate file before it was pasted here.
    const pasted = reference.startsWith("#") ? resources.dialectRoot(from) : undefined;
    if (target.kind === "found" || pasted === undefined) return target;
    return find({ uri: pasted.uri, pointer: pasted.pointer + fragment }, limits);
  }

  /** Finds a place; if its pointer passes a reference, it continues at the target of that. */
  function find(place: Place, limits: Limits): Resolution {
    const file = sources.get(place.uri)?.value ?? null;
    if (resolvePointer(file, place.pointer) !== undefined) return { kind: "found", place };
    const detour = limits.detours > 0 ? detourOf(file, place.pointer) : undefined;
    if (detour === undefined) return { kind: "missing" };
    limits.detours -= 1;
    const from: Place = { uri: place.uri, pointer: detour.at };
    const target = resolveWithin(detour.reference, from, limits);
    if (target.kind === "missing") return target;
    const { uri, pointer } = target.place;
    return find({ uri, pointer: pointer + detour.rest }, limits);
  }

  const resourceAround = (place: Place): Resource | undefined => resources.around(place);
  const dialectAt = (place: Place): string | undefined => resources.dialectAt(place);
  return { ...files, nodesByValue, resolve, resource, resourceAround, dialectAt };
}

/**
 * Reports a reference that cannot be resolved.
 *
 * @param from Its place.
 * @param severity A warning if nothing depends on its target.
 */
export function reportMissing(
  { failure }: Extract<Resolution, { kind: "missing" }>,
  reference: string,
  from: Place,
  log: DiagnosticLog,
  severity: Severity = "error",
): void {
  for (const diagnostic of failure?.diagnostics ?? []) log.add({ ...diagnostic, severity });
  log.add({
    severity,
    code: failure?.code ?? "unresolvable-reference",
    message: `cannot resolve the reference ${JSON.stringify(reference)}${failure === undefined ? "" : `: ${failure.message}`}`,
    help: failure?.help ?? "define what it points to, or correct it",
    place: from,
  });
}

/** Returns the value at a place of a document, or undefined if there is none. */
export function valueAt({ uri, pointer }: Place, document: Document): Json | undefined {
  const source = document.sources.get(uri);
  return source === undefined ? undefined : resolvePointer(source.value, pointer);
}

/** An object of a document, with its place. */
export interface PlacedObject {
  readonly place: Place;
  readonly value: JsonObject;
}

/**
 * Returns the innermost object of the document at or around a place. The top of a file always counts as one.
 */
export function objectAround(
  { uri, pointer }: Place,
  { sources, nodesByValue }: Pick<Document, "sources" | "nodesByValue">,
): PlacedObject | undefined {
  let value: Json | undefined = sources.get(uri)?.value;
  let place: Place = { uri, pointer: "" };
  let found = isJsonObject(value) ? { place, value } : undefined;
  for (const token of parsePointer(pointer)) {
    value = value === undefined ? undefined : childOf(value, token);
    if (value === undefined) break;
    place = below(place, token);
    if (isJsonObject(value) && nodesByValue.get(value)?.form === "one") found = { place, value };
  }
  return found;
}

/** Returns every object of a document, and the top of every file. */
export function objectsOf({
  sources,
  nodesByValue,
}: Pick<Document, "sources" | "nodesByValue">): readonly PlacedObject[] {
  const tops = [...sources.values()].map(({ uri, value }) => ({
    value,
    place: { uri, pointer: "" },
  }));
  const inner = [...nodesByValue.values()].filter(
    ({ form, place }) => form === "one" && place.pointer !== "",
  );
  return [...tops, ...inner].flatMap(({ value, place }) =>
    isJsonObject(value) ? [{ value, place }] : [],
  );
}

/** Returns the nodes on the way from the top of a file to a place in it, up to the first data. */
export function nodesOnWay({ uri, pointer }: Place, document: Document): readonly Node[] {
  const value = document.sources.get(uri)?.value ?? null;
  return nodesAlong(rootNode(value, uri), pointer);
}
