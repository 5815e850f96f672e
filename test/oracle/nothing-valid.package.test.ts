import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isNever } from "../../generator/checks/never.js";
import type { Diagnostic } from "../../generator/core/diagnostic.js";
import type { Json } from "../../generator/core/json.js";
import { deriveTypes } from "../../generator/model/derive-types.js";
import { checksOfModel } from "../../generator/model/lower.js";
import { generate } from "../../generator/index.js";
import { readDocument } from "../validate/read-document.js";
import { seed } from "./agreement.js";
import { ajvOracles } from "./ajv-oracle.js";
import { schemas } from "./instances/schemas.js";
import { documentOf } from "./keywords/document.js";
import { likelyValues } from "./likely-values.js";

const documents = 20;

const names = Array.from({ length: 25 }, (_, index) => `Random${index}`);

const found: string[] = [];

/** Random schemas: every second one combines others. */
function randomSchemas(from: number): readonly (readonly [name: string, schema: Json])[] {
  return names.flatMap((name, index) => {
    const before = names.slice(Math.max(index - 4, 0), index);
    const each = schemas({ inPlace: before, inside: before }, 2);
    const parts = fc.array(each, { minLength: 2, maxLength: 3 });
    const combined = parts.map((allOf): Json => ({ allOf }));
    const [schema = true] = fc.sample(index % 2 === 0 ? each : combined, {
      seed: from + index,
      numRuns: 1,
    });
    return [[name, schema] as const];
  });
}

/** Whether a warning is about a component: it is there, or named. */
function isAbout({ place, message, related = [] }: Diagnostic, name: string): boolean {
  const pointer = `/components/schemas/${name}`;
  const places = [place, ...related.map((other) => other.place)];
  return (
    places.some((each) => each?.pointer === pointer || each?.pointer.startsWith(`${pointer}/`)) ||
    message.includes(name)
  );
}

describe.each(Array.from({ length: documents }, (_, index) => index * 1000))(
  "in a document of random schemas (%i)",
  (from) => {
    const components = randomSchemas(seed + from);
    const document = documentOf("3.1.0", components);
    const text = JSON.stringify(document);

    test("nothing is valid where types or checks say so, and there is a warning", async () => {
      const { models, model } = await readDocument(text);
      const { diagnostics } = await generate({ spec: { text }, config: { outputs: ["models"] } });
      const warnings = diagnostics.filter(({ code }) => code === "nothing-valid");
      const types = deriveTypes(models);
      const oracleAt = ajvOracles(document);
      for (const [name, schema] of components) {
        const { id } = model(name);
        const isEmpty = {
          byType: types.get(id).kind === "never",
          byChecks: isNever(checksOfModel(model(name), models)),
        };
        const isValid = oracleAt(`/components/schemas/${name}`);
        if (!isEmpty.byType && !isEmpty.byChecks) continue;
        const accepted = fc
          .sample(likelyValues(schema, document), {
            seed,
            numRuns: 1000,
          })
          .find(isValid);
        const about = JSON.stringify({ name, schema, warnings, accepted });
        expect(isEmpty.byType, about).toBe(true);
        found.push(name);
        expect(accepted, about).toBeUndefined();
        // The names of those that follow are cut, if they are many.
        const isReported = warnings.some(
          (warning) => isAbout(warning, name) || warning.message.includes("other model"),
        );
        expect(isReported, about).toBe(true);
      }
    });
  },
);

test("many random schemas accept nothing", () => {
  expect(found.length).toBeGreaterThan(documents * 5);
});
