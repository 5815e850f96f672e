import type { SchemaId } from "../../core/schema-id.js";
import type { Json } from "../../core/json.js";
import type { Place } from "../../core/place.js";
import { relativeUri } from "../../core/uri.js";
import type { Model, Models } from "../../model/model.js";
import { modelOf } from "../../model/model-of.js";
import { pascalCase } from "../../model/names.js";
import { exported, global, hoisted, literal, property } from "../../code/expressions.js";
import type {
  Declaration,
  ExportedName,
  Expression,
  Parameter,
  Statement,
} from "../../code/nodes.js";
import { booleanType, numberType, stringType, unknownType } from "../../code/type-nodes.js";
import { runtimeModules, runtimePath, type RuntimeName } from "../runtime.js";
import type { Checks, EvaluationTarget } from "../../checks/check.js";
import { isFork } from "../../checks/forks.js";
import type { ValueLists } from "./value-lists.js";

/** How many functions may be printed recursively, each inside the one before. */
const deepest = 100;

/** The context that the guards of all modules share. */
export interface GuardContext {
  readonly models: Models;
  /** The URI of the document: places are shown relative to it. */
  readonly documentUri: string;
  readonly lists: ValueLists;
  /** The models whose guards could be called over and over for one part of a value. */
  readonly repeated: ReadonlySet<Model>;
  /** The body of a function that tells whether checks hold for `value`. */
  readonly predicateBody: (checks: Checks, module: GuardModule) => readonly Statement[];
}

/**
 * The constants and functions that the guards of one module need, gathered while they are printed.
 */
export class GuardModule {
  readonly models: Models;
  /** Constants and functions outside the guards. */
  readonly hoisted: Declaration[] = [];
  readonly #members: readonly Model[];
  readonly #context: GuardContext;
  /** The names of constants and functions outside the guards. */
  readonly #names = new Set<string>();
  /** The next number to try for a name, by the text before it. */
  readonly #counts = new Map<string, number>();
  readonly #patterns = new Map<string, string>();
  readonly #nameSets = new Map<string, string>();
  readonly #functions = new Map<unknown, string>();
  /** How many functions are being printed, each for the one before it. */
  #depth = 0;
  readonly #deferred: (() => void)[] = [];

  constructor(members: readonly Model[], context: GuardContext) {
    this.#members = members;
    this.#context = context;
    this.models = context.models;
  }

  /** A function of the runtime. */
  runtime(name: RuntimeName): ExportedName {
    return exported(name, runtimePath(runtimeModules[name]));
  }

  /** An export of the guard of a model: its predicate, or its schema. */
  guard(id: SchemaId, name: "is" | "schema"): ExportedName {
    const { module, exports } = this.model(id);
    return exported(exports[name], `guards/${module}`);
  }

  /** Whether a model with these checks has to remember its verdicts on values. */
  isRemembering(model: Model, checks: Checks): boolean {
    const { repeated } = this.#context;
    return repeated.has(model) && isFork(checks, (id) => repeated.has(this.model(id)));
  }

  /** The function of a model's schema that collects the issues of a value. */
  collector(id: SchemaId): Expression {
    return property(this.guard(id, "schema"), "~collect");
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
   * The exported list of exactly these values, or undefined if no model has one. Only models that
   * the module uses are considered: otherwise it would change when an unrelated model is added or
   * removed.
   */
  list(values: readonly Json[]): ExportedName | undefined {
    const { lists } = this.#context;
    const model = lists.among(this.#members, values) ?? lists.reachedFrom(this.#members, values);
    return model && exported(model.exports.values, `models/${model.module}`);
  }

  /** A regular expression that is compiled once. */
  pattern(source: string): Expression {
    return this.#regExp("pattern", source, "u");
  }

  /** The regular expression of a format. */
  format(format: string, { source, flags }: RegExp): Expression {
    // The name of a format in the config may be any text.
    const name = pascalCase(`${format}-format`).replace(/^\p{Lu}/u, (first) => first.toLowerCase());
    return this.#regExp(name, source, flags);
  }

  #regExp(base: string, source: string, flags: string): Expression {
    const value: Expression = { kind: "regexp", source, flags };
    return this.#constant(this.#patterns, `${flags} ${source}`, base, value);
  }

  /** A set of property names. */
  nameSet(names: readonly string[]): Expression {
    return this.#constant(this.#nameSets, JSON.stringify(names), "names", {
      kind: "new",
      callee: global("Set"),
      types: [stringType],
      args: [literal(names)],
    });
  }

  /** Adds a constant beside the guards, once. */
  #constant(
    known: Map<string, string>,
    identity: string,
    base: string,
    value: Expression,
  ): Expression {
    const name = known.get(identity) ?? this.#fresh(base);
    if (!known.has(identity)) {
      known.set(identity, name);
      this.hoisted.push({ kind: "constant", name, value, isHoisted: true });
    }
    return hoisted(name);
  }

  /** A function that tells whether checks hold, for places where an expression is needed. */
  predicate(checks: Checks): Expression {
    const body = (): readonly Statement[] => this.#context.predicateBody(checks, this);
    return this.#function(checks, "matches", [valueParameter], body);
  }

  /**
   * A function that tells whether a property or an item is evaluated.
   *
   * @param identity - A key that is the same for the same function.
   */
  evaluator(
    identity: unknown,
    target: EvaluationTarget,
    body: () => readonly Statement[],
  ): Expression {
    const key: Parameter =
      target === "properties"
        ? { name: "key", optional: false, type: stringType }
        : { name: "index", optional: false, type: numberType };
    return this.#function(identity, "evaluates", [valueParameter, key], body);
  }

  /** Adds a function beside the guards, once. */
  #function(
    identity: unknown,
    base: string,
    parameters: readonly Parameter[],
    body: () => readonly Statement[],
  ): Expression {
    const known = this.#functions.get(identity);
    if (known !== undefined) return hoisted(known);
    const name = this.#fresh(base);
    this.#functions.set(identity, name);
    const hoist = (): void => {
      this.#depth += 1;
      const statements = body();
      this.#depth -= 1;
      this.hoisted.push({
        kind: "function",
        name,
        parameters,
        returns: booleanType,
        body: statements,
        isHoisted: true,
      });
    };
    // Chains of models whose evaluation depends on the next one may have any length.
    if (this.#depth < deepest) hoist();
    else this.#deferred.push(hoist);
    return hoisted(name);
  }

  /** Prints the functions that are still missing. */
  finish(): void {
    for (let hoist = this.#deferred.pop(); hoist !== undefined; hoist = this.#deferred.pop()) {
      hoist();
    }
  }

  /** A free name for a declaration beside the guards: `pattern`, `pattern2`, … … */
  #fresh(base: string): string {
    let name = base;
    // A taken name stays taken, so that it need not be tried again.
    let count = this.#counts.get(base) ?? 2;
    for (; this.#names.has(name); count += 1) name = `${base}${count}`;
    this.#counts.set(base, count);
    this.#names.add(name);
    return name;
  }
}

const valueParameter: Parameter = { name: "value", optional: false, type: unknownType };
