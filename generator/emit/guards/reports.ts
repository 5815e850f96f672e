import type { Json } from "../../core/json.js";
import { below, isSamePlace, type Place } from "../../core/place.js";
import { parsePointer } from "../../core/pointer.js";
import { call, literal, undefinedValue } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import type { RuntimeName } from "../runtime.js";
import { expectedOfName } from "./expected.js";
import type { GuardModule } from "./guard-module.js";
import { propertyWithin, type Subject } from "./subject.js";

// The calls in a collector that report what is wrong.

/**
 * Reports that a value breaks a keyword.
 *
 * @param at - Where the keyword is.
 * @param fallback - What to call it, if that is not known.
 */
export function report(
  subject: Subject,
  at: Place | undefined,
  fallback: string,
  expected: string,
  module: GuardModule,
): Expression {
  return reportAs(subject, at, keywordAt(at) ?? fallback, expected, module);
}

/** The same for a keyword that is not the last name on the way to the place. */
export function reportAs(
  subject: Subject,
  at: Place | undefined,
  keyword: string,
  expected: string,
  module: GuardModule,
): Expression {
  const text = subject.isName === true ? expectedOfName(expected) : expected;
  return reportExpected(subject, at, keyword, literal(text), module);
}

/**
 * Reports that a property is not of one of some scalar types; undefined, if the runtime cannot tell by
 * the path which schema says so.
 *
 * @param required - Whether it is reported as well that it is missing.
 */
export function reportType(
  { member, schema }: Subject,
  at: Place | undefined,
  expected: string,
  required: boolean,
  module: GuardModule,
): Expression | undefined {
  if (member === undefined || schemaPath(at, schema, "type", module).length > 0) return undefined;
  const { object, name } = member;
  const args = [object.path, literal(expected), object.value, literal(name)];
  return reportBy(required ? "requireType" : "checkType", args, module);
}

/** Reports that a value is none of those that are allowed. */
export function reportValues(
  subject: Subject,
  { at, keyword, values }: { at?: Place; keyword: string; values: readonly Json[] },
  module: GuardModule,
): Expression {
  const expected = (values.length > 1 ? module.list(values) : undefined) ?? literal(values);
  return reportExpected(subject, at, keywordAt(at) ?? keyword, expected, module);
}

function reportExpected(
  subject: Subject,
  at: Place | undefined,
  keyword: string,
  expected: Expression,
  module: GuardModule,
): Expression {
  const { value, path, schema, member } = subject;
  const what = [literal(keyword), expected];
  const place = schemaPath(at, schema, keyword, module);
  if (member === undefined) return reportBy("report", [path, ...what, value, ...place], module);
  const { object, name } = member;
  const from = [object.value, literal(name)];
  return reportBy("reportProperty", [object.path, ...what, ...from, ...place], module);
}

/**
 * Reports that a property is missing.
 *
 * @param at - Where the keyword is that requires it.
 * @param expected - What would have to hold for the property.
 */
export function reportMissing(
  object: Subject,
  name: string,
  at: Place | undefined,
  expected: string,
  module: GuardModule,
): Expression {
  const keyword = keywordAt(at) ?? "required";
  const { path } = propertyWithin(object, undefinedValue, name);
  const place = schemaPath(at, object.schema, keyword, module);
  const text = object.reason === undefined ? expected : `${expected} because ${object.reason}`;
  return reportBy("reportMissing", [path, literal(keyword), literal(text), ...place], module);
}

/**
 * Reports that a property must not be there.
 *
 * @param names - An expression for the names that there may be.
 */
export function reportUnexpected(
  member: Subject,
  at: Place | undefined,
  keyword: string,
  names: Expression,
  module: GuardModule,
): Expression {
  const { path, value } = member;
  // What a policy forbids is at no keyword, so that the place does not always tell it.
  const place = schemaPath(at, undefined, keyword, module);
  return reportBy("reportUnexpected", [path, literal(keyword), names, value, ...place], module);
}

/** Whether the runtime can tell by the path which schema requires a property. */
export function isRequiredAround(object: Subject, at: Place | undefined): boolean {
  return at === undefined || isDerived(at, object.schema, "required");
}

/** Where the keyword is, as the last argument; none, if the runtime can tell by the path. */
export function schemaPath(
  at: Place | undefined,
  schema: Place | undefined,
  keyword: string,
  module: GuardModule,
): readonly Expression[] {
  const isTold = at === undefined || isDerived(at, schema, keyword);
  return isTold ? [] : [literal(module.schemaPath(at))];
}

function isDerived(at: Place, schema: Place | undefined, keyword: string): boolean {
  return schema !== undefined && isSamePlace(at, below(schema, keyword));
}

/** The keyword at a place. */
function keywordAt(at: Place | undefined): string | undefined {
  return at && parsePointer(at.pointer.slice(at.pointer.lastIndexOf("/"))).at(-1);
}

function reportBy(name: RuntimeName, args: readonly Expression[], module: GuardModule): Expression {
  return call(module.runtime(name), ...args);
}
