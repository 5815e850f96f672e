import type { SchemaId } from "../../core/schema-id.js";
import { below, isSamePlace } from "../../core/place.js";
import type { Model } from "../../model/model.js";
import { call } from "../../code/expressions.js";
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
  const path = followsFrom(subject, model) ? subject.path : entered(subject.path, model, module);
  const collect = [evaluate(call(module.collector(id), value, path))];
  const types = model.schema.kind === "object" ? model.schema.keywords.type : undefined;
  // The other model would say what its own types are, and leave out those beside it.
  if (types === undefined || otherTypes.every((type) => type === "null")) return collect;
  const expected = expectedTypes([...otherTypes, ...types]);
  const place = below(model.schema.place, "type");
  return when(typesTest(types, value, module), collect, [
    evaluate(report(subject, place, "type", expected, module)),
  ]);
}

/** A path under which the schema of a model takes over. */
export function entered(path: Expression, { id }: Model, module: GuardModule): Expression {
  return call(module.runtime("enter"), path, module.guard(id, "schema"));
}

/**
 * Whether the path tells, where the model is used, that its schema is meant: it is that of a
 * property or of the items of another one. All others tell it themselves.
 */
export function pathImpliesSchema({ schema: { within } }: Model): boolean {
  return within === "properties" || within === "items";
}

/** Whether a model needs not be told, at a subject, which schema is meant. */
export function followsFrom({ schema }: Subject, model: Model): boolean {
  return (
    (schema !== undefined && isSamePlace(schema, model.schema.place)) || !pathImpliesSchema(model)
  );
}
