import type { Child } from "../keywords/keyword.js";
import { mapKeywords } from "../keywords/keywords.js";
import type { ObjectSchema } from "./schema.js";

/** The schemas directly inside a schema. */
export function childrenOf({ keywords }: ObjectSchema): readonly Child[] {
  return mapKeywords(keywords, ({ children }, value) => children?.(value) ?? []).flat();
}
