import type { Direction } from "../../core/direction.js";
import type { Config } from "../../config/config.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import type { Document } from "../../openapi/document.js";
import { keyOfPlace, type Place } from "../../core/place.js";
import { joinPointer } from "../../core/pointer.js";
import { closest } from "../../runtime/closest.js";
import type { PlaceKey } from "./all-schemas.js";
import { completePolicy, type CompletePolicy, type DirectedPolicy } from "../../config/policies.js";
import type { Survey } from "./survey.js";

/** Tells by what policy a schema is read. */
export type PolicyAt = (place: Place, direction: Direction | undefined) => CompletePolicy;

/**
 * Finds the schemas that policies are for.
 *
 * @param log - Is told of those that are for no schema.
 */
export function findPolicies(
  document: Document,
  { policies, source }: Pick<Config, "policies" | "source">,
  survey: Survey,
  log: DiagnosticLog,
): PolicyAt {
  const { models = {}, ...general } = policies;
  const names = placesByName(document, survey);
  const layers = new Map<PlaceKey, DirectedPolicy[]>();
  // A pointer says more exactly what is meant than a name.
  const entries = Object.entries(models).sort(
    ([left], [right]) => Number(isPointer(right)) - Number(isPointer(left)),
  );
  for (const [written, policy] of entries) {
    const place = isPointer(written) ? `${document.uri}${written}` : names.get(written);
    if (place === undefined || !isAround(place, survey.places)) {
      reportUnknown(written, document, names, survey, source?.uri, log);
    } else {
      layers.set(place, [...(layers.get(place) ?? []), policy]);
    }
  }
  const found = new Map<string, CompletePolicy>();
  return (place, direction) => {
    const key = `${direction ?? ""} ${keyOfPlace(place)}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const around = waysUp(place).flatMap((each) => layers.get(each) ?? []);
    const policy = completePolicy([...around, general], direction);
    found.set(key, policy);
    return policy;
  };
}

function isPointer(written: string): boolean {
  return written.startsWith("#");
}

/** The places of models by the names that they have in the document and in the package. */
function placesByName({ uri, root }: Document, { models }: Survey): ReadonlyMap<string, PlaceKey> {
  const whole = models.all.filter(({ direction }) => direction === undefined);
  const components = whole.flatMap(({ schema: { place } }): (readonly [string, PlaceKey])[] => {
    const [, name] = /^\/components\/schemas\/([^/]+)$/.exec(place.pointer) ?? [];
    return place.uri === uri && name !== undefined && root.components !== undefined
      ? [[name.replaceAll("~1", "/").replaceAll("~0", "~"), keyOfPlace(place)]]
      : [];
  });
  return new Map([
    ...whole.map(({ name, schema }) => [name, keyOfPlace(schema.place)] as const),
    ...components,
  ]);
}

/** A place and those around it, the nearest first. */
function waysUp({ uri, pointer }: Place): readonly PlaceKey[] {
  const ends = [...pointer.matchAll(/\//g)].map(({ index }) => index);
  return [pointer, ...ends.reverse().map((end) => pointer.slice(0, end))].map(
    (each) => `${uri}#${each}`,
  );
}

function isAround(place: PlaceKey, places: ReadonlySet<PlaceKey>): boolean {
  return places.has(place) || [...places].some((each) => each.startsWith(`${place}/`));
}

function reportUnknown(
  written: string,
  { uri }: Document,
  names: ReadonlyMap<string, PlaceKey>,
  { places }: Survey,
  config: string | undefined,
  log: DiagnosticLog,
): void {
  const known = isPointer(written)
    ? [...places].flatMap((place) =>
        place.startsWith(`${uri}#/`) ? [place.slice(uri.length)] : [],
      )
    : [...names.keys()];
  const meant = closest(written, known);
  log.warning({
    code: "unknown-policy-model",
    message: `\`policies.models\` has ${JSON.stringify(written)}, where there is no ${isPointer(written) ? "schema" : "model"}`,
    help:
      meant === undefined
        ? "name a model that is emitted, or a schema in one as a JSON pointer that begins with #/"
        : `did you mean ${JSON.stringify(meant)}?`,
    ...(config !== undefined && {
      place: {
        uri: config,
        pointer: joinPointer("", "policies", "models", written),
        part: "key" as const,
      },
    }),
  });
}
