import { call, exported, literal, object, spread } from "../../code/expressions.js";
import type { ExportedName, Expression } from "../../code/nodes.js";
import type { Json } from "../../core/json.js";
import { join } from "../../types/algebra.js";
import { nullType, unknownType, type Type } from "../../types/type.js";

/** An arbitrary of fast-check that makes values of a part of a model. */
export interface Arbitrary {
  readonly code: Expression;
  /** A type that all its values have. */
  readonly type: Type;
  /** Whether TypeScript infers exactly this type. */
  readonly isInferred: boolean;
  /** Whether every value that it makes passes the checks of the part. */
  readonly isExact: boolean;
  /** The depth identifier, if values of recursive models are nested in its values. */
  readonly depthIdentifier?: string | undefined;
  /** About how many scalars a value contains; 1, if undefined. */
  readonly weight?: number | undefined;
  /** How many values it makes, if these are listed scalars. */
  readonly scalars?: number | undefined;
  /** All its values, if these are listed in its code. */
  readonly values?: readonly Json[];
}

/** How few values a search for arbitraries returns. */
export const mostListed = 12;

/** A function of fast-check. */
export function fc(name: string): ExportedName {
  return exported(name, "fast-check");
}

/** A call of a function of fast-check, without constraints that are undefined. */
export function arbitraryCall(
  name: string,
  args: readonly Expression[],
  constraints: Readonly<Record<string, Json | undefined>> = {},
): Expression {
  const given = Object.entries(constraints).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, literal(value)] as const],
  );
  return call(fc(name), ...args, ...(given.length === 0 ? [] : [object(given)]));
}

/** An arbitrary of listed values. */
export function listed(values: readonly Json[], list?: ExportedName): Arbitrary {
  const isScalar = values.every((value) => typeof value !== "object" || value === null);
  return {
    code: list === undefined ? codeOfValues(values) : call(fc("constantFrom"), spread(list)),
    type: join(values.map(typeOfValue)),
    // TypeScript infers a readonly type for an object or an array, which fits no model.
    isInferred: isScalar,
    scalars: isScalar ? values.length : undefined,
    isExact: true,
    values,
  };
}

function codeOfValues(values: readonly Json[]): Expression {
  const [only] = values;
  if (only !== undefined && values.length === 1) return call(fc("constant"), literal(only));
  if (values.length === 2 && values.includes(true) && values.includes(false)) {
    return call(fc("boolean"));
  }
  return call(fc("constantFrom"), ...values.map((value) => literal(value)));
}

function typeOfValue(value: Json): Type {
  if (typeof value === "object") return value === null ? nullType : unknownType;
  return { kind: "literal", value };
}

/** An arbitrary that makes values of one of several. */
export function oneOf(options: readonly Arbitrary[]): Arbitrary | undefined {
  const isScalar = ({ values }: Arbitrary): boolean =>
    values?.every((value) => typeof value !== "object") === true;
  const constants = options.filter(isScalar);
  const [first, ...more] = constants;
  const merged =
    first === undefined || more.length === 0
      ? options
      : options.flatMap((option) => {
          if (option === first) {
            return [listed([...new Set(constants.flatMap(({ values = [] }) => values))])];
          }
          return isScalar(option) ? [] : [option];
        });
  const isNull = ({ values }: Arbitrary): boolean => values?.length === 1 && values[0] === null;
  const others = merged.filter((option) => !isNull(option));
  const plain = single(others);
  if (plain === undefined || others.length === merged.length) return plain ?? merged[0];
  return {
    code: call(fc("option"), plain.code),
    type: join([plain.type, nullType]),
    isInferred: plain.isInferred,
    depthIdentifier: plain.depthIdentifier,
    weight: plain.weight,
    isExact: plain.isExact,
  };
}

function single(options: readonly Arbitrary[]): Arbitrary | undefined {
  const [only] = options;
  if (options.length <= 1) return only;
  return {
    code: call(fc("oneof"), ...options.map(({ code }) => code)),
    type: join(options.map(({ type }) => type)),
    isInferred: options.every(({ isInferred }) => isInferred),
    depthIdentifier: depthOf(options),
    weight: weightOf(options) / options.length,
    isExact: options.every(({ isExact }) => isExact),
  };
}

/** The depth identifier of an arbitrary that contains some parts. */
export function depthOf(parts: readonly Arbitrary[]): string | undefined {
  return parts.find(({ depthIdentifier }) => depthIdentifier !== undefined)?.depthIdentifier;
}

/** About how many scalars some values together contain. */
export function weightOf(parts: readonly Arbitrary[]): number {
  return parts.reduce((sum, { weight = 1 }) => sum + weight, 0);
}

/** About how many items fast-check makes for an array or a map, unless it is asked for few. */
const usualLength = 5;

/** Arrays and maps of items with more scalars than this are short. */
const heavy = 100;

/** The constraint that makes an array or a map short if its items are large, and its weight. */
export function sizeFor({ weight = 1 }: Arbitrary): {
  readonly size: "-1" | undefined;
  readonly weight: number;
} {
  const isHeavy = weight > heavy;
  return { size: isHeavy ? "-1" : undefined, weight: isHeavy ? weight : weight * usualLength };
}

/** An arbitrary of arrays whose items have arbitraries of their own. */
export function tuple(items: readonly Arbitrary[]): Arbitrary {
  return {
    code: call(fc("tuple"), ...items.map(({ code }) => code)),
    type: {
      kind: "tuple",
      items: items.map(({ type }) => type),
      required: items.length,
      rest: { kind: "never" },
    },
    isInferred: items.every(({ isInferred }) => isInferred),
    depthIdentifier: depthOf(items),
    weight: weightOf(items),
    isExact: items.every(({ isExact }) => isExact),
  };
}
