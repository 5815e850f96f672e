/** An OpenAPI document with nothing but component schemas. */
import type { Json, JsonObject } from "../../../generator/core/json.js";
export function documentOf(
  openapi: string,
  schemas: Iterable<readonly [name: string, schema: Json]>,
): JsonObject {
  return {
    openapi,
    info: { title: "Schemas", version: "1.0.0" },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  };
}
