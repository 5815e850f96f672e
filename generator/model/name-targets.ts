import { below, type Place } from "../core/place.js";
import type { SchemaId } from "../core/schema-id.js";
import { relativeUri } from "../core/uri.js";
import { componentAt } from "../openapi/components.js";
import type { Document } from "../openapi/document.js";
import { rootOf } from "../openapi/navigate.js";
import type { Schema } from "../schema/schema.js";
import { isBaseReading, writtenId } from "../schema/scope.js";
import {
  claimantFor,
  type Candidates,
  type Claimant,
  type Claims,
  type NamedExports,
} from "./claims.js";
import type { ConfiguredNames } from "./configured-names.js";
import { reservedWords, toIdentifier } from "./names.js";
import type { Targets } from "./roots.js";
import { targetNames } from "./target-names.js";

/** The context for naming. */
export interface NamingContext {
  readonly claims: Claims;
  readonly configured: ConfiguredNames;
  readonly document: Document;
}

/** A schema that no other schema contains, and the source of its name. */
interface Target {
  readonly schema: Schema;
  /** The place that names it: its component, if that only refers to it. */
  readonly place: Place;
  /** The name of the component that it is. */
  readonly component: string | undefined;
  readonly claimant: Claimant;
}

/**
 * Names the schemas that no other schema contains. Components come first: those that keep their
 * names, then those whose names had to be changed, then the exports for them.
 */
export function nameTargets(
  targets: Targets,
  { claims, configured, document }: NamingContext,
): ReadonlyMap<SchemaId, NamedExports> {
  const all = targets.schemas.map((schema) => targetOf(schema, targets, document));
  const nameOf = ({ schema, place, component }: Target): string | undefined =>
    configured.isEmpty || isBaseReading(schema)
      ? undefined
      : configured.at(
          place,
          schema.place,
          // If the map of components is in another file, the components still have these names.
          ...(component === undefined
            ? []
            : [below(rootOf(document).place, ...componentPath, component)]),
        );
  const names = new Map<Target, string>();
  const named = new Map<SchemaId, NamedExports>();

  const kept = new Map<string, Target>();
  for (const target of all) {
    const { component = "" } = target;
    const isName = component !== "" && toIdentifier(component) === component;
    const isKept = isName && !reservedWords.has(component);
    if (isKept && nameOf(target) === undefined) kept.set(component, target);
  }
  for (const [reference, name] of configured.check(new Set(kept.keys()))) {
    claims.claim(name, `the name that ${configured.giverOf(reference)} gives to ${reference}`);
  }
  for (const [name, target] of kept) {
    names.set(target, name);
    claims.claim(name, `the name of ${target.claimant.title}`);
  }
  for (const target of all) {
    const { component, claimant } = target;
    const name = nameOf(target);
    if (name !== undefined) names.set(target, name);
    else if (component !== undefined && !names.has(target)) {
      const identifier = toIdentifier(component);
      const candidates = { built: [identifier === "" ? "Model" : identifier] };
      names.set(target, claims.name(candidates, claimant));
    }
  }
  for (const [{ schema, claimant }, name] of names) {
    named.set(schema.id, { name, exports: claims.exports(name, claimant) });
  }
  for (const target of all) {
    const { schema, place, claimant } = target;
    if (names.has(target)) continue;
    const candidates = isBaseReading(schema)
      ? baseNames(named.get(writtenId(schema.id))?.name, place, document.uri)
      : candidatesFor(targets.names.get(schema.id) ?? targetNames(place, document.uri));
    named.set(schema.id, claims.nameWithExports(candidates, claimant));
  }
  return named;
}

const componentPath = ["components", "schemas"];

function targetOf(schema: Schema, { aliases }: Targets, document: Document): Target {
  const { place } = aliases.byTarget.get(schema.id) ?? schema;
  const found = componentAt(place, document);
  const isComponent = found?.section === "schemas" && !isBaseReading(schema);
  const component = isComponent ? found.name : undefined;
  const title =
    component === undefined
      ? `the schema ${relativeUri(document.uri, place.uri)}#${place.pointer}`
      : `the component ${component}`;
  return { schema, place, component, claimant: { ...claimantFor(schema, title), place } };
}

function candidatesFor([wanted, ...built]: readonly string[]): Candidates {
  return { wanted, built };
}

/**
 * Names for a schema that is read without its list, from the name of the whole schema if that is a
 * model.
 */
function baseNames(whole: string | undefined, place: Place, documentUri: string): Candidates {
  const [name = "Model"] = whole === undefined ? targetNames(place, documentUri) : [whole];
  return { built: [`${name}Base`, `${name}WithoutOptions`] };
}
