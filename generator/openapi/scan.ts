import { isJsonObject, ownMember, type Json, type JsonObject } from "../core/json.js";
import { keyOfPlace, type Place } from "../core/place.js";
import { isPointer, resolvePointer } from "../core/pointer.js";
import type { SourceDocument } from "../core/source-text.js";
import { parseUrl, resolveUri } from "../core/uri.js";
import { dialectNamed, ignoresRefSiblings } from "./dialects.js";
import type { Held } from "./objects.js";
import { detourOf, maxDetours, referencesOf } from "./references.js";
import { recursiveAnchor, Resources, type Resource } from "./resource.js";
import { isMisplacedReference, isOpenApi, referenceOf, rootNode, walk, type Node } from "./walk.js";

/** The target of a reference that was not visited yet, and its kind. */
interface Target {
  readonly uri: string;
  readonly fragment: string;
  readonly held: Held;
  /** The reference, and its place. */
  readonly text: string;
  readonly from: Place;
  /** How many references its pointer passes. */
  readonly detours: number;
}

/** A reference whose pointer passes another reference. */
export interface IndirectReference {
  readonly text: string;
  readonly from: Place;
  /** The place of the other reference. */
  readonly through: Place;
}

/**
 * Walks a document: the entry file, and from there all targets of references, breadth first. It collects
 * what can be referred to: files, schemas with an `$id`, and anchors.
 *
 * The caller provides the files: {@link wanted} returns those that are needed next, {@link add} adds one.
 */
export class DocumentScan {
  readonly resources: Resources = new Resources();
  readonly #files = new Map<string, Json>();
  /** The URIs of {@link #files} by other URIs of the same files. */
  readonly #aliases = new Map<string, string>();
  /** The files that declare their URI (`$self`). */
  readonly #named: { readonly self: string; readonly file: string }[] = [];
  readonly #visited = new Map<Json, Node>();
  /** The references at places that cannot have one. */
  readonly #misplaced = new Map<Json, Node>();
  /** The references at places that may have one, even if the place is also used as another kind. */
  readonly #proper = new Set<Json>();
  readonly #indirect: IndirectReference[] = [];
  #pending: Target[] = [];
  /** Every target that was ever pending. */
  readonly #known = new Set<string>();
  readonly #requested = new Set<string>();

  /** @param entry The entry file: an OpenAPI Object. */
  constructor(entry: SourceDocument) {
    this.add(entry.uri, entry);
  }

  /** The nodes of all visited objects, lists and maps. */
  get nodesByValue(): ReadonlyMap<Json, Node> {
    return this.#visited;
  }

  /** How many files were wanted so far. */
  get requests(): number {
    return this.#requested.size;
  }

