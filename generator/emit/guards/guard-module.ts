import type { SchemaId } from "../../core/schema-id.js";
import type { Json } from "../../core/json.js";
import type { Place } from "../../core/place.js";
import { relativeUri } from "../../core/uri.js";
import type { Model, Models } from "../../model/model.js";
import { modelOf } from "../../model/model-of.js";
import { encodeRegExp } from "../../code/encode.js";
import { Imports } from "../../code/imports.js";
import { runtimeModules, type RuntimeName } from "../runtime.js";
import type { Declaration } from "../../code/source-file.js";
import type { Checks, EvaluationTarget } from "../../checks/check.js";
import { parameterOf } from "../../code/parameters.js";
import type { ValueLists } from "./value-lists.js";

/** How many functions are printed in each other at most. */
const deepest = 100;

/** What the guards of all modules have in common. */
export interface GuardContext {
  readonly models: Models;
  /** The names of all models. */
  readonly names: ReadonlySet<string>;
  /** The URI of the document, which places are shown relative to. */
  readonly documentUri: string;
  readonly lists: ValueLists;
  /** Prints the body of a function that tells whether checks hold for `value`. */
  readonly printPredicate: (checks: Checks, module: GuardModule) => string;
}

/** What the guards of one module need besides their own functions, gathered while they are printed. */
export class GuardModule {
  readonly models: Models;
  readonly imports: Imports = new Imports();
  /** Constants and functions that stand outside the guards. */
  readonly hoisted: Declaration[] = [];
  readonly #module: string;
  readonly #members: readonly Model[];
  readonly #context: GuardContext;
  /** The names of constants and functions outside the guards. */
  readonly #names = new Set<string>();
  /** The next number to try for a name, by what stands before it. */
  readonly #counts = new Map<string, number>();
  readonly #patterns = new Map<string, string>();
  readonly #nameSets = new Map<string, string>();
  readonly #functions = new Map<unknown, string>();
  /** How many functions are being printed, each for the one before it. */
  #depth = 0;
  readonly #deferred: (() => void)[] = [];

  constructor(module: string, members: readonly Model[], context: GuardContext) {
    this.#module = module;
    this.#members = members;
    this.#context = context;
    this.models = context.models;
  }

  /** Names a function of the runtime, and has it imported. */
  runtime(name: RuntimeName): string {
    return this.imports.value(name, `../runtime/${runtimeModules[name]}.js`);
  }

  /** Names a function of a model's guard, and has it imported. */
  guard(id: SchemaId, name: "is" | "collect"): string {
    const { module, exports } = this.model(id);
    const exported = exports[name];
    return module === this.#module ? exported : this.imports.value(exported, `./${module}.js`);
  }

  /** The model with an id. */
  model(id: SchemaId): Model {
    return modelOf(id, this.models);
  }

  /** A place as issues show it: `#/components/schemas/Batch`, in another file `pets.yaml#/Cat`. */
  schemaPath({ uri, pointer }: Place): string {
    return `${relativeUri(this.#context.documentUri, uri)}#${pointer}`;
  }

  /**
   * Names the list of values that a model exports; undefined, if none has just these. Only those count
   * that the module leads to: it would have to change with any other that comes or goes.
   */
  list(values: readonly Json[]): string | undefined {
    const { lists } = this.#context;
    const model = lists.among(this.#members, values) ?? lists.reachedFrom(this.#members, values);
    return model && this.imports.value(model.exports.values, `../models/${model.module}.js`);
  }

  /** Names a regular expression that is compiled once. */
  pattern(source: string): string {
    const known = this.#patterns.get(source);
    if (known !== undefined) return known;
    const name = this.#fresh("pattern");
    this.#patterns.set(source, name);
    this.hoisted.push({ kind: "constant", name, value: encodeRegExp(source), exported: false });
    return name;
  }

  /** Names the regular expression of a format. */
  format(format: string, pattern: RegExp): string {
    const known = this.#patterns.get(String(pattern));
    if (known !== undefined) return known;
    const name = this.#fresh(
      `${format.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Format`,
    );
    this.#patterns.set(String(pattern), name);
    this.hoisted.push({ kind: "constant", name, value: String(pattern), exported: false });
    return name;
  }

  /** Names a set of property names, given as string literals. */
  nameSet(names: readonly string[]): string {
    const elements = names.join(", ");
    const known = this.#nameSets.get(elements);
    if (known !== undefined) return known;
    const name = this.#fresh("names");
    this.#nameSets.set(elements, name);
    this.hoisted.push({
      kind: "constant",
      name,
      value: `/* @__PURE__ */ new Set<string>([${elements}])`,
      exported: false,
    });
    return name;
  }

  /** Names a function that tells whether some checks hold, for where an expression is needed. */
  predicate(checks: Checks): string {
    const print = (): string => this.#context.printPredicate(checks, this);
    return this.#function(checks, "matches", ["value: unknown"], print);
  }

  /**
   * Names a function that tells whether a property or an item is evaluated.
   *
   * @param identity - What is the same for the same function.
   */
  evaluator(identity: unknown, target: EvaluationTarget, print: () => string): string {
    const key = target === "properties" ? "key: string" : "index: number";
    return this.#function(identity, "evaluates", ["value: unknown", key], print);
  }

  /** Has a function stand beside the guards, once. */
  #function(
    identity: unknown,
    base: string,
    parameters: readonly string[],
    print: () => string,
  ): string {
    const known = this.#functions.get(identity);
    if (known !== undefined) return known;
    const name = this.#fresh(base);
    this.#functions.set(identity, name);
    const hoist = (): void => {
      this.#depth += 1;
      const body = print();
      this.#depth -= 1;
      this.hoisted.push({
        kind: "function",
        name,
        parameters: parameters.map((parameter) => parameterOf(parameter, body)),
        returns: "boolean",
        body,
        exported: false,
      });
    };
    // What one model evaluates may depend on another one, as often as the document says.
    if (this.#depth < deepest) hoist();
    else this.#deferred.push(hoist);
    return name;
  }

  /** Prints the functions that are still missing. */
  finish(): void {
    for (let hoist = this.#deferred.pop(); hoist !== undefined; hoist = this.#deferred.pop()) {
      hoist();
    }
  }

  /** A name that nothing else in the module has: `pattern`, `pattern2`, … */
  #fresh(base: string): string {
    let name = base;
    const isTaken = (): boolean => this.#names.has(name) || this.#context.names.has(name);
    // What was taken once stays taken, so that there is no need to try it again.
    let count = this.#counts.get(base) ?? 2;
    for (; isTaken(); count += 1) name = `${base}${count}`;
    this.#counts.set(base, count);
    this.#names.add(name);
    return name;
  }
}
