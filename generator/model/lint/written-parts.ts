import type { ObjectSchema } from "../../schema/schema.js";

/** A schema and the parts that are written inside it: those of its `allOf`, recursively. */
export function writtenParts(schema: ObjectSchema): readonly ObjectSchema[] {
  const found = [schema];
  for (const part of found) {
    for (const inner of part.keywords.allOf ?? []) if (inner.kind === "object") found.push(inner);
  }
  return found;
}
