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
  /** The URI of its meta-schema, if it names one. */
  readonly dialect?: string;
}

/** The resources of some files, as far as they have been found. */
export class Resources {
  readonly #byUri = new Map<string, MutableResource>();
  /** The resources of each file, by the pointers of their roots. */
  readonly #byFile = new Map<string, Map<string, MutableResource>>();

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
  add(uri: string, root: Place, dialect: string | undefined, alias: string = uri): void {
    const inFile = this.#byFile.get(root.uri) ?? new Map<string, MutableResource>();
    this.#byFile.set(root.uri, inFile);
    if (inFile.has(root.pointer)) return;
    const resource: MutableResource = {
      uri,
      root,
      anchors: new Map(),
      dynamicAnchors: new Map(),
      ...(dialect !== undefined && { dialect }),
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

  #around({ uri, pointer }: Place): MutableResource | undefined {
    const inFile = this.#byFile.get(uri);
    // Most files are one resource.
    if (inFile === undefined || inFile.size === 1) return inFile?.get("");
    for (let around = pointer; around !== ""; around = around.slice(0, around.lastIndexOf("/"))) {
      const resource = inFile.get(around);
      if (resource !== undefined) return resource;
    }
    return inFile.get("");
  }
}

interface MutableResource extends Resource {
  readonly anchors: Map<string, Place>;
  readonly dynamicAnchors: Map<string, Place>;
}
