import type { SchemaId } from "../../core/schema-id.js";
import { below, isSamePlace } from "../../core/place.js";
import type { Model } from "../../model/model.js";
import { encodeString } from "../../code/encode.js";
import type { Checks } from "../../checks/check.js";
import { line, not, printStatements, test, when, type Statement } from "../../code/code.js";
import { statementsOf } from "./collector.js";
import { expectedTypes } from "./expected.js";
import type { GuardModule } from "./guard-module.js";
import { caseOf } from "../../checks/optimize.js";
import { mentions } from "../../code/parameters.js";
import { report, reportValues } from "./reports.js";
import { argument, type Subject } from "./subject.js";
import { typesTest, typeTest } from "./tests.js";

/** Prints the body of a function that adds to `findings` what the checks of a model find wrong. */
export function printCollector(model: Model, checks: Checks, module: GuardModule): string {
  const subject: Subject = { ...argument, schema: model.schema.place };
  const [only, ...others] = checks;
  if (only?.kind === "equals" && others.length === 0) {
    const failure = reportValues(isFollowing(model) ? subject : argument, only, module);
    return printStatements(when(not(test(`${model.exports.is}(value)`)), [line(failure)]));
  }
  const body = printStatements(modelStatements(checks, subject, module));
  return isFollowing(model) || !mentions(body, "path")
    ? body
    : `path = ${entered("path", model, module)};\n${body}`;
}

/** A path under which the schema of a model takes over. */
function entered(path: string, { schema }: Model, module: GuardModule): string {
  return `${module.runtime("enter")}(${path}, ${encodeString(module.schemaPath(schema.place))})`;
}

/**
 * Whether the path tells, where the model is used, that its schema is meant: it is that of a
 * property or of the items of another one. Collectors of all others tell it themselves.
 */
export function isFollowing({ schema: { place } }: Model): boolean {
  return /\/(?:properties\/[^/]*|items)$/.test(place.pointer);
}

/** Whether a model needs not be told, at a subject, which schema is meant. */
export function followsFrom({ schema }: Subject, model: Model): boolean {
  return (schema !== undefined && isSamePlace(schema, model.schema.place)) || !isFollowing(model);
}

function modelStatements(
  checks: Checks,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const [only, ...others] = checks;
  const [type, ...otherTypes] = (only?.kind === "cases" ? only.types : undefined) ?? [];
  // The usual model, an object: what is not one is reported, and the rest need not be nested.
  if (only?.kind === "cases" && type !== undefined && otherTypes.length + others.length === 0) {
    const inner = only.cases.get(caseOf(type)) ?? [];
    if (inner.length > 0) {
      const failure = report(subject, only.at, "type", type, module);
      return [
        ...when(not(typeTest(type, subject.value, module)), [line(`return ${failure}`)]),
        ...statementsOf(inner, subject, module),
      ];
    }
  }
  return statementsOf(checks, subject, module);
}

/** Calls the collector of another model, for a value that can be of its types. */
export function callStatements(
  id: SchemaId,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const { value, otherTypes = [] } = subject;
  const model = module.model(id);
  const path = followsFrom(subject, model) ? subject.path : entered(subject.path, model, module);
  const call = [line(`${module.guard(id, "collect")}(${value}, ${path}, findings);`)];
  const types = model.schema.kind === "object" ? model.schema.keywords.type : undefined;
  // The other model would say what its own types are, and leave out those beside it.
  if (types === undefined || otherTypes.every((type) => type === "null")) return call;
  const expected = expectedTypes([...otherTypes, ...types]);
  const place = below(model.schema.place, "type");
  return when(typesTest(types, value, module), call, [
    line(report(subject, place, "type", expected, module)),
  ]);
}
