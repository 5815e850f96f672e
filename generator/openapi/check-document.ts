import type { DiagnosticLog } from "../core/diagnostic.js";
import { isJsonObject, ownMember } from "../core/json.js";
import { below, keyOfPlace, type Place } from "../core/place.js";
import { strongComponents } from "../core/strong-components.js";
import { reportMissing, valueAt, type Document } from "./document.js";
import { isFieldOf, type ObjectKind } from "./objects.js";
import { referenceOf, rootNode, walk, type Node } from "./walk.js";

/** What describes no values: a reference to one that leads nowhere only deserves a warning. */
const annotations: ReadonlySet<ObjectKind> = new Set<ObjectKind>([
  "Example",
  "Link",
  "SecurityScheme",
]);

/**
 * Checks what no schema is about, in the document and wherever its references lead: that these lead
 * somewhere, and that no two operations have the same id. Schemas are checked when they are parsed.
 */
export function checkDocument(document: Document, log: DiagnosticLog): void {
  new Checker(document, log).check();
}

class Checker {
  readonly #document: Document;
  readonly #log: DiagnosticLog;
  /** The nodes that were walked, each with what it was taken for. */
  readonly #visited = new Set<string>();
  /** The first operation with each id. */
  readonly #operations = new Map<string, Place>();
  /** The references, by their places, and the places that they lead to. */
  readonly #references = new Map<string, { readonly place: Place; readonly target: string }>();
  readonly #pending: Node[] = [];

  constructor(document: Document, log: DiagnosticLog) {
    this.#document = document;
    this.#log = log;
  }

  check(): void {
    const { root, uri } = this.#document;
    this.#pending.push(rootNode(root, uri));
    // What references lead to is appended while the loop runs.
    for (const start of this.#pending) walk(start, (node) => this.#visit(node));
    this.#reportEndless();
  }

  #visit(node: Node): boolean {
    if (node.kind === "Schema") return false;
    const key = `${node.kind} ${node.form} ${keyOfPlace(node.place)}`;
    if (this.#visited.has(key)) return false;
    this.#visited.add(key);
    const reference = referenceOf(node);
    if (reference !== undefined) this.#follow(node, reference);
    else if (node.kind === "Operation" && node.form === "one") this.#enterOperation(node);
    return true;
  }

  #follow(node: Node, reference: string): void {
    const { kind, form } = node;
    const from = below(node.place, "$ref");
    const resolved = this.#document.resolve(reference, from);
    if (resolved.kind === "missing") {
      const severity = annotations.has(kind) ? "warning" : "error";
      reportMissing(resolved, reference, from, this.#log, severity);
      return;
    }
    const { place } = resolved;
    this.#pending.push({ kind, form, place, value: valueAt(place, this.#document) ?? null });
    this.#references.set(keyOfPlace(node.place), { place: node.place, target: keyOfPlace(place) });
    if (kind === "PathItem" && form === "one") this.#reportBeside(node);
  }

  /** Reports references that lead back to themselves, once for all that are on the way. */
  #reportEndless(): void {
    const keys = this.#references.keys();
    const circles = strongComponents(keys, (key) => {
      const target = this.#references.get(key)?.target;
      return target !== undefined && this.#references.has(target) ? [target] : [];
    });
    for (const circle of circles) {
      const [first, ...others] = circle.flatMap((key) => this.#references.get(key) ?? []);
      if (first === undefined) continue;
      if (others.length === 0 && keyOfPlace(first.place) !== first.target) continue;
      this.#log.error({
        code: "endless-reference",
        message: "the reference leads back to itself, so it describes nothing",
        help: "describe what is meant in one of the places on the way",
        place: below(first.place, "$ref"),
        related: others.map(({ place }) => ({
          message: "it leads through here",
          place: below(place, "$ref"),
        })),
      });
    }
  }

  /** Reports the fields of a Path Item Object beside a reference, which are left out. */
  #reportBeside({ value, place }: Node): void {
    const names = Object.keys(value ?? {}).filter(
      (name) => !["$ref", "summary", "description"].includes(name) && isFieldOf("PathItem", name),
    );
    const [first] = names;
    if (first === undefined) return;
    const listed = names.map((name) => `\`${name}\``).join(", ");
    this.#log.warning({
      code: "path-item-beside-reference",
      message: `a path that is a reference has nothing else: ${listed} beside \`$ref\` ${names.length === 1 ? "is" : "are"} left out`,
      help: "move it to the Path Item Object that is referred to, or write that out here",
      place: { ...below(place, first), part: "key" },
    });
  }

  #enterOperation({ value, place }: Node): void {
    const id = isJsonObject(value) ? ownMember(value, "operationId") : undefined;
    if (typeof id !== "string") return;
    const first = this.#operations.get(id);
    if (first === undefined) {
      this.#operations.set(id, place);
      return;
    }
    this.#log.error({
      code: "duplicate-operation-id",
      message: `two operations have the \`operationId\` ${JSON.stringify(id)}`,
      help: "give each operation an id of its own",
      place: below(place, "operationId"),
      related: [{ message: "the other one", place: below(first, "operationId") }],
    });
  }
}
