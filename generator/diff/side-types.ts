import { deriveTypes, type DerivedTypes } from "../model/derive-types.js";
import type { Sides } from "./subject.js";

/** The types of the models of the documents that are compared. */
export interface SideTypes {
  readonly old: DerivedTypes;
  readonly new: DerivedTypes;
}

/** Derives the types of the models of both documents. */
export function deriveSideTypes({ old, new: next }: Sides): SideTypes {
  return { old: deriveTypes(old.models), new: deriveTypes(next.models) };
}
