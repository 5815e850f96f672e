import type { DiagnosticLog } from "../../core/diagnostic.js";
import { isJsonObject, ownMember } from "../../core/json.js";
import { below, type Place } from "../../core/place.js";
import { dialectNamed } from "../../openapi/dialects.js";
import type { Document } from "../../openapi/document.js";
import type { Node } from "../../openapi/walk.js";

/** Collects the dialects that a document names. */
export class NamedDialects {
  /** The places that name each unknown dialect. */
  readonly #unknown = new Map<string, Place[]>();
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  visit({ kind, form, value, place }: Node): void {
    const name = kind === "OpenAPI" ? "jsonSchemaDialect" : "$schema";
    if (form !== "one" || (kind !== "OpenAPI" && kind !== "Schema") || !isJsonObject(value)) return;
    const uri = ownMember(value, name);
    if (typeof uri !== "string" || dialectNamed(uri) !== undefined) return;
    // The vocabularies of an available meta-schema decide how schemas are read.
    if (this.#document.resource(uri.replace(/#$/, "")) !== undefined) return;
    const places = this.#unknown.get(uri) ?? [];
    this.#unknown.set(uri, places);
    places.push(below(place, name));
  }

  report(log: DiagnosticLog): void {
    for (const [uri, [place, ...others]] of this.#unknown) {
      log.warning({
        code: "unknown-dialect",
        message: `the dialect ${JSON.stringify(uri)} is not known, so schemas are read as JSON Schema 2020-12`,
        help: "name the meta-schema of a draft from draft-04 to 2020-12, or of OpenAPI",
        ...(place !== undefined && { place }),
        ...(others.length > 0 && {
          related: others.map((other) => ({ message: "the same dialect", place: other })),
        }),
      });
    }
  }
}
