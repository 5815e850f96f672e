import type { Place } from "../core/place.js";
import { parsePointer } from "../core/pointer.js";
import { pascalCase, toIdentifier } from "./names.js";
import { nameOfPlace } from "../openapi/navigate.js";

/** Names of folders and members that do not describe their content. */
const nondescript: ReadonlySet<string> = new Set([
  "$defs",
  "components",
  "definitions",
  "models",
  "paths",
  "properties",
  "resources",
  "schemas",
]);

/**
 * The names for a schema that is referred to, best first: the name of the component; the path to a
 * schema inside the document; or else the last part of the pointer or the file, alone and with the
 * part before it. Only folders below that of the document are used.
 */
export function targetNames(place: Place, documentUri: string): readonly string[] {
  const tokens = parsePointer(place.pointer);
  const words = tokens.filter((token) => !nondescript.has(token));
  if (tokens[0] === "components" || tokens[0] === "paths") {
    const name = words.length === 1 ? toIdentifier(words[0] ?? "") : pascalCase(words.join(" "));
    return [name === "" ? "Model" : name];
  }
  const last = words.at(-1) ?? nameOfPlace(place);
  const folders = foldersTo(place.uri, documentUri).filter((folder) => !nondescript.has(folder));
  const around = [...folders, ...words.slice(0, -1)];
  return [pascalCase(last), pascalCase(`${around.at(-1) ?? ""} ${last}`)].map((name) =>
    name === "" ? "Model" : name,
  );
}

/**
 * The folders that lead down to a file, from the point where its path leaves that of the document.
 */
function foldersTo(uri: string, documentUri: string): readonly string[] {
  const own = documentUri.split("/").slice(0, -1);
  const folders = uri.split("/").slice(0, -1);
  const parting = folders.findIndex((folder, index) => folder !== own[index]);
  return parting < 0 ? [] : folders.slice(parting).map(decodeURIComponent);
}
