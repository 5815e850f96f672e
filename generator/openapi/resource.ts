import type { Place } from "../core/place.js";

/**
 * What a URI without a fragment leads to: a file, or a schema with a URI of its own (`$id`).
 *
 * @see {@link https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.5 | JSON Schema, schema resources}
 */
export interface Resource {
  /** Its absolute URI, without a fragment: what references in it are relative to. */
  readonly uri: string;
  /** Where its root stands. */
  readonly root: Place;
  /** The places of `$anchor` and `$dynamicAnchor`, by name. */
  readonly anchors: ReadonlyMap<string, Place>;
  /** The same for those of `$dynamicAnchor` only. */
  readonly dynamicAnchors: ReadonlyMap<string, Place>;
}

/**
 * What `$recursiveAnchor: true` at the root of a resource is in later terms: a `$dynamicAnchor`, with
 * a name that no other one can have.
 *
 * @see {@link https://json-schema.org/draft/2019-09/json-schema-core#section-8.2.4.2 | JSON Schema 2019-09, recursive references}
 */
export const recursiveAnchor = "$recursiveAnchor";

/** The resources of some files, as far as they have been found. */
export class Resources {
  readonly #byUri = new Map<string, MutableResource>();
  /** The resources of each file, by the pointers of their roots. */
  readonly #byFile = new Map<string, Map<string, MutableResource>>();
  /** The URIs of meta-schemas, by file and pointer. */
  readonly #dialects = new Map<string, Map<string, string>>();

  /** The resource with a URI. */
  get(uri: string): Resource | undefined {
    return this.#byUri.get(uri);
  }

  /** The innermost resource that a place belongs to: its URI is what references there are relative to. */
  around(place: Place): Resource | undefined {
    return this.#around(place);
  }

  /** Whether a resource begins at a place. */
  hasRootAt({ uri, pointer }: Place): boolean {
    return this.#byFile.get(uri)?.has(pointer) === true;
  }

  /**
   * Takes in a resource, unless there is one at its place already. The first one with a URI has it.
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

  /** Takes in an anchor of the resource that a place belongs to. The last one with a name has it. */
  addAnchor(name: string, place: Place, isDynamic: boolean): void {
    const resource = this.#around(place);
    resource?.anchors.set(name, place);
    if (isDynamic) resource?.dynamicAnchors.set(name, place);
  }

  /** Takes note of the meta-schema that holds at a place, and for all inside. */
  setDialect({ uri, pointer }: Place, dialect: string): void {
    const inFile = this.#dialects.get(uri) ?? new Map<string, string>();
    this.#dialects.set(uri, inFile.set(pointer, dialect));
  }

  /** The URI of the meta-schema that holds at a place; undefined, where none is named. */
  dialectAt({ uri, pointer }: Place): string | undefined {
    const inFile = this.#dialects.get(uri);
    return inFile && innermost(inFile, pointer)?.value;
  }

  /** The innermost place around another that names a meta-schema, as whole schemas do. */
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

/** What is known of the innermost value around a place, by pointers, and the pointer of that. */
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
