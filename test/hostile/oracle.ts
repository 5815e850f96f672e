import { Ajv2020 } from "ajv/dist/2020.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";

/** Tells whether a value is valid. */
export type Oracle = (value: Json) => boolean;

/** Asks Ajv about the component schemas of a document. */
export class Oracles {
  static readonly #ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    // A name that every object inherits is no property of it.
    ownProperties: true,
    // With the first error only, Ajv overlooks a missing property with the empty name.
    allErrors: true,
    logger: false,
  });
  readonly #schemas: JsonObject;

  /** @param schemas - The component schemas. */
  constructor(schemas: JsonObject) {
    this.#schemas = schemas;
  }

  /** What Ajv says about values of a component schema. */
  of(name: string): Oracle {
    const schemas = withStandIns(this.#schemas);
    // References are relative to the root, so that the root has to hold all components.
    const validate = Oracles.#ajv.compile({
      components: { schemas },
      allOf: [withStandIns(this.#schemas[name] ?? true)],
    });
    return (value) => validate(withStandIns(value));
  }
}

/** The same value with another character for each lone surrogate, which Ajv does not accept in names. */
function withStandIns(value: Json): Json {
  if (typeof value === "string") return standIn(value);
  if (isJsonArray(value)) return value.map(withStandIns);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [standIn(name), withStandIns(member)]),
  );
}

function standIn(text: string): string {
  return text.replace(/\p{Cs}/gu, (character) =>
    String.fromCharCode(0xe000 + (character.charCodeAt(0) & 0x7ff)),
  );
}
