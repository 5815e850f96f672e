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

/** Why a file that is referred to could not be had. It matters only where the file is needed. */
export interface Failure {
  readonly code: Diagnostic["code"];
  /** What is wrong: one sentence, without a full stop. */
  readonly message: string;
  /** What to do about it: one sentence, without a full stop. */
  readonly help?: string;
  /** What is wrong inside the file, when it is there but cannot be parsed. */
  readonly diagnostics?: readonly Diagnostic[];
  /** The file that the diagnostics point into. */
  readonly source?: SourceText;
}

/** A minor version of OpenAPI that Guardsmith reads. */
export type OpenApiVersion = "3.0" | "3.1" | "3.2";

/** The files of an OpenAPI document: the entry file, as its overlays leave it, and all that it refers to. */
export interface DocumentFiles {
  readonly version: OpenApiVersion;
  /** The URI of the entry file. */
  readonly uri: string;
  /** The value of the entry file: an OpenAPI Object. */
  readonly root: JsonObject;
  /** Every file, the entry file among them, by URI. */
  readonly sources: ReadonlyMap<string, SourceDocument>;
  /** The overlays that were applied to the entry file, in their order. */
  readonly overlays: readonly SourceDocument[];
  /**
   * The URIs in {@link sources} by the other URIs that references have for the same files: through
   * symbolic links, redirects and percent-encodings.
   */
  readonly aliases: ReadonlyMap<string, string>;
  /**
   * The files that could not be had, by the URI that a reference resolves to; a relative reference
   * that has no base stands for itself.
   */
  readonly failures: ReadonlyMap<string, Failure>;
}

/** An OpenAPI document, in which references can be resolved. */
export interface Document extends DocumentFiles {
  /**
   * Finds what a reference leads to: by file, JSON pointer, `$id`, `$anchor` and `$self`.
   *
   * @param reference A URI reference, as it is written.
   * @param from Where it stands: it is relative to the innermost resource around that.
   * @see {@link https://json-schema.org/draft/2020-12/json-schema-core#section-8.2 | JSON Schema, references}
   */
  readonly resolve: (reference: string, from: Place) => Resolution;
  /** The resource with a URI. */
  readonly resource: (uri: string) => Resource | undefined;
  /** What every object, list and map of the document was taken for. */
  readonly nodesByValue: ReadonlyMap<Json, Node>;
  /**
   * Whether the settings leave out what a reference leads to, as they write it: it counts as not written,
   * but what the settings say of it is not said in vain. Undefined, where they leave out nothing.
   */
  readonly isLeftOut?: (reference: string) => boolean;
  /** The innermost resource that a place belongs to. */
  readonly resourceAround: (place: Place) => Resource | undefined;
  /** The URI of the meta-schema that holds at a place; undefined, where none is named. */
  readonly dialectAt: (place: Place) => string | undefined;
}

/** What a reference leads to. */
export type Resolution =
  | {
      readonly kind: "found";
      readonly place: Place;
      /** The name of the `$dynamicAnchor` that the reference is to, if it is to one. */
      readonly dynamicAnchor?: string;
    }
  | {
      readonly kind: "missing";
      /** Why the file could not be had; undefined, if it is there or was never looked for. */
      readonly failure?: Failure;
    };

/** What is left of limits while a reference is resolved. */
interface Limits {
  detours: number;
}

/** Opens a document of files that are all at hand. */
export function openDocument(files: DocumentFiles): Document {
  return documentOf(files, scanFiles(files));
}

/** A document that has been scanned already. */
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
    // A schema that names its dialect was a file of its own, wherever it was pasted.
    const pasted = reference.startsWith("#") ? resources.dialectRoot(from) : undefined;
    if (target.kind === "found" || pasted === undefined) return target;
    return find({ uri: pasted.uri, pointer: pasted.pointer + fragment }, limits);
  }

  /** A place, or where its pointer leads on from a reference on its way. */
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
 * Reports a reference that leads nowhere.
 *
 * @param from Where it stands.
 * @param severity A warning, where nothing depends on what it leads to.
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

/** What stands at a place of a document; undefined, if nothing does. */
export function valueAt({ uri, pointer }: Place, document: Document): Json | undefined {
  const source = document.sources.get(uri);
  return source === undefined ? undefined : resolvePointer(source.value, pointer);
}

/** An object of a document, and where it stands. */
export interface PlacedObject {
  readonly place: Place;
  readonly value: JsonObject;
}

/**
 * The innermost object of the document at a place or around it. The top of a file is one, whatever it
 * holds.
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

/** Every object of a document, and the top of every file. */
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

/** The nodes on the way from the top of a file to a place in it, as far as the way leads through no data. */
export function nodesOnWay({ uri, pointer }: Place, document: Document): readonly Node[] {
  const value = document.sources.get(uri)?.value ?? null;
  return nodesAlong(rootNode(value, uri), pointer);
}
