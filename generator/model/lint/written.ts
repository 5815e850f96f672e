import type { DiagnosticLog } from "../../core/diagnostic.js";
import { valueAt, type Document } from "../../openapi/document.js";
import { nodeAt, rootNode } from "../../openapi/walk.js";
import { walkDocument } from "../../openapi/walk-document.js";
import type { RootPlace } from "../roots.js";
import { NamedDialects } from "./dialects.js";
import { RefSiblings } from "./ref-siblings.js";

/**
 * Warns of what is written in a document but not read: members beside a `$ref`, and unknown
 * dialects.
 *
 * @param roots - The parts of the document that are read; all of it, if left out.
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
