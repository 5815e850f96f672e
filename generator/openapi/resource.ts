import type { Place } from "../core/place.js";

/**
 * The target of a URI without a fragment: a file, or a schema with a URI of its own (`$id`).
 *
 * @see {@link https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.5 | JSON Schema, schema resources}
 */
export interface Resource {
  /** Its absolute URI, without a fragment: the base of references in it. */
  readonly uri: string;
  /** The place of its root. */
  readonly root: Place;
  /** The places of `$anchor` and `$dynamicAnchor`, by name. */
  readonly anchors: ReadonlyMap<string, Place>;
  /** The places of `$dynamicAnchor` only, by name. */
  readonly dynamicAnchors: ReadonlyMap<string, Place>;
}

/**
 * `$recursiveAnchor: true` at the root of a resource is read as a `$dynamicAnchor` with this name, which no
 * other anchor can have.
 *
 * @see {@link https://json-schema.org/draft/2019-09/json-schema-core#section-8.2.4.2 | JSON Schema 2019-09, recursive references}
 */
export const recursiveAnchor = "$recursiveAnchor";

/** The resources of files that were found so far. */
export class Resources {
  readonly #byUri = new Map<string, MutableResource>();
  /** The resources of each file, by the pointers of their roots. */
  readonly #byFile = new Map<string, Map<string, MutableResource>>();
  /** The URIs of meta-schemas, by file and pointer. */
  readonly #dialects = new Map<string, Map<string, string>>();

  /** Returns the resource with a URI. */
  get(uri: string): Resource | undefined {
    return this.#byUri.get(uri);
  }

  /** Returns the innermost resource around a place: its URI is the base of references there. */
  around(place: Place): Resource | undefined {
    return this.#around(place);
  }

  /** Returns whether a place is the root of a resource. */
  hasRootAt({ uri, pointer }: Place): boolean {
    return this.#byFile.get(uri)?.has(pointer) === true;
  }

  /**
   * Adds a resource, unless its place already has one. The first resource with a URI keeps it.
   *
   * @param uri The URI of the resource.
   * @param alias Another URI by which it is known.
   */
  add(uri: string, root: Place, alias: string = uri): void {
    const inFile = this.#byFile.get(root.uri) ?? new Map<string, MutableResource>();
    this.#byFile.set(root.uri, inFile);
    if (inFile.has(root.pointer)) return;
    const resource: MutableResource = {
      uri,
      root,
      anchors: new Map(),
      dynamicAnchors: new Map(),
    };
    inFile.set(root.pointer, resource);
    for (const name of [uri, alias]) if (!this.#byUri.has(name)) this.#byUri.set(name, resource);
  }

  /** Adds an anchor to the resource around a place. A later anchor replaces one of the same name. */
  addAnchor(name: string, place: Place, isDynamic: boolean): void {
    const resource = this.#around(place);
    resource?.anchors.set(name, place);
    if (isDynamic) resource?.dynamicAnchors.set(name, place);
  }

  /** Sets the meta-schema of a place and everything inside it. */
  setDialect({ uri, pointer }: Place, dialect: string): void {
    const inFile = this.#dialects.get(uri) ?? new Map<string, string>();
    this.#dialects.set(uri, inFile.set(pointer, dialect));
  }

  /** Returns the URI of the meta-schema that applies at a place, or undefined if none is declared. */
  dialectAt({ uri, pointer }: Place): string | undefined {
    const inFile = this.#dialects.get(uri);
    return inFile && innermost(inFile, pointer)?.value;
  }

  /** Returns the innermost place around another one that declares a meta-schema, as complete schemas do. */
  dialectRoot({ uri, pointer }: Place): Place | undefined {
    const inFile = this.#dialects.get(uri);
    const root = inFile && innermost(inFile, pointer);
    return root && { uri, pointer: root.pointer };
  }

  #around({ uri, pointer }: Place): MutableResource | undefined {
    const inFile = this.#byFile.get(uri);
    // Most files are one resource.
    if (inFile === undefined || inFile.size === 1) return inFile?.get("");
    return innermost(inFile, pointer)?.value;
  }
}

/** Returns the entry for the innermost pointer around a place, with that pointer. */
function innermost<T>(
  known: ReadonlyMap<string, T>,
  inside: string,
): { readonly value: T; readonly pointer: string } | undefined {
  for (let pointer = inside; ; pointer = pointer.slice(0, pointer.lastIndexOf("/"))) {
    const value = known.get(pointer);
    if (value !== undefined) return { value, pointer };
    if (pointer === "") return undefined;
  }
}

interface MutableResource extends Resource {
  readonly anchors: Map<string, Place>;
  readonly dynamicAnchors: Map<string, Place>;
}
