import type { OperationFilter } from "../config/selection.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { isJsonObject } from "../core/json.js";
import { keyOfPlace } from "../core/place.js";
import { joinPointer } from "../core/pointer.js";
import { componentSchemas } from "../openapi/components.js";
import { valueAt, type Document } from "../openapi/document.js";
import { readFilter } from "../openapi/selection/matching.js";
import { reachedComponents } from "../openapi/selection/reached.js";
import { selectablePaths, type SelectableOperation } from "../openapi/selection/selectable.js";
import { nodeAt } from "../openapi/walk.js";
import type { Diff, DiffNote } from "./diff-result.js";
import type { Sides } from "./subject.js";
import { summarized } from "./summarize.js";

/**
 * Leaves out the changes that reach none of the named operations, and the notes about parts of the documents
 * that none of them uses.
 *
 * @param diff All differences.
 * @param filter Names the operations: in either document, by path, tag or name.
 * @param sides The documents.
 * @param log Receives a warning for each entry of the filter that matches no operation.
 * @returns The rest, with its own verdict and counts.
 */
export function filterDiff(
  diff: Diff,
  filter: OperationFilter,
  sides: Sides,
  log: DiagnosticLog,
): Diff {
  const documents = [sides.old.document, sides.new.document];
  const all = documents.map(operationsOf);
  const isNamed = readFilter(filter, all.flat(), log);
  const named = all.map((operations) => operations.filter(isNamed));
  const labels = new Set(named.flat().map(labelOf));
  const parts = documents.map((document, index) => partsOf(document, named[index] ?? []));
  const isPart = (note: DiffNote): boolean => parts.some((isIn) => isIn(note));
  return summarized({
    changes: diff.changes.filter(({ operations }) =>
      operations.some((operation) => labels.has(operation)),
    ),
    meaning: diff.meaning.filter(isPart),
    documentation: diff.documentation.filter(isPart),
  });
}

function operationsOf(document: Document): readonly SelectableOperation[] {
  return selectablePaths(document).flatMap(({ operations }) => operations);
}

/** Returns an operation as changes name it: `POST /batches`. */
function labelOf({ method, path }: SelectableOperation): string {
  return `${method} ${path}`;
}

/** Returns whether a note is about one of some operations, or a component that they use. */
function partsOf(
  document: Document,
  operations: readonly SelectableOperation[],
): (note: DiffNote) => boolean {
  const nodes = operations.flatMap(({ place }) => {
    const value = valueAt(place, document);
    return isJsonObject(value) ? [nodeAt("Operation", value, place)] : [];
  });
  const reached = reachedComponents(nodes, document);
  const components = new Set(
    [...componentSchemas(document)].flatMap(([name, place]) =>
      reached.has(keyOfPlace(place)) ? [name] : [],
    ),
  );
  const pointers = operations.flatMap(({ place, path, method }) => [
    place.pointer,
    ...["paths", "webhooks"].map((field) => joinPointer("", field, path, method.toLowerCase())),
  ]);
  return ({ component, pointer }) =>
    component === undefined
      ? pointers.some((each) => pointer === each || pointer.startsWith(`${each}/`))
      : components.has(component);
}