  /** The references at places that cannot have one, such as a map. */
  get misplaced(): readonly Node[] {
    return [...this.#misplaced.values()].filter(({ value }) => !this.#proper.has(value));
  }

  /** The references whose pointers pass other references at places that may have one. */
  get indirect(): readonly IndirectReference[] {
    const misplaced = new Set(this.misplaced.map(({ place }) => keyOfPlace(place)));
    return this.#indirect.filter(({ through }) => !misplaced.has(keyOfPlace(through)));
  }

  /** Returns the URIs of missing files that were not returned before. */
  wanted(): readonly string[] {
    const wanted = new Set<string>();
    const waiting: Target[] = [];
    // References of targets are appended while the loop runs.
    for (const target of this.#pending) {
      const resource = this.#resourceOf(target);
      if (resource === undefined) waiting.push(target);
      else this.#visit(resource, target);
      if (resource === undefined && !this.#requested.has(target.uri)) wanted.add(target.uri);
    }
    this.#pending = waiting;
    for (const uri of wanted) this.#requested.add(uri);
    return [...wanted];
  }

  /**
   * Returns where to look for a file with a URI. If the file of the reference declares another URI for
   * itself, it is looked for beside the location of that file.
   */
  locationOf(uri: string): string {
    for (const { self, file } of this.#named) {
      const folder = self.slice(0, self.lastIndexOf("/") + 1);
      const rest = uri.slice(folder.length);
      const url = uri.startsWith(folder) ? parseUrl(rest, file) : undefined;
      if (url !== undefined) return url.href;
    }
    return uri;
  }

  /**
   * Adds a file.
   *
   * @param uri The URI that was wanted; the file may have another one.
   */
  add(uri: string, source: SourceDocument): void {
    if (uri !== source.uri) this.#aliases.set(uri, source.uri);
    if (this.#files.has(source.uri)) return;
    this.#files.set(source.uri, source.value);
    const root: Place = { uri: source.uri, pointer: "" };
    const { value } = source;
    if (isOpenApi(value)) {
      const self = selfOf(value, source.uri);
      if (self !== source.uri) this.#named.push({ self, file: source.uri });
      this.resources.add(self, root, source.uri);
      const dialect = ownText(value, "jsonSchemaDialect");
      if (dialect !== undefined) this.resources.setDialect(root, dialect);
      this.#walk(rootNode(value, source.uri));
    } else {
      const isSchema = this.#pending.some(
        (target) => target.uri === uri && target.held.kind === "Schema",
      );
      this.#noteDialect(value, root);
      const id = isSchema && isJsonObject(value) ? this.#idOf(value, root) : undefined;
      const canonical = id === undefined ? source.uri : resolveUri(id, source.uri).uri;
      this.resources.add(canonical, root, source.uri);
    }
  }

  #resourceOf({ uri }: Target): Resource | undefined {
    return this.resources.get(uri) ?? this.resources.get(this.#aliases.get(uri) ?? uri);
  }

  #visit({ root }: Resource, target: Target): void {
    const { fragment, held } = target;
    const file = this.#files.get(root.uri) ?? null;
    // A file that is a schema may contain others with an `$id` or an anchor. It is a schema unless it is
    // known to be something else.
    const isSchema = held.kind === "Schema" && held.form === "one" && !isOpenApi(file);
    if (isSchema && !this.#visited.has(file)) {
      this.#walk(rootNode(file, root.uri));
    }
    if (!isPointer(fragment)) return;
    const place: Place = { uri: root.uri, pointer: root.pointer + fragment };
    const value = resolvePointer(file, place.pointer);
    if (value !== undefined) this.#walk({ kind: held.kind, form: held.form, place, value });
    else this.#goRound(place, file, target);
  }

  /** Resolves the rest of a pointer at the target of a reference that the pointer passes. */
  #goRound({ uri, pointer }: Place, file: Json, target: Target): void {
    const detour = target.detours < maxDetours ? detourOf(file, pointer) : undefined;
    if (detour === undefined) return;
    const through: Place = { uri, pointer: detour.at };
    const { text, from } = target;
    this.#indirect.push({ text, from, through });
    const next = resolveUri(detour.reference, this.resources.around(through)?.uri ?? "");
    if (!isPointer(next.fragment)) return;
    const fragment = next.fragment + detour.rest;
    this.#await({ ...target, uri: next.uri, fragment, detours: target.detours + 1 });
  }

