import type { Json } from "../../core/json.js";
import { below, isSamePlace, type Place } from "../../core/place.js";
import { parsePointer } from "../../core/pointer.js";
import { call, literal, undefinedValue } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import type { RuntimeName } from "../runtime.js";
import { expectedOfName } from "./expected.js";
import type { GuardModule } from "./guard-module.js";
import { propertyWithin, type Subject } from "./subject.js";

// The calls in a collector that report issues.

/**
 * Reports that a value breaks a keyword.
 *
 * @param at - The place of the keyword.
 * @param fallback - The keyword to report, if its place is unknown.
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

/** The same for a keyword that is not the last token of the pointer to its place. */
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
 * Reports that a property does not have one of some scalar types. Returns undefined if the path
 * does not imply the schema.
 *
 * @param required - Whether a missing property is reported too.
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

/** Reports that a value is not one of the allowed ones. */
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
 * @param at - The place of the keyword that requires it.
 * @param expected - The text for what is expected of the property.
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
 * Reports a property that is not allowed.
 *
 * @param names - An expression for the allowed names.
 */
export function reportUnexpected(
  member: Subject,
  at: Place | undefined,
  keyword: string,
  names: Expression,
  module: GuardModule,
): Expression {
  const { path, value } = member;
  // A property that a policy forbids has no keyword in the document, so the place does not always
  // tell the keyword.
  const place = schemaPath(at, undefined, keyword, module);
  return reportBy("reportUnexpected", [path, literal(keyword), names, value, ...place], module);
}

/** Whether the path implies which schema requires a property. */
export function isRequiredAround(object: Subject, at: Place | undefined): boolean {
  return at === undefined || pathImpliesSchema(at, object.schema, "required");
}

/** The place of the keyword, as the last argument; none, if the path implies it. */
export function schemaPath(
  at: Place | undefined,
  schema: Place | undefined,
  keyword: string,
  module: GuardModule,
): readonly Expression[] {
  const isImplied = at === undefined || pathImpliesSchema(at, schema, keyword);
  return isImplied ? [] : [literal(module.schemaPath(at))];
}

function pathImpliesSchema(at: Place, schema: Place | undefined, keyword: string): boolean {
  return schema !== undefined && isSamePlace(at, below(schema, keyword));
}

/** The keyword at a place. */
function keywordAt(at: Place | undefined): string | undefined {
  return at && parsePointer(at.pointer.slice(at.pointer.lastIndexOf("/"))).at(-1);
}

function reportBy(name: RuntimeName, args: readonly Expression[], module: GuardModule): Expression {
  return call(module.runtime(name), ...args);
}
