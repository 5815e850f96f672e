import type { Models } from "../../model/model.js";
import { lowerFirst, moduleName, pascalCase, reservedWords } from "../../model/names.js";
import { ownMember } from "../../core/json.js";
import type { PathOperation } from "../../openapi/operations.js";

/** The names of what is exported for an operation. */
export interface OperationNames {
  /** The description: `listBatches`. */
  readonly value: string;
  /** The type of what it takes: `ListBatchesCall`. */
  readonly call: string;
  /** The type of what it answers: `ListBatchesResult`. */
  readonly result: string;
  /** The module, without folder: `list-batches`. */
  readonly module: string;
}

/** The modules beside those of operations. */
const otherModules = ["index", "security", "servers"] as const;

/**
 * Assigns names to operations and security schemes so that none is the name of a model or of one of its exports,
 * and no two are the same. Models keep their names. Operations whose id is the name come first, then those with
 * another id, then those without one, which are named after method and path.
 */
export class NamesOfOperations {
  readonly #taken = new Set<string>();
  readonly #modules = new Set<string>(otherModules);
  readonly #names = new Map<PathOperation, OperationNames>();

  /**
   * @param operations In the order of the document.
   * @param models The models, whose names are taken.
   * @param reserved Other names that are taken.
   */
  constructor(
    operations: readonly PathOperation[],
    { all }: Models,
    reserved: readonly string[] = [],
  ) {
    for (const { name, exports } of all) {
      for (const each of [name, ...Object.values({ ...exports })]) this.#taken.add(each);
    }
    for (const name of reserved) this.#taken.add(name);
    for (const rank of [0, 1, 2]) {
      for (const operation of operations) {
        if (rankOf(operation) === rank) this.#names.set(operation, this.#name(operation));
      }
    }
  }

  /** Returns the names of an operation. */
  of(operation: PathOperation): OperationNames {
    const names = this.#names.get(operation);
    if (names === undefined) throw new Error(`No names for ${operation.method} ${operation.path}`);
    return names;
  }

  /** Claims a name for the constant of a security scheme: `bearerAuth`, or else `bearerAuthScheme`. */
  scheme(name: string): string {
    const base = lowerFirst(pascalCase(name)) || "scheme";
    const found = this.#first(base, "Scheme", (each) => [each]);
    this.#taken.add(found);
    return found;
  }

  #name(operation: PathOperation): OperationNames {
    const base = baseOf(operation);
    const value = this.#first(base, "Operation", (each) => [lowerFirst(each)]);
    const types = this.#first(base, "Operation", typesOf);
    const [call, result] = typesOf(types);
    const names = { value: lowerFirst(value), call, result };
    for (const each of Object.values(names)) this.#taken.add(each);
    return { ...names, module: this.#module(value) };
  }

  /** Returns the first name whose exports are free: the base, with a word, with a word and a number. */
  #first(base: string, word: string, namesOf: (name: string) => readonly string[]): string {
    const isFree = (name: string): boolean =>
      namesOf(name).every((each) => !this.#taken.has(each) && !reservedWords.has(each));
    if (isFree(base)) return base;
    let name = `${base}${word}`;
    for (let count = 2; !isFree(name); count += 1) name = `${base}${word}${count}`;
    return name;
  }

  #module(name: string): string {
    const wanted = moduleName(name);
    let module = wanted;
    for (let count = 2; this.#modules.has(module); count += 1) module = `${wanted}-${count}`;
    this.#modules.add(module);
    return module;
  }
}

function typesOf(base: string): readonly [call: string, result: string] {
  return [`${base}Call`, `${base}Result`];
}

function rankOf(operation: PathOperation): number {
  const id = idOf(operation);
  if (id === undefined) return 2;
  return lowerFirst(pascalCase(id)) === id ? 0 : 1;
}

/** `ListBatches` */
function baseOf(operation: PathOperation): string {
  const named = pascalCase(idOf(operation) ?? "");
  const { method, path } = operation;
  return named === "" ? pascalCase(`${method.toLowerCase()} ${path}`) : named;
}

/** Returns the `operationId`, if there is one. */
export function idOf({ operation }: PathOperation): string | undefined {
  const id = ownMember(operation.value, "operationId");
  return typeof id === "string" ? id : undefined;
}
