import type { Json } from "../../core/json.js";
import type { ReadModels } from "../../model/read-models.js";
import { directionOf } from "../../schema/scope.js";
import { findModel } from "../../validate/find-model.js";
import type { Samples } from "../sample.js";
import { operationFinder, type OperationFinder } from "../../validate/operations/find-operation.js";
import { harSamples } from "./har-samples.js";
import { modelSamples } from "./model-samples.js";
import { readOperations, readWebhooks } from "../../validate/operations/operation.js";
import { pairSamples } from "./pair-samples.js";
import { givenValues, type RecordedValue } from "./recorded-value.js";

/** What samples belong to. */
export type SampleKind =
  /** Each value belongs to a model: the name of the model, or of its component. */
  | { readonly kind: "model"; readonly model: string }
  /**
   * Each value is an operation with the bodies of its request and response:
   * `{ "operation": "createBatch", "status": 200, "body": {…}, "request": {…} }`.
   */
  | { readonly kind: "pairs" }
  /** Each value is an HTTP Archive. */
  | { readonly kind: "har" };

/** Where samples are. */
export type SampleLocation =
  | {
      readonly values: readonly Json[];
      /** The name of the values in reports. Default: `<samples>`. */
      readonly name?: string;
    }
  | {
      /** Reads the values of a file, each with its origin; called after the document was read. */
      readonly read: () => Promise<readonly RecordedValue[]>;
    };

/** Values that an API has sent or received. */
export type SampleSource = SampleKind & SampleLocation;

/**
 * Returns samples of recorded values, each with the schema that it has to match.
 *
 * @param sources The recorded values.
 * @param read The document that the samples are compared with.
 * @returns The samples of each source, in their order.
 * @throws {InputError} If a model does not exist, or a source cannot be read.
 */
export async function sourceSamples(
  sources: Iterable<SampleSource> | AsyncIterable<SampleSource>,
  read: Pick<ReadModels, "document" | "models">,
): Promise<readonly Samples[]> {
  const finder = operationFinder(readOperations(read.document), readWebhooks(read.document));
  const all: Samples[] = [];
  for await (const source of sources) {
    // A missing model is reported before anything is read.
    const samplesOf = samplesOfKind(source, finder, read);
    all.push(samplesOf(await valuesOf(source)));
  }
  return all;
}

function valuesOf(source: SampleLocation): Promise<readonly RecordedValue[]> {
  if ("read" in source) return source.read();
  return Promise.resolve(givenValues(source.values, source.name ?? "<samples>"));
}

/** Returns a function that makes samples of recorded values. */
function samplesOfKind(
  source: SampleKind,
  finder: OperationFinder,
  { models }: Pick<ReadModels, "models">,
): (values: readonly RecordedValue[]) => Samples {
  switch (source.kind) {
    case "model": {
      const { schema, name } = findModel(source.model, models);
      const body = { schema: schema.place, direction: directionOf(schema.id), subject: name };
      return (values) => modelSamples(values, body);
    }
    case "pairs":
      return (values) => pairSamples(values, finder);
    case "har":
      return (values) => harSamples(values, finder);
  }
}
