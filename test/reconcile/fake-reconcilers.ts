import { valueAt } from "../../generator/openapi/document.js";
import { isJsonObject } from "../../generator/core/json.js";
import type { Reconcilers } from "../../generator/reconcile/reconcilers.js";
import type { Sample } from "../../generator/reconcile/sample.js";
import { changeOf, contradiction, found, leftOf } from "./found.js";

/** What is overlaid where names may be `null`. */
export const nameOverlay = `overlay: 1.0.0
info: { title: Fixes, version: 1.0.0 }
actions:
  - target: $.components.schemas.Pet.properties.name.type
    remove: true
  - target: $.components.schemas.Pet.properties.name
    update: { type: [string, "null"] }
`;

/**
 * Reconcilers that know of two contradictions: a Pet whose `name` is `null`, which an overlay settles
 * until the document allows it, and one whose `name` is a number, which is left.
 */
export const fakeReconcilers: Reconcilers = {
  documentSamples: (document) => ({
    samples: [
      {
        value: { name: "of the document" },
        schema: { uri: document.uri, pointer: "/components/schemas/Pet" },
        subject: "Pet",
        origin: { file: "openapi.yaml", pointer: "/components/schemas/Pet/example" },
      },
    ],
    unusable: [],
    slips: [],
  }),
  reconcile: ({ document }, { samples, unusable, slips }, { minSamples }) => {
    const place = { uri: document.uri, pointer: "/components/schemas/Pet/properties/name/type" };
    const allowsNull = valueAt(place, document) !== "string";
    const nulls = allowsNull ? [] : samples.filter((each) => nameOf(each) === null);
    const numbers = samples.filter((each) => typeof nameOf(each) === "number");
    const evidence = (some: readonly Sample[]) => ({
      place,
      samples: some.length,
      evidence: some.map(({ origin, value }) => ({
        origin,
        pointer: "/name",
        received: JSON.stringify(isJsonObject(value) ? value.name : value),
      })),
    });
    const isEnough = nulls.length >= minSamples;
    const odd = nulls.length > 0 && !isEnough ? [nulls] : [];
    return found({
      samples: samples.length,
      accepted: samples.length - nulls.length - numbers.length,
      acceptedAfter: samples.length - numbers.length - (isEnough ? 0 : nulls.length),
      changes: nulls.length > 0 && isEnough ? [changeOf([contradiction(evidence(nulls))])] : [],
      left: [...odd, ...(numbers.length > 0 ? [numbers] : [])].map((some) =>
        leftOf({ ...evidence(some), reason: "it is left" }),
      ),
      unusable,
      slips,
      ...(nulls.length > 0 && isEnough && { overlay: nameOverlay }),
    });
  },
};

function nameOf({ value }: Sample): unknown {
  return isJsonObject(value) ? value.name : undefined;
}
