import { isJsonObject } from "../core/json.js";
import type { Document } from "./document.js";

/** The title of the API that a document describes; empty, where it has none. */
export function titleOf({ root: { info } }: Pick<Document, "root">): string {
  return isJsonObject(info) && typeof info.title === "string" ? info.title : "";
}
