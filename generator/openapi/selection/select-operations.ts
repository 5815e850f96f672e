import type { Selection } from "../../config/selection.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { isJsonObject } from "../../core/json.js";
import { keyOfPlace, type Place } from "../../core/place.js";
import { componentNodes, componentSchemas } from "../components.js";
import { documentOf, valueAt, type Document } from "../document.js";
import { rootOf } from "../navigate.js";
import { scanFiles, type DocumentScan } from "../scan.js";
import { nodeIn, type Node } from "../walk.js";
import { readSelection } from "./matching.js";
import { reachedComponents } from "./reached.js";
import { selectablePaths, type SelectableOperation } from "./selectable.js";
import { withoutPlaces } from "./without.js";

/** A document without the excluded operations, and its scan. */
interface Selected {
  readonly document: Document;
  readonly scan: DocumentScan;
}

/**
 * Removes the operations that are not selected, and the components that only they use. With `include`,
 * components that no operation uses are removed too; those in `roots` always stay.
 *
 * @param whole The document.
 * @param scan Its scan.
 * @param selection The settings.
 * @param log Receives a warning for each entry of the settings that matches no operation, and an error if no
 *   operation is left.
 */
export function selectOperations(
  whole: Document,
  scan: DocumentScan,
  selection: Selection,
  log: DiagnosticLog,
): Selected {
  const { include, exclude, roots = [] } = selection;
  if (include === undefined && exclude === undefined) return { document: whole, scan };
  const paths = selectablePaths(whole);
  const all = paths.flatMap(({ operations }) => operations);
  const isSelected = readSelection(selection, all, log);
  const chosen = new Set(all.filter(isSelected).map(({ place }) => keyOfPlace(place)));
  if (include !== undefined && chosen.size === 0) {
    const { source } = selection;
    const place = source && { uri: source.uri, pointer: "/include" };
    log.error({ ...nothingSelected, ...(place && { place }) });
  }

  const left = all.filter(({ place }) => !chosen.has(keyOfPlace(place)));
  const leftPaths = paths.filter(
    ({ path, place, operations }) =>
      !(operations.length === 0 ? [nameless(path, place)] : operations).some(isSelected),
  );
  const leftOut = [...left, ...leftPaths].map(({ place }) => place);
  const pruned = documentOf(withoutAll(whole, leftOut), scan);

  const components = componentNodes(whole);
  const used = include === undefined ? reachedComponents(operationNodes(whole), whole) : undefined;
  const rootKeys = new Set(
    roots.flatMap((name) => {
      const place = componentSchemas(whole).get(name);
      return place === undefined ? [] : [keyOfPlace(place)];
    }),
  );
  const kept = [...components].filter(
    ([key]) => rootKeys.has(key) || (used !== undefined && !used.has(key)),
  );
  const starts = [...operationNodes(pruned), ...kept.map(([, node]) => node)];
  const reached = reachedComponents(starts, pruned);
  const unreached = [...components].flatMap(([key, { place }]) =>
    reached.has(key) ? [] : [place],
  );
  const files = withoutAll(whole, [...leftOut, ...unreached]);
  const seen = scanFiles(files);
  return { document: { ...documentOf(files, seen), isLeftOut }, scan: seen };

  function isLeftOut(reference: string): boolean {
    const found = whole.resolve(encodeURI(reference), { uri: whole.uri, pointer: "" });
    if (found.kind === "missing") return false;
    const value = valueAt({ uri: found.place.uri, pointer: found.place.pointer }, whole);
    const now = files.sources.get(found.place.uri);
    if (value === undefined || now === undefined) return true;
    const still = valueAt(found.place, { ...whole, ...files });
    // The value still exists, but is no longer reachable.
    return still === undefined || (typeof still === "object" && !seen.nodesByValue.has(still));
  }
}

/** Returns an entry for a path without operations. */
function nameless(path: string, place: Place): SelectableOperation {
  return { path, place, method: "", id: undefined, tags: [] };
}

const nothingSelected = {
  code: "nothing-selected",
  message: "`include` and `exclude` leave no operation, so there is nothing to generate",
  help: "correct `include` in the config",
} as const;

/** Returns the paths and webhooks of a document. */
function operationNodes(document: Document): readonly Node[] {
  return ["paths", "webhooks"].flatMap((field) => nodeIn(rootOf(document), field) ?? []);
}

function withoutAll(document: Document, places: readonly Place[]): Document {
  const sources = withoutPlaces(document.sources, places);
  const root = sources.get(document.uri)?.value;
  return { ...document, sources, ...(isJsonObject(root) && { root }) };
}
