import type { Docs, ExportedName } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { Model, Models } from "../../model/model.js";
import { modelOf } from "../../model/model-of.js";
import type { ShapedTypes } from "../../types/shape.js";
import type { Schemas } from "../../schema/schemas.js";
import { docsOfProperty } from "../docs.js";
import type { DeclareContext } from "./declare.js";
import { findListing } from "./listed.js";

/**
 * Creates the context for the declarations of models.
 *
 * @param nameOf The name under which a model is declared.
 */
export function declareContext(
  { models, types, schemas }: { models: Models; types: ShapedTypes; schemas: Schemas },
  nameOf: (model: Model) => ExportedName,
): DeclareContext {
  const nameOfId = (id: SchemaId): ExportedName => nameOf(modelOf(id, models));
  return {
    types,
    nameOf: nameOfId,
    reference: (id) => typeReference(nameOfId(id)),
    propertyDocs: (ids): Docs | undefined =>
      docsOfProperty(
        ids.map((id) => schemas.get(id)),
        ({ id }) => models.byId.has(id),
      ),
    lists: findListing(
      models.all.map(({ id }) => id),
      types,
    ),
  };
}
