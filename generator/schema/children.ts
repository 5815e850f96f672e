import type { Child } from "../keywords/keyword.js";
import { mapKeywords } from "../keywords/keywords.js";
import type { ObjectSchema, SchemaId } from "./schema.js";

/** The schemas directly inside a schema. */
export function childrenOf({ keywords }: ObjectSchema): readonly Child[] {
  return mapKeywords(keywords, ({ children }, value) => children?.(value) ?? []).flat();
}

/** The schemas that a schema refers to itself, not through those inside it. */
export function referencesOf({ keywords }: ObjectSchema): readonly SchemaId[] {
  return mapKeywords(keywords, ({ references }, value) => references?.(value) ?? []).flat();
}
