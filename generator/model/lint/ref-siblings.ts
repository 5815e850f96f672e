import { count } from "../../core/count.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { isJsonObject } from "../../core/json.js";
import { below, type Place } from "../../core/place.js";
import { ignoresRefSiblings } from "../../openapi/dialects.js";
import type { Document } from "../../openapi/document.js";
import { isFieldOf } from "../../openapi/objects.js";
import { isMisplacedReference, referenceOf, type Node } from "../../openapi/walk.js";
import { dialectOf } from "../../schema/dialect.js";

/** Members that only describe: the document means the same without them. */
const describing: ReadonlySet<string> = new Set([
  "title",
  "summary",
  "description",
  "example",
  "examples",
  "deprecated",
  "externalDocs",
  "xml",
]);

/** Members that hold or name the targets of references, wherever they are. */
const naming: ReadonlySet<string> = new Set([
  "$ref",
  "$id",
  "id",
  "$schema",
  "$comment",
  "$anchor",
  "$dynamicAnchor",
  "$defs",
  "definitions",
]);

/** A member beside a `$ref`. */
interface Sibling {
  readonly name: string;
  readonly place: Place;
}

/** Collects the members beside a `$ref` that have no effect there. */
export class RefSiblings {
  readonly #document: Document;
  readonly #log: DiagnosticLog;
  /** References beside which only members that describe are ignored. */
  readonly #described: (readonly Sibling[])[] = [];

  constructor(document: Document, log: DiagnosticLog) {
    this.#document = document;
    this.#log = log;
  }

  visit(node: Node): void {
    const { value, place } = node;
    if (node.form !== "one" || !isJsonObject(value) || referenceOf(node) === undefined) return;
    if (isMisplacedReference(node)) return;
    const ignored = Object.keys(value)
      .filter((name) => !naming.has(name) && !name.startsWith("x-") && this.#isIgnored(node, name))
      .map((name) => ({ name, place: { ...below(place, name), part: "key" as const } }));
    const [first] = ignored.filter(({ name }) => !describing.has(name));
    if (first === undefined) {
      if (ignored.length > 0) this.#described.push(ignored);
      return;
    }
    this.#log.warning({
      code: "ignored-ref-siblings",
      message: `${namesOf(ignored)} beside \`$ref\` ${ignored.length === 1 ? "has" : "have"} no effect ${whereOf(node)}`,
      help: helpFor(
        node,
        ignored.map(({ name }) => name),
      ),
      place: first.place,
    });
  }

  /**
   * Warns once of all ignored descriptions: there can be thousands, and they do not change what is
   * valid.
   */
  report(): void {
    const [first] = this.#described;
    const [place] = first?.map((sibling) => sibling.place) ?? [];
    if (place === undefined) return;
    const all = this.#described.flat();
    const unique = [...new Map(all.map((sibling) => [sibling.name, sibling])).values()];
    this.#log.warning({
      code: "ignored-ref-descriptions",
      message: `${namesOf(unique)} beside \`$ref\` ${unique.length === 1 ? "has" : "have"} no effect; this affects ${count(this.#described.length, "reference")}`,
      help: "move the text to the referenced object; for a schema, write `allOf: [{ $ref: … }]` with the text beside it",
      place,
    });
  }

  #isIgnored({ kind, place }: Node, name: string): boolean {
    if (kind === "Schema") return ignoresRefSiblings(dialectOf(place, this.#document));
    // Members beside the reference of a Path Item Object are reported elsewhere.
    if (isFieldOf(kind, "$ref")) return false;
    const isOverride = name === "summary" || name === "description";
    return !(isOverride && this.#document.version !== "3.0" && isFieldOf(kind, name));
  }
}

function namesOf(siblings: readonly Sibling[]): string {
  return siblings.map(({ name }) => `\`${name}\``).join(", ");
}

function whereOf({ kind }: Node): string {
  if (kind === "Schema") return "in this version of the schema";
  return `in a Reference Object`;
}

function helpFor({ kind }: Node, names: readonly string[]): string {
  if (kind === "Schema") {
    return `write \`allOf: [{ $ref: … }]\` with ${names.map((name) => `\`${name}\``).join(", ")} beside it`;
  }
  return "move them to the referenced object, or write that object in place of the reference";
}
