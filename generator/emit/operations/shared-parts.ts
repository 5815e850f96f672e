import { exported } from "../../code/expressions.js";
import type { Declaration, Docs, ExportedName, Module } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import { keyOfPlace } from "../../core/place.js";
import { lowerFirst, moduleName, pascalCase, reservedWords } from "../../model/names.js";
import type { Document } from "../../openapi/document.js";
import type { Entry } from "../../openapi/entries.js";
import { responseEntries, type PathOperation } from "../../openapi/operations.js";
import { headersOf, parametersOf } from "../../openapi/parameters.js";

/** What several operations may share, each kind in a folder of its own. */
const kinds = {
  parameters: { type: ["Parameter", "runtime/parameter"], word: "Parameter" },
  headers: { type: ["Parameter", "runtime/parameter"], word: "Header" },
  responses: { type: ["ResponseDescription", "runtime/operation"], word: "Response" },
} as const;

/** A kind of object that several operations may share. */
export type SharedKind = keyof typeof kinds;

/** The name of a shared object, and of the type of its headers. */
export interface SharedName {
  /** The constant: `operations/responses/not-found`, `notFound`. */
  readonly value: ExportedName;
  /** The type of its headers: `NotFoundHeaders`. */
  readonly headers: ExportedName;
}

/** A module in the making, which returns the constants that its description uses. */
interface OpenModule {
  readonly finish: () => readonly Declaration[];
}

/** What describes a shared object. */
export interface SharedPart<T> {
  readonly described: T;
  readonly declarations: readonly Declaration[];
  /** The constant without its name and type. */
  readonly constant: Pick<Extract<Declaration, { kind: "constant" }>, "value"> & {
    readonly docs?: Docs;
  };
}

/**
 * The parameters, headers and responses that several places refer to. Each has a module of its own, so that an
 * operation imports only what it needs.
 */
export class SharedParts {
  readonly #uses: ReadonlyMap<string, number>;
  readonly #known = new Map<string, unknown>();
  readonly #modules = new Map<string, Module>();

  constructor(document: Document, operations: readonly PathOperation[]) {
    this.#uses = countUses(document, operations);
  }

  /** The modules of the objects that were used. */
  get modules(): readonly Module[] {
    return [...this.#modules.values()];
  }

  /**
   * Describes an object, once if several places refer to it.
   *
   * @param open Opens a module.
   * @param describe Describes it in a module of its own, under a name.
   * @returns undefined, if it is not shared.
   */
  share<T, M extends OpenModule>(
    kind: SharedKind,
    entry: Entry,
    open: () => M,
    describe: (name: SharedName, module: M) => SharedPart<T>,
  ): T | undefined {
    const { referredName } = entry;
    const key = keyOf(kind, entry);
    if (referredName === undefined || (this.#uses.get(key) ?? 0) < 2) return undefined;
    // Under a key is what its kind of object is described by.
    const known = this.#known.get(key) as T | undefined;
    if (known !== undefined) return known;
    const name = this.#name(kind, referredName);
    const module = open();
    const { described, declarations, constant } = describe(name, module);
    const [type, from] = kinds[kind].type;
    const path = name.value.module;
    this.#modules.set(path, {
      path,
      declarations: [
        ...module.finish(),
        ...declarations,
        {
          kind: "constant",
          name: name.value.name,
          ...constant,
          type: typeReference(exported(type, from)),
          isHoisted: false,
        },
      ],
    });
    this.#known.set(key, described);
    return described;
  }

  #name(kind: SharedKind, name: string): SharedName {
    const { word } = kinds[kind];
    const base = pascalCase(name) || word;
    const wanted = `operations/${kind}/${moduleName(base)}`;
    let path = wanted;
    for (let count = 2; this.#modules.has(path); count += 1) path = `${wanted}-${count}`;
    const own = lowerFirst(base);
    const value = reservedWords.has(own) ? `${own}${word}` : own;
    return { value: exported(value, path), headers: exported(`${base}Headers`, path) };
  }
}

function keyOf(kind: SharedKind, { place }: Entry): string {
  return `${kind} ${keyOfPlace(place)}`;
}

/** Counts the references to parameters, responses and headers, by what they lead to. */
function countUses(
  document: Document,
  operations: readonly PathOperation[],
): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const count = (kind: SharedKind, entry: Entry): number => {
    const key = keyOf(kind, entry);
    const all = (uses.get(key) ?? 0) + (entry.referredName === undefined ? 0 : 1);
    uses.set(key, all);
    return all;
  };
  for (const { pathItem, operation } of operations) {
    for (const parameter of parametersOf(document, pathItem, operation)) {
      count("parameters", parameter);
    }
    for (const response of responseEntries(document, operation).values()) {
      // The headers of a shared response are used once.
      if (count("responses", response) > 1) continue;
      for (const header of headersOf(document, response).values()) count("headers", header);
    }
  }
  return uses;
}
