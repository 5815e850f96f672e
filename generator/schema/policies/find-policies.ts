import type { Direction } from "../../core/direction.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { Config } from "../../config/config.js";
import { placeOfSetting } from "../../config/place-of-setting.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { componentSchemas } from "../../openapi/components.js";
import type { Document } from "../../openapi/document.js";
import { joinPointer } from "../../core/pointer.js";
import { keyOfPlace, placesAround, type Place } from "../../core/place.js";
import { closest } from "../../runtime/closest.js";
import { findComponentAliases } from "../component-aliases.js";
import { reachByReference } from "../reach.js";
import type { Schema } from "../schema.js";
import { allSchemas, type PlaceKey } from "./all-schemas.js";
import { completePolicy, type CompletePolicy, type DirectedPolicy } from "../../config/policies.js";

/** Returns the policy for a schema. */
export type PolicyAt = (place: Place, direction?: Direction) => CompletePolicy;

/** The policies for the schemas of a document. */
export interface FoundPolicies {
  readonly at: PolicyAt;
  /** Whether some base may be read as the union of its extensions. */
  readonly haveUnions: boolean;
  /** Warns of policies that apply to no schema. */
  readonly reportUnknown: (log: DiagnosticLog) => void;
}

/**
 * Finds the schemas that policies apply to.
 *
 * @param roots - The schemas that models are made of, with all that they lead to.
 */
export function findPolicies(
  document: Document,
  config: Pick<Config, "policies" | "source">,
  roots: readonly Schema[],
  get: (id: SchemaId) => Schema,
): FoundPolicies {
  const { models = {}, ...general } = config.policies;
  const components = componentSchemas(document);
  const reached = reachByReference(roots, get);
  const places = allSchemas(reached, get).map(({ place }) => place);
  const { byTarget } = findComponentAliases(document, reached, get);
  const componentsOf = new Map(
    [...byTarget].map(([id, { place }]) => [keyOfPlace(get(id).place), place] as const),
  );
  const layers = new Map<PlaceKey, DirectedPolicy[]>();
  const unknown: { readonly written: string; readonly known: () => readonly string[] }[] = [];
  // A pointer is more specific than a name.
  const entries = Object.entries(models).sort(
    ([left], [right]) => Number(isPointer(right)) - Number(isPointer(left)),
  );
  const emitted = new Set(entries.length === 0 ? [] : places.flatMap(waysUp));
  for (const [written, policy] of entries) {
    const component = components.get(written);
    const key = isPointer(written)
      ? keyOfPointer(written, emitted, document)
      : component && keyOfPlace(component);
    if (key !== undefined && emitted.has(key)) {
      layers.set(key, [...(layers.get(key) ?? []), policy]);
    } else {
      const known = (): readonly string[] =>
        isPointer(written)
          ? pointersTo(places, document)
          : [...components].flatMap(([name, place]) =>
              emitted.has(keyOfPlace(place)) ? [name] : [],
            );
      unknown.push({ written, known });
    }
  }
  const found = new Map<string, CompletePolicy>();
  const at: PolicyAt = (place, direction) => {
    const key = `${direction ?? ""} ${keyOfPlace(place)}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const inFile = waysUp(place);
    const [component] = inFile.flatMap((each) => componentsOf.get(each) ?? []);
    const all = component === undefined ? inFile : [...inFile, ...waysUp(component)];
    const around = all.flatMap((each) => layers.get(each) ?? []);
    const policy = completePolicy([...around, general], direction);
    found.set(key, policy);
    return policy;
  };
  const reportUnknown = (log: DiagnosticLog): void => {
    for (const { written, known } of unknown) {
      const reference = isPointer(written)
        ? written
        : `#${joinPointer("/components/schemas", written)}`;
      if (document.isLeftOut?.(reference) === true) continue;
      report(written, known(), config, log);
    }
  };
  const haveUnions = [general, ...Object.values(models)].some(
    ({ polymorphism }) => polymorphism === "union",
  );
  return { at, haveUnions, reportUnknown };
}

function isPointer(written: string): boolean {
  return written.startsWith("#");
}

/**
 * The place that a pointer into the document leads to. It is in another file if a map on the way is
 * a reference.
 */
function keyOfPointer(
  written: string,
  emitted: ReadonlySet<PlaceKey>,
  document: Document,
): PlaceKey {
  const key = `${document.uri}${written}`;
  const found = emitted.has(key)
    ? undefined
    : document.resolve(encodeURI(written), { uri: document.uri, pointer: "" });
  return found?.kind === "found" ? keyOfPlace(found.place) : key;
}

function waysUp(place: Place): readonly PlaceKey[] {
  return placesAround(place).map(keyOfPlace);
}

function pointersTo(places: readonly Place[], { uri }: Document): readonly string[] {
  return places.flatMap((place) => (place.uri === uri ? [`#${place.pointer}`] : []));
}

function report(
  written: string,
  known: readonly string[],
  config: Pick<Config, "source">,
  log: DiagnosticLog,
): void {
  const meant = closest(written, known);
  log.warning({
    code: "unknown-policy-model",
    message: `\`policies.models\` has ${JSON.stringify(written)}, which is not a generated ${isPointer(written) ? "schema" : "component schema"}`,
    help:
      meant === undefined
        ? "name a component schema, or any schema as a JSON pointer that begins with #/"
        : `did you mean ${JSON.stringify(meant)}?`,
    ...placeOfSetting(config, ["policies", "models", written], "key"),
  });
}
