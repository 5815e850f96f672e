import type { DiagnosticLog } from "../core/diagnostic.js";
import { below } from "../core/place.js";
import { parsePointer } from "../core/pointer.js";
import { reportAnnotations } from "./annotations.js";
import { reportMissing, type Document } from "./document.js";
import type { DocumentScan, IndirectReference } from "./scan.js";
import { referenceOf, type Node } from "./walk.js";

/** Reports what is wrong with the objects of a document, and read as what it means all the same. */
export function reportScan(
  scan: Pick<DocumentScan, "nodesByValue" | "misplaced" | "indirect">,
  document: Document,
  log: DiagnosticLog,
): void {
  for (const node of scan.nodesByValue.values()) reportAnnotations(node, log);
  for (const node of scan.misplaced) reportMisplaced(node, document, log);
  for (const indirect of scan.indirect) reportIndirect(indirect, log);
}

/** Reports a reference in place of what cannot be one; in place of schemas, also if it leads nowhere. */
function reportMisplaced(node: Node, document: Document, log: DiagnosticLog): void {
  const reference = referenceOf(node) ?? "";
  const place = below(node.place, "$ref");
  const resolved = document.resolve(reference, place);
  if (resolved.kind === "missing") {
    if (node.kind === "Schema") reportMissing(resolved, reference, place, log);
    return;
  }
  const name = parsePointer(node.place.pointer).at(-1);
  log.warning({
    code: "misplaced-reference",
    message: `${name === undefined ? "the file" : `\`${name}\``} cannot be a reference: only what is in it can`,
    help: "what it leads to is read in its place; write that here, or refer to each member",
    place,
  });
}

function reportIndirect({ text, from, through }: IndirectReference, log: DiagnosticLog): void {
  log.warning({
    code: "indirect-reference",
    message: `the reference ${JSON.stringify(text)} leads through another reference, where its pointer ends`,
    help: "refer to the place to which both lead",
    place: from,
    related: [{ message: "the other reference", place: through }],
  });
}
