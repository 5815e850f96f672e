import type { Json } from "../../core/json.js";
import { below, isSamePlace, type Place } from "../../core/place.js";
import { parsePointer } from "../../core/pointer.js";
import { encodeJson, encodeString } from "../../code/encode.js";
import type { Check, Checks } from "../../checks/check.js";
import { expectedOf, expectedOfName, expectedValues } from "./expected.js";
import type { GuardModule } from "./guard-module.js";
import { propertyWithin, type Subject } from "./subject.js";

// The lines of a collector that report what is wrong.

/**
 * Reports that a value breaks a keyword.
 *
 * @param at - Where the keyword is.
 * @param keyword - What to call it, if that is not known.
 */
export function report(
  subject: Subject,
  at: Place | undefined,
  keyword: string,
  expected: string,
  module: GuardModule,
): string {
  const text = subject.isName === true ? expectedOfName(expected) : expected;
  return reportExpected(subject, at, keyword, encodeString(text), module);
}

/** Reports that a value is none of those that are allowed. */
export function reportValues(
  subject: Subject,
  { at, keyword, values }: Pick<Check, "at"> & { keyword: string; values: readonly Json[] },
  module: GuardModule,
): string {
  const expected =
    values.length === 1
      ? encodeString(expectedValues(values))
      : (module.list(values) ?? encodeJson(values));
  return reportExpected(subject, at, keyword, expected, module);
}

function reportExpected(
  subject: Subject,
  at: Place | undefined,
  fallback: string,
  expected: string,
  module: GuardModule,
): string {
  const { value, path, schema, member } = subject;
  const keyword = keywordOf(at, fallback);
  const place = schemaPath(at, schema, keyword, module);
  const what = [encodeString(keyword), expected];
  if (member === undefined) return call(module.runtime("report"), [path, ...what, value, ...place]);
  const { object, name } = member;
  const from = [object.value, encodeString(name)];
  return call(module.runtime("reportProperty"), [object.path, ...what, ...from, ...place]);
}

/**
 * Reports that a property is missing.
 *
 * @param at - Where the keyword is that requires it.
 * @param checks - What would have to hold for the property.
 */
export function reportMissing(
  object: Subject,
  name: string,
  at: Place | undefined,
  checks: Checks,
  module: GuardModule,
): string {
  const keyword = keywordOf(at, "required");
  return call(module.runtime("reportMissing"), [
    propertyWithin(object, "", name).path,
    encodeString(keyword),
    encodeString(expectedOf(checks, module.models)),
    ...schemaPath(at, object.schema, keyword, module),
  ]);
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
  names: string,
  module: GuardModule,
): string {
  return call(module.runtime("reportUnexpected"), [
    member.path,
    // What a policy forbids is at no keyword, so that the place does not always tell it.
    encodeString(keyword),
    names,
    member.value,
    ...schemaPath(at, undefined, keyword, module),
  ]);
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
): readonly string[] {
  const isTold = at === undefined || isDerived(at, schema, keyword);
  return isTold ? [] : [encodeString(module.schemaPath(at))];
}

function isDerived(at: Place, schema: Place | undefined, keyword: string): boolean {
  return schema !== undefined && isSamePlace(at, below(schema, keyword));
}

/** The keyword at a place; a schema that is `false` is none. */
function keywordOf(at: Place | undefined, fallback: string): string {
  if (at === undefined || fallback === "false") return fallback;
  const [token] = parsePointer(at.pointer.slice(at.pointer.lastIndexOf("/")));
  return token ?? fallback;
}

function call(name: string, args: readonly string[]): string {
  return `${name}(findings, ${args.join(", ")});`;
}
