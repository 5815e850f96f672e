import type { SchemaId } from "../../core/schema-id.js";
import { below, isSamePlace } from "../../core/place.js";
import type { Model } from "../../model/model.js";
import { array, call, nullValue } from "../../code/expressions.js";
import type { Expression, Statement } from "../../code/nodes.js";
import { evaluate, when } from "../../code/statements.js";
import { expectedTypes } from "./expected.js";
import type { GuardModule } from "./guard-module.js";
import { report } from "./reports.js";
import type { Subject } from "./subject.js";
import { typesTest } from "./tests.js";

/** Calls the collector of another model, for a value that can be of its types. */
export function callIssues(
  id: SchemaId,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
  const { value, otherTypes = [] } = subject;
  const model = module.model(id);
  const collect = [evaluate(call(module.collector(id), value, pathUnder(model, subject, module)))];
  const types = model.schema.kind === "object" ? model.schema.keywords.type : undefined;
  // The other model would report only its own types, without the alternatives to it.
  if (types === undefined || otherTypes.every((type) => type === "null")) return collect;
  const expected = expectedTypes([...otherTypes, ...types]);
  const place = below(model.schema.place, "type");
  return when(typesTest(types, value, module), collect, [
    evaluate(report(subject, place, "type", expected, module)),
  ]);
}

/** The path of a value, which marks that the schema of a model applies from here on. */
function pathUnder({ id, schema }: Model, subject: Subject, module: GuardModule): Expression {
  const { path } = subject;
  if (subject.schema !== undefined && isSamePlace(subject.schema, schema.place)) return path;
  const [around = path, key = nullValue] = path.kind === "array" ? path.items : [];
  return array([around, key, module.guard(id, "schema")]);
}
