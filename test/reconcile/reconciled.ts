import type { Json, JsonObject } from "../../generator/core/json.js";
import { completeConfig } from "../../generator/config/complete-config.js";
import { below } from "../../generator/core/place.js";
import { joinPointer } from "../../generator/core/pointer.js";
import { applyOverlayText } from "../../generator/reconcile/apply-plan.js";
import { reconcileDocument } from "../../generator/reconcile/reconcile-document.js";
import type { Reconciliation } from "../../generator/reconcile/reconciliation.js";
import type { Sample } from "../../generator/reconcile/sample.js";
import type { SettleInput } from "../../generator/reconcile/settle.js";
import { documentOf } from "../generate/package.js";
import { readDocument } from "../validate/read-document.js";

/** A sample of a component: its name, and the value. */
export type ComponentSample = readonly [component: string, value: Json];

/** A document that samples can be checked against. */
export interface Reconcilable {
  readonly input: SettleInput;
  /** Checks samples against the document. */
  readonly run: (samples: readonly ComponentSample[], minSamples?: number) => Reconciliation;
  /** The document with the overlay of a reconciliation. */
  readonly after: (reconciliation: Reconciliation) => Reconcilable;
}

/**
 * Reads a document of component schemas.
 *
 * @param schemas - The component schemas.
 * @param openapi - The version of the document. Default: 3.1.0.
 */
export async function reconcilable(schemas: JsonObject, openapi = "3.1.0"): Promise<Reconcilable> {
  const text = documentOf(schemas).replace('"openapi": "3.1.0"', `"openapi": "${openapi}"`);
  const { document } = await readDocument(text);
  const config = completeConfig({ spec: "-" }, "generated");
  return withInput({ document, config });
}

function withInput(input: SettleInput): Reconcilable {
  const { document } = input;
  return {
    input,
    run: (samples, minSamples) =>
      reconcileDocument(
        input,
        {
          samples: samples.map((one, index) => sampleOf(one, index, input)),
          unusable: [],
          slips: [],
        },
        { minSamples },
      ),
    after: ({ overlay }) =>
      withInput({
        ...input,
        document: overlay === undefined ? document : applyOverlayText(document, overlay),
      }),
  };
}

function sampleOf(
  [name, value]: ComponentSample,
  index: number,
  { document }: SettleInput,
): Sample {
  const schema = below({ uri: document.uri, pointer: "" }, "components", "schemas", name);
  return {
    value,
    schema,
    direction: undefined,
    subject: name,
    origin: { file: "samples.jsonl", line: index + 1, pointer: "" },
  };
}

/** A component of a document, as it is. */
export function componentOf({ input }: Reconcilable, name: string): Json | undefined {
  const { components } = input.document.root;
  const schemas = (components as JsonObject).schemas as JsonObject;
  return schemas[name];
}

/** The changes, as `pointer: summary`. */
export function shownChanges({ changes }: Reconciliation): readonly string[] {
  return changes.map(
    ({ places, summary }) =>
      `${places.map(({ pointer }) => pointer.replace(joinPointer("", "components", "schemas"), "") || "/").join(", ")}: ${summary}`,
  );
}

/** What is left, as `cause pointer: reason`. */
export function shownLeft({ left }: Reconciliation): readonly string[] {
  return left.map(
    ({ cause, place, reason }) =>
      `${cause} ${place.pointer.replace(joinPointer("", "components", "schemas"), "")}: ${reason}`,
  );
}
