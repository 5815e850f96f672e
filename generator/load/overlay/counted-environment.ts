import {
  FunctionExpressionType,
  JSONPathEnvironment,
  JSONPathNodeList,
  jsonpath,
  type FilterFunction,
  type JSONPathQuery,
} from "json-p3";
import type { Json } from "../../core/json.js";
import { maxNesting } from "../../text/limits.js";
import { compileIRegexp, matches, type IRegexp } from "./i-regexp.js";
import { maxOverlaySteps, maxQuerySteps, TooCostlyError } from "./limits.js";
import { measured } from "./measure.js";

const { FilterSelector, IndexSelector, NameSelector } = jsonpath.selectors;
const { FilterQuery, FunctionExtension, InfixExpression, LogicalExpression, PrefixExpression } =
  jsonpath.expressions;

/** How many regular expressions are cached: they may come from the document. */
const keptExpressions = 100;

/** The most steps of one query, and of all queries of a document. */
interface StepLimits {
  readonly query: number;
  readonly document: number;
}

/**
 * Parses queries that count their steps and throw at a limit. Steps are visited values, including those in
 * filters and comparisons, and the steps of regular expressions.
 */
export class CountedEnvironment extends JSONPathEnvironment {
  readonly #expressions = new Map<string, IRegexp | undefined>();
  #left = 0;
  #leftOfAll = 0;

  readonly #limits: StepLimits;

  constructor(limits: StepLimits = { query: maxQuerySteps, document: maxOverlaySteps }) {
    // Queries visit one level more than the deepest allowed value.
    super({ maxRecursionDepth: maxNesting + 2 });
    this.#limits = limits;
    this.functionRegister.set("match", this.#regexpFunction(true));
    this.functionRegister.set("search", this.#regexpFunction(false));
  }

  override compile(path: string): JSONPathQuery {
    const query = super.compile(path);
    this.#count(query);
    return query;
  }

  /** Resets the counters for another document. */
  startDocument(): void {
    this.#leftOfAll = this.#limits.document;
  }

  /** Resets the counter for another query. */
  startQuery(): void {
    this.#left = Math.min(this.#limits.query, this.#leftOfAll);
  }

  readonly #spend = (steps: number): void => {
    this.#left -= steps;
    this.#leftOfAll -= steps;
    if (this.#left < 0) throw new TooCostlyError();
  };

  /** Makes all selectors of a query count, including those of nested queries. */
  #count({ segments }: JSONPathQuery): void {
    for (const selector of segments.flatMap((segment) => segment.selectors)) {
      const isOne = selector instanceof NameSelector || selector instanceof IndexSelector;
      const resolve = selector.resolve.bind(selector);
      selector.resolve = (node) => {
        this.#spend(isOne ? 1 : 1 + partsOf(node.value));
        return resolve(node);
      };
      if (selector instanceof FilterSelector) this.#countExpression(selector.expression, false);
    }
  }

  /** @param isCompared Whether its result is compared, which may visit the whole value. */
  #countExpression(expression: jsonpath.expressions.FilterExpression, isCompared: boolean): void {
    if (expression instanceof LogicalExpression) {
      this.#countExpression(expression.expression, false);
    } else if (expression instanceof PrefixExpression) {
      this.#countExpression(expression.right, false);
    } else if (expression instanceof InfixExpression) {
      this.#countExpression(expression.left, !expression.logical);
      this.#countExpression(expression.right, !expression.logical);
    } else if (expression instanceof FunctionExtension) {
      for (const argument of expression.args) this.#countExpression(argument, false);
    } else if (expression instanceof FilterQuery) {
      this.#count(expression.path);
      if (isCompared) this.#countCompared(expression);
    }
  }

  #countCompared(query: jsonpath.expressions.FilterQuery): void {
    const evaluate = query.evaluate.bind(query);
    query.evaluate = (context) => {
      const nodes: unknown = evaluate(context);
      if (nodes instanceof JSONPathNodeList) {
        for (const { value } of nodes.nodes) {
          // Documents consist of JSON values.
          this.#spend(measured(value as Json, this.#left).values);
        }
      }
      return nodes;
    };
  }

  /** `match` or `search`: those of the library take exponential time for some expressions. */
  #regexpFunction(isWhole: boolean): FilterFunction {
    const { LogicalType, ValueType } = FunctionExpressionType;
    return {
      argTypes: [ValueType, ValueType],
      returnType: LogicalType,
      call: (text, pattern) => {
        if (typeof text !== "string" || typeof pattern !== "string") return false;
        const expression = this.#compiled(pattern);
        return expression !== undefined && matches(expression, text, isWhole, this.#spend);
      },
    };
  }

  #compiled(pattern: string): IRegexp | undefined {
    if (this.#expressions.has(pattern)) return this.#expressions.get(pattern);
    const expression = compileIRegexp(pattern);
    this.#spend(pattern.length + 10 * (expression?.states.length ?? 0));
    if (this.#expressions.size >= keptExpressions) this.#expressions.clear();
    this.#expressions.set(pattern, expression);
    return expression;
  }
}

/** Returns how many members or items a value has. */
function partsOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}
