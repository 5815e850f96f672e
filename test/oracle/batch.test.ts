import assert from "node:assert/strict";
import type { JsonObject } from "../../generator/core/json.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as exports from "../../generated/src/index.js";
import type { Model } from "../../generator/index.js";
import { resolvePointer } from "../../generator/core/pointer.js";
import { readSpec } from "../spec/document.js";
import { expectAgreement, isWithin, seed, type Path } from "./agreement.js";
import { ajvOracles } from "./ajv-oracle.js";
import { guardsOf } from "../support/guards.js";
import { guardsInMemory, inMemory } from "../support/guards-in-memory.js";
import { randomRuns } from "../support/random-runs.js";
import { anyJson } from "./instances/any-json.js";
import { breakOne, type Changed } from "./instances/break-one.js";
import { instances } from "./instances/instances.js";

// The tests of the specification read it with types; here it is just JSON.
const document = readSpec() as unknown as JsonObject;
const oracleAt = ajvOracles(document);
const models: readonly Model[] = (await guardsInMemory(inMemory(document))).models.all;

/** How many instances there are of each kind. */
const runs = randomRuns(2000);

test("there is a guard for every component and every model inside one", () => {
  expect(models.map(({ name }) => name)).toEqual([
    "Batch",
    "BatchStatus",
    "Errors",
    "BatchError",
    "BatchRequestCounts",
    "BatchUsage",
    "InputTokensDetails",
    "OutputTokensDetails",
    "CreateBatchRequest",
    "CreateBatchRequestEndpoint",
    "OutputExpiresAfter",
    "ListBatchesResponse",
    "Metadata",
  ]);
});

describe.each(models.map((model) => [model.name, model] as const))("%s", (_name, model) => {
  const { pointer } = model.schema.place;
  const isValid = oracleAt(pointer);
  const guards = guardsOf(model, exports);
  const generated = instances(resolvePointer(document, pointer) ?? true, document);

  test(`accepts and rejects what Ajv does, in ${runs} instances`, () => {
    let valid = 0;
    fc.assert(
      fc.property(generated, (value) => {
        if (isValid(value)) valid += 1;
        expectAgreement(guards, value, isValid(value));
      }),
      { seed, numRuns: runs },
    );
    expect(valid).toBeGreaterThan(0.9 * runs);
  });

  test(`accepts and rejects what Ajv does, in ${runs} instances with one change`, () => {
    let invalid = 0;
    fc.assert(
      fc.property(
        generated.filter(isValid).chain((value) => breakOne(value)),
        (changed) => {
          const issues = expectAgreement(guards, changed.value, isValid(changed.value));
          if (issues.length === 0) return;
          invalid += 1;
          const paths = issues.map(({ path }) => path);
          assert(paths.some((path) => isAbout(path, changed)));
        },
      ),
      { seed, numRuns: runs },
    );
    expect(invalid).toBeGreaterThan(0.25 * runs);
  });

  test(`accepts and rejects what Ajv does, in ${runs} JSON values of any kind`, () => {
    fc.assert(
      fc.property(anyJson(), (value) => {
        expectAgreement(guards, value, isValid(value));
      }),
      { seed, numRuns: runs },
    );
  });
});

/** Whether an issue may be what one change has caused. */
function isAbout(path: Path, { path: changed, change }: Changed): boolean {
  switch (change) {
    case "replaced":
      return isWithin(path, changed);
    case "removed":
      return same(path, changed);
    case "added":
      // One property too many is an issue of the object.
      return isWithin(path, changed) || same(path, changed.slice(0, -1));
  }
}

function same(one: Path, other: Path): boolean {
  return one.length === other.length && isWithin(one, other);
}
