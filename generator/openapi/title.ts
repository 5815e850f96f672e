import { isJsonObject } from "../core/json.js";
import type { Document } from "./document.js";

/** Returns the title of the API that a document describes, or an empty text. */
export function titleOf({ root: { info } }: Pick<Document, "root">): string {
  return isJsonObject(info) && typeof info.title === "string" ? info.title : "";
}
