import { literal, object } from "../code/expressions.js";
import type { Declaration, Module } from "../code/nodes.js";
import { typeReference } from "../code/type-nodes.js";
import type { Json } from "../core/json.js";
import type { Model } from "../model/model.js";
import { typeName, type ModelModule } from "./models.js";

/** Example values of a model. */
export interface Fixture {
  /** `minimal`, `full`, or the name of an option of a union. */
  readonly name: string;
  readonly value: Json;
}

/** Returns the example values of a model; none, if no valid value is known. */
export type FixturesOf = (model: Model) => readonly Fixture[];

/** Makes the modules with typed example values, one beside each module of types. */
export function* emitFixtures(
  modules: readonly ModelModule[],
  fixturesOf: FixturesOf,
): Generator<Module> {
  for (const [module, members] of modules) {
    const declarations = members.map((model) => declareFixtures(model, fixturesOf(model)));
    yield { path: `fixtures/${module}`, declarations };
  }
}

function declareFixtures(model: Model, fixtures: readonly Fixture[]): Declaration {
  const { name, exports } = model;
  const type = typeReference(typeName(model));
  const text =
    fixtures.length === 0
      ? `No valid value of {@link ${name}} is known.`
      : `Example values of {@link ${name}}.`;
  return {
    kind: "constant",
    name: exports.fixtures,
    docs: { text, tags: [] },
    type: {
      kind: "object",
      members: fixtures.map((fixture) => ({
        kind: "property",
        name: fixture.name,
        optional: false,
        type,
      })),
    },
    value: object(fixtures.map((fixture) => [fixture.name, literal(fixture.value)])),
    isHoisted: false,
  };
}
