import type { Models } from "../model/model.js";
import { operationSchemas } from "../model/operation-schemas.js";
import type { Document } from "../openapi/document.js";
import { allSchemas } from "../schema/policies/all-schemas.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";

/** Returns all schemas that components and operations use. */
export function schemasOf(
  document: Document,
  schemas: Schemas,
  { all }: Models,
): readonly Schema[] {
  const used = operationSchemas(document).map(({ place }) => schemas.at(place));
  return allSchemas([...all.map(({ schema }) => schema), ...used], schemas.get);
}
