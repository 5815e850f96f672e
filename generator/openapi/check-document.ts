import type { DiagnosticLog } from "../core/diagnostic.js";
import { isJsonObject, ownMember } from "../core/json.js";
import { below, keyOfPlace, type Place } from "../core/place.js";
import { strongComponents } from "../core/strong-components.js";
import { reportMissing, valueAt, type Document } from "./document.js";
import { isFieldOf, type ObjectKind } from "./objects.js";
import { referenceOf, rootNode, walk, type Node } from "./walk.js";

/** Objects that describe no values: an unresolvable reference to one is only a warning. */
const annotations: ReadonlySet<ObjectKind> = new Set<ObjectKind>([
  "Example",
  "Link",
  "SecurityScheme",
]);

/**
 * Checks the document outside of schemas: that references can be resolved, and that no two operations have
 * the same id. Schemas are checked when they are parsed.
 */
export function checkDocument(document: Document, log: DiagnosticLog): void {
  new Checker(document, log).check();
}

class Checker {
  readonly #document: Document;
  readonly #log: DiagnosticLog;
  /** The visited nodes, each with its kind. */
  readonly #visited = new Set<string>();
  /** The first operation with each id. */
  readonly #operations = new Map<string, Place>();
  /** The places of references, and the places that they lead to. */
  readonly #references = new Map<string, { readonly place: Place; readonly target: string }>();
  readonly #pending: Node[] = [];

  constructor(document: Document, log: DiagnosticLog) {
    this.#document = document;
    this.#log = log;
  }

  check(): void {
    const { root, uri } = this.#document;
    this.#pending.push(rootNode(root, uri));
    // Targets of references are appended while the loop runs.
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

  /** Reports references that lead back to themselves, once for each cycle. */
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
        help: "replace one of the references in the cycle by what it should describe",
        place: below(first.place, "$ref"),
        related: others.map(({ place }) => ({
          message: "this reference is in the cycle",
          place: below(place, "$ref"),
        })),
      });
    }
  }

  /** Reports fields of a Path Item Object beside a reference, which are ignored. */
  #reportBeside({ value, place }: Node): void {
    const names = Object.keys(value ?? {}).filter(
      (name) => !["$ref", "summary", "description"].includes(name) && isFieldOf("PathItem", name),
    );
    const [first] = names;
    if (first === undefined) return;
    const listed = names.map((name) => `\`${name}\``).join(", ");
    this.#log.warning({
      code: "path-item-beside-reference",
      message: `${listed} beside the \`$ref\` of a path ${names.length === 1 ? "is" : "are"} ignored`,
      help: "move it to the Path Item Object that the reference leads to, or replace the reference by that object",
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
