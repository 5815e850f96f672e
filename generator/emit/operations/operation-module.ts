import type { Checks } from "../../checks/check.js";
import { optimize } from "../../checks/optimize.js";
import { arrow, exported, hoisted, literal, object, pureCall } from "../../code/expressions.js";
import type { Declaration, ExportedName, Expression, Statement } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import type { Direction } from "../../core/direction.js";
import type { Place } from "../../core/place.js";
import { checksOfSchema } from "../../model/lower.js";
import { modelAt } from "../../model/model-at.js";
import type { Model } from "../../model/model.js";
import { lowerFirst, pascalCase } from "../../model/names.js";
import { schemaAsSent } from "../../model/sent-schema.js";
import type { Schema } from "../../schema/schema.js";
import { collectorOfSchema } from "../guards/collector.js";
import { GuardModule } from "../guards/guard-module.js";
import { predicateBody } from "../guards/predicate.js";
import type { OperationsContext } from "./context.js";

/** The schemas of one operation that are not models, as constants of its module. */
export class OperationModule {
  readonly context: OperationsContext;
  readonly #guards: GuardModule;
  readonly #constants: Declaration[] = [];
  readonly #names = new Set<string>();
  readonly #known = new Map<string, Expression>();

  constructor(context: OperationsContext) {
    this.context = context;
    this.#guards = new GuardModule([], context.guards);
  }

  /** The constants and functions that the description of the operation uses. */
  finish(): readonly Declaration[] {
    this.#guards.finish();
    return [...this.#guards.hoisted, ...this.#constants];
  }

  /** The model of the schema at a place. */
  model(place: Place, direction: Direction): Model | undefined {
    const { schemas, models } = this.context;
    return modelAt(place, direction, schemas, models);
  }

  /** The schema at a place without the properties that are not sent in a direction. */
  schema(place: Place, direction: Direction): Schema {
    const { schemas, models } = this.context;
    return schemaAsSent(schemas.at(place), direction, schemas, models);
  }

  /** The place of a schema as issues show it. */
  schemaPath(place: Place): string {
    return this.#guards.schemaPath(place);
  }

  /**
   * The code of the `ValueSchema` of the schema at a place: that of its model, or one made from its checks.
   *
   * @param name What it describes, for the name of a constant.
   */
  valueSchema(place: Place, direction: Direction, name: string): Expression {
    const model = this.model(place, direction);
    if (model !== undefined) return this.schemaOf(model);
    return this.schemaOfChecks(this.checks(this.schema(place, direction), direction), place, name);
  }

  /** The exported schema of a model. */
  schemaOf({ module, exports }: Model): ExportedName {
    return exported(exports.schema, `guards/${module}`);
  }

  /** The checks of a schema that is not a model. */
  checks(schema: Schema, direction: Direction): Checks {
    return optimize(checksOfSchema(schema, this.context.modelsIn[direction]));
  }

  /** The code of a `ValueSchema` that makes some checks. */
  schemaOfChecks(checks: Checks, place: Place, name: string): Expression {
    const simple = simpleSchema(checks);
    const path = this.schemaPath(place);
    if (simple !== undefined) return pureCall(exported(simple, "runtime/any-value"), literal(path));
    const key = `${path} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const constant = this.#constant(
      name,
      object([
        ["is", arrow(["value"], bodyOf(predicateBody(checks, this.#guards)))],
        ["~collect", collectorOfSchema(place, checks, this.#guards)],
        ["~place", literal(path)],
      ]),
    );
    this.#known.set(key, constant);
    return constant;
  }

  /** A function that tells whether a value is valid under a schema. */
  predicate(schema: Schema, direction: Direction): Expression {
    const model = this.context.modelsIn[direction].byId.get(schema.id);
    if (model !== undefined) return exported(model.exports.is, `guards/${model.module}`);
    return this.#guards.predicate(this.checks(schema, direction));
  }

  /** A function that tells whether a value is valid under any of some schemas. */
  predicateOfAny(schemas: readonly Schema[], direction: Direction): Expression {
    const [only, ...others] = schemas;
    if (only !== undefined && others.length === 0) return this.predicate(only, direction);
    const branches = schemas.map((schema) => this.checks(schema, direction));
    return this.#guards.predicate(optimize([{ kind: "any", branches }]));
  }

  #constant(name: string, value: Expression): Expression {
    const base = `${lowerFirst(pascalCase(name)) || "value"}Schema`;
    let own = base;
    for (let count = 2; this.#names.has(own); count += 1) own = `${base}${count}`;
    this.#names.add(own);
    const type = typeReference(exported("ValueSchema", "runtime/parameter"));
    this.#constants.push({ kind: "constant", name: own, type, value, isHoisted: true });
    return hoisted(own);
  }
}

/** The body of an arrow function: an expression, if it only returns one. */
function bodyOf(statements: readonly Statement[]): Expression | readonly Statement[] {
  const [first, ...others] = statements;
  return first?.kind === "return" && others.length === 0 ? first.value : statements;
}

/** The function of the runtime that makes a schema with these checks, if there is one. */
function simpleSchema(checks: Checks): string | undefined {
  const [only, ...others] = checks;
  if (only === undefined) return "anyValue";
  if (others.length > 0 || (only.kind !== "types" && only.kind !== "cases")) return undefined;
  const [type, ...otherTypes] = only.types ?? [];
  if (type === undefined || otherTypes.length > 0) return undefined;
  if (only.kind === "cases" && [...only.cases.values()].some((inner) => inner.length > 0)) {
    return undefined;
  }
  return simpleSchemas.get(type);
}

const simpleSchemas: ReadonlyMap<string, string> = new Map([
  ["string", "anyText"],
  ["number", "anyNumber"],
  ["integer", "anyInteger"],
  ["boolean", "anyBoolean"],
]);
