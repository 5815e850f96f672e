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

/** How many regular expressions are kept: they may come from the document. */
const keptExpressions = 100;

/** How many steps are taken at most: by a query, and by all that a document is asked. */
interface StepLimits {
  readonly query: number;
  readonly document: number;
}

/**
 * Parses queries that count what they do, and end when it is too much: each value that is looked at,
 * inside of filters as well, what comparisons go through, and each step of a regular expression.
 */
export class CountedEnvironment extends JSONPathEnvironment {
  readonly #expressions = new Map<string, IRegexp | undefined>();
  #left = 0;
  #leftOfAll = 0;

  readonly #limits: StepLimits;

  constructor(limits: StepLimits = { query: maxQuerySteps, document: maxOverlaySteps }) {
    // A value that is as deep as documents may be is visited one level further.
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

  /** Begins to count for another document. */
  startDocument(): void {
    this.#leftOfAll = this.#limits.document;
  }

  /** Begins to count for another query. */
  startQuery(): void {
    this.#left = Math.min(this.#limits.query, this.#leftOfAll);
  }

  readonly #spend = (steps: number): void => {
    this.#left -= steps;
    this.#leftOfAll -= steps;
    if (this.#left < 0) throw new TooCostlyError();
  };

  /** Has every selector of a query count, and those of the queries in it. */
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

  /** @param isCompared Whether all of a value that it yields may be looked at. */
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
          // A document holds JSON alone.
          this.#spend(measured(value as Json, this.#left).values);
        }
      }
      return nodes;
    };
  }

  /** `match` or `search`; the library's own take exponential time for some expressions. */
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

/** How many parts a value has. */
function partsOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}
