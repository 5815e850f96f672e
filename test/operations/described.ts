import type { BodyCodec, WrittenBody } from "../../generator/runtime/body.js";
import { report } from "../../generator/runtime/collect.js";
import type { Operation } from "../../generator/runtime/operation.js";
import { modelSchema, type ModelSchema } from "../../generator/runtime/schema.js";

/** What an operation without types takes. */
export interface AnyCall {
  readonly path?: object;
  readonly query?: object;
  readonly header?: object;
  readonly cookie?: object;
  readonly body?: unknown;
  readonly mediaType?: string;
}

/** An operation of which a test gives only what it is about. */
export type AnyOperation = Operation<
  AnyCall,
  { status: number; mediaType: string | undefined; headers: unknown; body: unknown }
>;

/** Describes `GET /items`, with what a test changes of it. */
export function operationOf(changes: Partial<Omit<Operation, "~types">> = {}): AnyOperation {
  return { id: "getItem", method: "GET", path: "/items", responses: {}, ...changes };
}

/** Makes a schema from a test. */
export function schemaOf(name: string, is: (value: unknown) => boolean): ModelSchema<unknown> {
  return modelSchema(
    name,
    `#/components/schemas/${name}`,
    (value): value is unknown => is(value),
    (value, path) => {
      if (!is(value)) report(path, "type", `a ${name}`, value);
    },
  );
}

export const Text: ModelSchema<unknown> = schemaOf("Text", (value) => typeof value === "string");
export const Count: ModelSchema<unknown> = schemaOf("Count", (value) => Number.isInteger(value));

/** A body that is sent as it is. */
export const binary: BodyCodec = {
  mediaType: "*/*",
  schema: schemaOf("Body", () => true),
  write: (value) => ({ body: value as WrittenBody["body"] }),
  read: async (message) => ({ value: await message.blob() }),
};
