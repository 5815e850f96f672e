import type { SchemaId } from "../../core/schema-id.js";
import { below } from "../../core/place.js";
import { call } from "../../code/expressions.js";
import type { Statement } from "../../code/nodes.js";
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
  const { value, path, otherTypes = [] } = subject;
  const model = module.model(id);
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