  #walk(start: Node): void {
    walk(start, (node) => {
      if (typeof node.value !== "object") return false;
      const known = this.#visited.get(node.value);
      if (known !== undefined && isSameNode(known, node)) return false;
      this.#visited.set(node.value, node);
      if (referenceOf(node) !== undefined) {
        if (isMisplacedReference(node)) this.#misplaced.set(node.value, node);
        else this.#proper.add(node.value);
      }
      if (node.kind === "Schema" && node.form === "one") this.#addSchema(node);
      this.#addReferences(node);
      return true;
    });
  }

  /** Adds the URI and the anchors of a schema. */
  #addSchema({ value, place }: Node): void {
    // Most schemas have none of these.
    if (!isJsonObject(value) || !Object.keys(value).some((name) => addressing.has(name))) return;
    this.#noteDialect(value, place);
    const id = this.#idOf(value, place);
    if (id !== undefined && !this.resources.hasRootAt(place)) {
      const around = this.resources.around(place)?.uri ?? place.uri;
      const { uri, fragment } = resolveUri(id, around);
      if (uri !== around) this.resources.add(uri, place);
      // The older form of `$anchor`.
      else if (fragment !== "" && !isPointer(fragment)) {
        this.resources.addAnchor(fragment, place, false);
      }
    }
    if (value.$recursiveAnchor === true && this.resources.hasRootAt(place)) {
      this.resources.addAnchor(recursiveAnchor, place, true);
    }
    for (const name of ["$anchor", "$dynamicAnchor"]) {
      const anchor = ownText(value, name);
      if (anchor !== undefined) {
        this.resources.addAnchor(anchor, place, name === "$dynamicAnchor");
      }
    }
  }

  #noteDialect(value: Json, place: Place): void {
    const dialect = isJsonObject(value) ? ownText(value, "$schema") : undefined;
    if (dialect !== undefined) this.resources.setDialect(place, dialect);
  }

  /** Returns the `$id` of a schema. */
  #idOf(schema: JsonObject, place: Place): string | undefined {
    const named = this.resources.dialectAt(place);
    const dialect = named === undefined ? undefined : dialectNamed(named);
    const isIgnored = dialect !== undefined && ignoresRefSiblings(dialect);
    const isRoot = ownText(schema, "$schema") !== undefined;
    if (isIgnored && !isRoot && ownText(schema, "$ref") !== undefined) return undefined;
    return ownText(schema, dialect === "draft-04" ? "id" : "$id");
  }

  #addReferences(node: Node): void {
    for (const { text, target: held } of referencesOf(node)) {
      const { uri, fragment } = resolveUri(text, this.resources.around(node.place)?.uri ?? "");
      this.#await({ uri, fragment, held, text, from: node.place, detours: 0 });
    }
  }

  #await(target: Target): void {
    const { uri, fragment, held } = target;
    const key = `${held.kind} ${held.form} ${uri}#${fragment}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#pending.push(target);
  }
}

/** The keywords by which references can find a schema. */
const addressing: ReadonlySet<string> = new Set([
  "$schema",
  "$id",
  "id",
  "$anchor",
  "$dynamicAnchor",
  "$recursiveAnchor",
]);

/**
 * Scans files that are all known.
 *
 * @param files The files by URI, their other URIs, and the URI of the entry file.
 */
export function scanFiles({
  uri,
  sources,
  aliases,
}: {
  readonly uri: string;
  readonly sources: ReadonlyMap<string, SourceDocument>;
  readonly aliases: ReadonlyMap<string, string>;
}): DocumentScan {
  const entry = sources.get(uri);
  if (entry === undefined) throw new Error(`${uri} is not among the files`);
  const scan = new DocumentScan(entry);
  for (let wanted = scan.wanted(); wanted.length > 0; wanted = scan.wanted()) {
    for (const name of wanted) {
      const source = sources.get(aliases.get(name) ?? name);
      if (source !== undefined) scan.add(name, source);
    }
  }
  return scan;
}

function isSameNode(left: Node, right: Node): boolean {
  return (
    left.kind === right.kind &&
    left.form === right.form &&
    left.place.pointer === right.place.pointer &&
    left.place.uri === right.place.uri
  );
}

/**
 * Returns the URI of a file with an OpenAPI Object: its `$self`, from version 3.2 on, or its location.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#openapi-object | OpenAPI 3.2, $self}
 */
function selfOf(root: JsonObject, uri: string): string {
  const self = ownText(root, "$self");
  const isOlder = /^3\.[01]\b/.test(ownText(root, "openapi") ?? "");
  return self === undefined || isOlder ? uri : resolveUri(self, uri).uri;
}

function ownText(object: JsonObject, name: string): string | undefined {
  const value = ownMember(object, name);
  return typeof value === "string" ? value : undefined;
}
