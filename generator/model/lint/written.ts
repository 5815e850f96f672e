import type { DiagnosticLog } from "../../core/diagnostic.js";
import { valueAt, type Document } from "../../openapi/document.js";
import { nodeAt, rootNode } from "../../openapi/walk.js";
import { walkDocument } from "../../openapi/walk-document.js";
import type { RootPlace } from "../roots.js";
import { NamedDialects } from "./dialects.js";
import { RefSiblings } from "./ref-siblings.js";

/**
 * Warns of what stands in a document and is not read: beside a `$ref`, or under a dialect that is not
 * known.
 *
 * @param roots - What is read of the document; all of it, if left out.
 */
export function lintWritten(
  document: Document,
  roots: readonly RootPlace[] | undefined,
  log: DiagnosticLog,
): void {
  const siblings = new RefSiblings(document, log);
  const dialects = new NamedDialects(document);
  const starts = roots?.map(({ place }) =>
    nodeAt("Schema", valueAt(place, document) ?? true, place),
  );
  walkDocument(starts ?? [rootNode(document.root, document.uri)], document, (node) => {
    siblings.visit(node);
    dialects.visit(node);
  });
  siblings.report();
  dialects.report(log);
}
