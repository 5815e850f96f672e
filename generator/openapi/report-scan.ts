import type { DiagnosticLog } from "../core/diagnostic.js";
import { below, type Place } from "../core/place.js";
import { parsePointer } from "../core/pointer.js";
import { reportAnnotations } from "./annotations.js";
import { reportMissing, type Document } from "./document.js";
import type { DocumentScan, IndirectReference } from "./scan.js";
import { referenceOf, type Node } from "./walk.js";

/** Reports mistakes in a document that are tolerated. */
export function reportScan(
  scan: Pick<DocumentScan, "nodesByValue" | "misplaced" | "indirect">,
  document: Document,
  log: DiagnosticLog,
): void {
  for (const node of scan.nodesByValue.values()) reportAnnotations(node, log);
  reportMisplaced(scan.misplaced, document, log);
  for (const indirect of scan.indirect) reportIndirect(indirect, log);
}

/**
 * Reports references at places that cannot have one, once for each kind of object, because such documents
 * have many of them. For schemas, it also reports those that cannot be resolved.
 */
function reportMisplaced(nodes: readonly Node[], document: Document, log: DiagnosticLog): void {
  const byKind = new Map<string, Place[]>();
  for (const node of nodes) {
    const reference = referenceOf(node) ?? "";
    const place = below(node.place, "$ref");
    const resolved = document.resolve(reference, place);
    if (resolved.kind === "missing") {
      if (node.kind === "Schema") reportMissing(resolved, reference, place, log);
      continue;
    }
    const key = `${node.kind} ${node.form}`;
    const known = byKind.get(key);
    if (known === undefined) byKind.set(key, [node.place]);
    else known.push(node.place);
  }
  for (const [first, ...others] of byKind.values()) {
    if (first === undefined) continue;
    const name = parsePointer(first.pointer).at(-1);
    const more = others.length === 0 ? "" : `; there are ${others.length} more like it`;
    log.warning({
      code: "misplaced-reference",
      message: `${name === undefined ? "the file" : `\`${name}\``} cannot be a reference, only its members can${more}`,
      help: "the target is read in its place: write it here, or refer to each member",
      place: below(first, "$ref"),
      related: others.slice(0, mostRelated).map((place) => ({ message: "another one", place })),
    });
  }
}

/** How many further places of one warning are shown. */
const mostRelated = 3;

function reportIndirect({ text, from, through }: IndirectReference, log: DiagnosticLog): void {
  log.warning({
    code: "indirect-reference",
    message: `the pointer of the reference ${JSON.stringify(text)} passes through another reference`,
    help: "refer directly to the place that both lead to",
    place: from,
    related: [{ message: "the other reference", place: through }],
  });
}
