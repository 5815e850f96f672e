import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { modelNames } from "../contenders/contender.js";
import type { Schemas } from "../form.js";

/**
 * The standalone code of Ajv for the models, as an ES module that exports one function for each.
 *
 * @param allErrors Whether it goes on after the first error.
 */
export function standaloneAjv(schemas: Schemas, allErrors: boolean): string {
  const ajv = new Ajv2020({
    strict: false,
    discriminator: true,
    allErrors,
    code: { source: true, esm: true, lines: true },
  });
  // In a JSON Schema of its own, the components are definitions.
  const text = JSON.stringify(schemas).replaceAll("#/components/schemas/", "#/$defs/");
  const definitions = JSON.parse(text) as Record<string, object>;
  for (const name of modelNames) {
    ajv.addSchema({ ...definitions[name], $defs: definitions }, name);
  }
  const exported = Object.fromEntries(modelNames.map((name) => [name, name]));
  return standalone.default(ajv, exported);
}
