import { exported } from "../../code/expressions.js";
import type { Declaration, ExportedName, TypeNode } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import type { Direction } from "../../core/direction.js";
import type { Place } from "../../core/place.js";
import type { DerivedTypes } from "../../model/derive-types.js";
import { modelAt } from "../../model/model-at.js";
import type { Model, Models } from "../../model/model.js";
import { componentSchemas } from "../../openapi/components.js";
import type { Document } from "../../openapi/document.js";
import type { Schemas } from "../../schema/schemas.js";
import { typeName } from "../models.js";
import { declareContext } from "../types/context.js";
import { declareModel } from "../types/declare.js";
import { typeAt } from "../types/type-at.js";

/** The module with the types of operations. */
export const openApiModule = "openapi";

/** The declarations of that module besides models. */
const frameNames = ["paths", "webhooks", "components", "operations"] as const;

/** The input of that module. */
export interface OpenApiInput {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly models: Models;
  readonly types: DerivedTypes;
  /** Whether the models have modules to import them from. */
  readonly hasModels: boolean;
}

/** The types of the schemas of a document: models, if there are any. */
export interface SchemaTypes {
  /** The type of a component schema at its declaration. */
  readonly ofComponent: (place: Place) => TypeNode;
  /** The type of a schema that an operation uses. */
  readonly at: (place: Place, direction?: Direction) => TypeNode;
  /** The declarations of the models, if no other module has them. */
  readonly declarations: readonly Declaration[];
}

/** Creates the types of schemas. */
export function schemaTypes(input: OpenApiInput): SchemaTypes {
  const { document, schemas, models, types, hasModels } = input;
  const ownNames = hasModels ? undefined : namesBeside(frameNames, models);
  const nameOf = (model: Model): ExportedName =>
    ownNames === undefined
      ? typeName(model)
      : exported(ownNames.get(model) ?? model.name, openApiModule);
  const context = declareContext(input, nameOf);
  const components = new Map<Model, string>();
  for (const [name, place] of componentSchemas(document)) {
    const model = modelAt(place, undefined, schemas, models);
    if (model?.component === name) components.set(model, name);
  }

  const declared = (model: Model): TypeNode =>
    hasModels ? { kind: "import", name: nameOf(model) } : typeReference(nameOf(model));

  function use(model: Model): TypeNode {
    const name = components.get(model);
    return name === undefined ? declared(model) : componentType("schemas", name);
  }

  const at = (place: Place, direction: Direction | undefined): TypeNode =>
    typeAt(place, direction, { schemas, models, types, context, use });

  return {
    ofComponent: (place) => {
      const model = modelAt(place, undefined, schemas, models);
      return model === undefined ? at(place, undefined) : declared(model);
    },
    at: (place, direction) => at(place, direction),
    declarations: hasModels
      ? []
      : models.all.flatMap((model) =>
          declareModel({ ...model, name: nameOf(model).name }, context).filter(
            ({ kind }) => kind !== "constant",
          ),
        ),
  };
}

/** `components["section"]["name"]` */
export function componentType(section: string, name: string): TypeNode {
  return {
    kind: "indexed",
    object: exported("components", openApiModule),
    keys: [section, name],
  };
}

/** The names of models in a module in which some names are already taken. */
function namesBeside(taken: readonly string[], { all }: Models): ReadonlyMap<Model, string> {
  const used = new Set([...taken, ...all.map(({ name }) => name)]);
  return new Map(
    all
      .filter(({ name }) => taken.includes(name))
      .map((model) => {
        let count = 2;
        while (used.has(`${model.name}${count}`)) count += 1;
        const name = `${model.name}${count}`;
        used.add(name);
        return [model, name];
      }),
  );
}
