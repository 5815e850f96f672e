import type { Json, JsonObject } from "../../../generator/core/json.js";

/** A value that is not valid under a schema, and all that is said about it. */
export type Row = readonly [what: string, schema: Json, value: Json, messages: readonly string[]];

export type Tables = Readonly<Record<string, readonly Row[]>>;

// Short ways to write schemas in tables.

export const string = { type: "string" };

export const integer = { type: "integer" };

/** The models that schemas of the tables refer to. */
export const components: JsonObject = {
  Lang: { type: "string", enum: ["en", "fr"] },
  Address: {
    type: "object",
    required: ["street"],
    properties: { street: { type: "string" }, kind: { enum: ["home", "work"] } },
  },
  Nothing: false,
};

export const lang = { $ref: "#/components/schemas/Lang" };

export const address = { $ref: "#/components/schemas/Address" };

export const object = (others: JsonObject): JsonObject => ({ type: "object", ...others });

export const list = (others: JsonObject): JsonObject => ({ type: "array", ...others });
