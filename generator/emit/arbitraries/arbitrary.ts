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
  /** All its values, if these are listed. */
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
  return {
    code: list === undefined ? codeOfValues(values) : call(fc("constantFrom"), spread(list)),
    type: join(values.map(typeOfValue)),
    // TypeScript infers a readonly type for an object or an array, which fits no model.
    isInferred: values.every((value) => typeof value !== "object" || value === null),
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
    isExact: options.every(({ isExact }) => isExact),
  };
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
    isExact: items.every(({ isExact }) => isExact),
  };
}
