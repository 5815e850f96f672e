import type { DiagnosticLog } from "../../core/diagnostic.js";
import { below } from "../../core/place.js";
import { reachByReference } from "../reach.js";
import type { Schema } from "../schema.js";
import type { Schemas } from "../schemas.js";
import { describeCycle } from "../reference-cycle.js";
import type { CompletePolicy } from "../../config/policies.js";
import type { Document } from "../../openapi/document.js";
import type { FoundPolicies } from "../policies/find-policies.js";
import { BaseScopes } from "./base-scopes.js";
import { findCycles, type Listing } from "./listings.js";
import { findDiscriminated } from "./discriminated.js";
import { UnionSchemas } from "./union-schemas.js";
import { findHierarchyCycle } from "./hierarchy-cycle.js";
import { HierarchySchemas } from "./hierarchy-schemas.js";

/**
 * Reads the hierarchies of a document. A base may list by `oneOf` or `anyOf` the schemas that
 * extend it by `allOf`. It is then the union everywhere except inside these schemas, which extend
 * the rest of it. Taken literally, such a base could never be decided.
 *
 * @param roots - The schemas that models are made of, with all that they lead to.
 * @param policies - Decide how bases are read; undefined, if there are none.
 * @param log - Takes a warning for each such list that no policy covers.
 */
export function readHierarchies(
  document: Document,
  written: Schemas,
  roots: readonly Schema[],
  policies: FoundPolicies | undefined,
  log: DiagnosticLog,
): Schemas {
  const schemas = withUnions(document, written, roots, policies);
  const reached = reachByReference(
    roots.map(({ id }) => schemas.get(id)),
    schemas.get,
  );
  const cycles = findCycles(reached, schemas.get);
  if (cycles.every(({ listings }) => listings.length === 0)) return schemas;
  const policyOf = ({ base }: Listing): CompletePolicy["polymorphism"] =>
    policies?.at(base.place).polymorphism ?? "asWritten";
  for (const cycle of cycles) {
    for (const listing of cycle.listings) {
      if (policyOf(listing) !== "asWritten") continue;
      const way = findHierarchyCycle(listing, cycle, schemas.get);
      if (way !== undefined) report(listing, way, log);
    }
  }
  const isBase = (listing: Listing): boolean => policyOf(listing) === "base";
  return new HierarchySchemas(schemas, new BaseScopes(cycles, isBase));
}

function withUnions(
  document: Document,
  written: Schemas,
  roots: readonly Schema[],
  policies: FoundPolicies | undefined,
): Schemas {
  if (policies?.haveUnions !== true) return written;
  const unions = findDiscriminated(document, written, roots, policies.at);
  return unions.size === 0 ? written : new UnionSchemas(written, unions);
}

function report({ base, keyword }: Listing, way: readonly Schema[], log: DiagnosticLog): void {
  const { start, text, steps } = describeCycle(way);
  log.warning({
    code: "listed-extension",
    message: `\`${keyword}\` lists schemas that extend this one: ${text}; there, this schema is read without its \`${keyword}\``,
    help: `to say so in the document, move the rest of ${start} to a schema of its own, and extend that schema instead`,
    place: { ...below(base.place, keyword), part: "key" },
    related: steps,
  });
}
