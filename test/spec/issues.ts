import { Ajv2020 } from "ajv/dist/2020.js";
import { readSpec } from "./document.js";

const spec = readSpec();
const ajv = new Ajv2020({ allErrors: true, strict: true });
// The document is no schema itself: its own members must not pass for misspelt keywords.
ajv.addVocabulary(Object.keys(spec));
ajv.addSchema(spec, "spec");

/**
 * Validates a value under one schema of `spec/openapi.yaml`, with Ajv (JSON Schema 2020-12).
 *
 * @param schema - the JSON pointer to the schema, such as `/components/schemas/Batch`
 * @param value - any JSON value
 * @returns one line for each thing that is wrong with the value: none if it is valid
 * @throws when there is no schema at that place, or Ajv's strict mode refuses it
 */
export function issues(schema: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(`spec#${encodeURI(schema)}`);
  if (!validate) throw new Error(`There is no schema at ${schema}.`);
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = "is invalid" }) => `${instancePath} ${message}`,
  );
}
