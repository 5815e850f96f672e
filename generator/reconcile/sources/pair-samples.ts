import { isJsonObject, type Json, type JsonObject, ownMember } from "../../core/json.js";
import type { SampleOrigin, Samples } from "../sample.js";
import { collectSamples, type CollectedSamples } from "./collected-samples.js";
import type { OperationFinder } from "../../validate/operations/find-operation.js";
import {
  requestSchema,
  responseSchema,
  type BodySchema,
} from "../../validate/operations/operation.js";
import type { RecordedValue } from "./recorded-value.js";

/**
 * Returns the samples of recorded pairs of an operation and its bodies:
 * `{ "operation": "createBatch", "status": 200, "body": {…}, "request": {…} }`.
 *
 * `operation` is an `operationId`, or a method and a path: `POST /batches`, with or without the base
 * path of a server, and with variables or with values in their places. `body` is the response with
 * `status`, `request` the body of the request; one of the two is enough. Other members are ignored.
 *
 * @param values The pairs.
 * @param finder Finds the operations.
 */
export function pairSamples(values: readonly RecordedValue[], finder: OperationFinder): Samples {
  const collected = collectSamples();
  for (const { text, origin } of values) {
    if (text.kind === "none") collected.reject(text.reason, "a recorded pair", origin);
    else addPair(text.value, origin, finder, collected);
  }
  return collected;
}

function addPair(
  pair: Json,
  origin: SampleOrigin,
  finder: OperationFinder,
  collected: CollectedSamples,
): void {
  const reject = (reason: string, subject = "a recorded pair"): void =>
    collected.reject(reason, subject, origin);
  if (!isJsonObject(pair)) return reject("a pair has to be an object");
  const name = ownMember(pair, "operation");
  if (typeof name !== "string") {
    return reject("`operation` has to be an operationId, or a method and a path");
  }
  const operation = finder.byName(name);
  if (operation === undefined) {
    return reject(`the document has no operation ${JSON.stringify(name)}`);
  }
  const add = (member: string, body: BodySchema | undefined): void => {
    const value = ownMember(pair, member);
    if (value === undefined) return;
    if (body === undefined) return reject(notDescribed(member, pair), operation.name);
    const at = { ...origin, pointer: `${origin.pointer}/${member}` };
    collected.add({ kind: "value", value }, body, at);
  };
  if (!Object.hasOwn(pair, "body") && !Object.hasOwn(pair, "request")) {
    return reject("the pair has neither a `body` nor a `request`", operation.name);
  }
  add("request", requestSchema(operation));
  if (!Object.hasOwn(pair, "body")) return;
  const status = ownMember(pair, "status");
  if (typeof status !== "number" || !Number.isInteger(status) || status < 100 || status > 599) {
    return reject("`status` has to be the status code of the `body`", operation.name);
  }
  add("body", responseSchema(operation, status));
}

function notDescribed(member: string, pair: JsonObject): string {
  return member === "request"
    ? "the document describes no JSON body of its request"
    : `the document describes no JSON body with the status ${JSON.stringify(ownMember(pair, "status"))}`;
}
