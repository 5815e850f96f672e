import { isInteger, isObject, isText, isTextOrNothing, isTexts } from "./values.js";

/** Whether a value is a folder, down to the last folder in it. */
export function isFolder(value: unknown): boolean {
  if (
    !isObject(value) ||
    !isText(value.name) ||
    !isInteger(value.size) ||
    !isTextOrNothing(value.owner) ||
    !(value.tags === undefined || isTexts(value.tags)) ||
    !Array.isArray(value.children)
  ) {
    return false;
  }
  for (const child of value.children) if (!isFolder(child)) return false;
  return true;
}
