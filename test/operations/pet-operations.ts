// Operations with each location of parameters, several media types, headers and ranges of statuses.
import type { BodyCodec } from "../../generator/runtime/body.js";
import { jsonBody } from "../../generator/runtime/body-json.js";
import { report } from "../../generator/runtime/collect.js";
import type {
  DescribedResult,
  Operation,
  OtherResult,
  Status,
  StatusIn,
} from "../../generator/runtime/operation.js";
import { form } from "../../generator/runtime/parameter-form.js";
import { asNumber, asText } from "../../generator/runtime/parameter-shapes.js";
import { simple } from "../../generator/runtime/parameter-simple.js";
import type { ValueSchema } from "../../generator/runtime/parameter.js";
import { readText, readValue } from "../../generator/runtime/read-body.js";
import { isInteger, isObject } from "../../generator/runtime/values.js";

/** A schema with one keyword that a test decides. */
function schemaOf(expected: string, is: (value: unknown) => boolean): ValueSchema {
  const collect: ValueSchema["~collect"] = (value, path) => {
    if (!is(value)) report(path, "type", expected, value);
  };
  return { is, "~collect": collect, "~place": `#/components/schemas/${expected}` };
}

const integer = schemaOf("integer", isInteger);
const text = schemaOf("string", (value) => typeof value === "string");

const petSchema: ValueSchema = {
  is: (value) => isObject(value) && typeof value.name === "string",
  "~collect": (value, path) => {
    if (!isObject(value)) return report(path, "type", "object", value);
    const { name } = value;
    if (typeof name !== "string") report([path, "name"], "type", "string", name);
  },
  "~place": "#/components/schemas/Pet",
};

/** A body of text, as it is. */
function plainText(mediaType: string): BodyCodec {
  return {
    mediaType,
    schema: text,
    write: (value) => ({ body: String(value), contentType: mediaType }),
    read: (message) => readValue(() => readText(message)),
  };
}

interface Pet {
  readonly name: string;
}

type GetPetResult =
  | DescribedResult<200, "application/json", Pet, { readonly "X-Left": number }>
  | DescribedResult<200, "text/csv", string, { readonly "X-Left": number }>
  | DescribedResult<304, undefined, undefined>
  | DescribedResult<StatusIn<"4">, "application/json", Pet>
  | OtherResult<Exclude<Status, 200 | 304 | StatusIn<"4">>>;

/** Takes parameters in each location. */
export const getPet: Operation<
  {
    readonly path: { readonly id: number };
    readonly query?: { readonly limit?: number };
    readonly header: { readonly "X-Trace": string };
    readonly cookie?: { readonly session?: number };
  },
  GetPetResult
> = {
  id: "getPet",
  method: "GET",
  path: "/pets/{id}",
  parameters: [
    { name: "id", in: "path", isRequired: true, codec: simple(asNumber), schema: integer },
    { name: "limit", in: "query", codec: form(asNumber), schema: integer },
    { name: "X-Trace", in: "header", isRequired: true, codec: simple(asText), schema: text },
    { name: "session", in: "cookie", codec: form(asNumber), schema: integer },
  ],
  responses: {
    200: {
      headers: [
        {
          name: "X-Left",
          in: "header",
          isRequired: true,
          codec: simple(asNumber),
          schema: integer,
        },
        { name: "X-Note", in: "header", codec: simple(asText), schema: text },
      ],
      content: [jsonBody(petSchema), plainText("text/csv")],
    },
    304: {},
    "4XX": { content: [jsonBody(petSchema)] },
  },
};

/** Takes a body of several media types, and may answer without one. */
export const putPet: Operation<
  { readonly path: { readonly id: number }; readonly mediaType?: string; readonly body?: unknown },
  DescribedResult<200, "text/csv", string> | DescribedResult<204, undefined, undefined>
> = {
  id: "putPet",
  method: "PUT",
  path: "/pets/{id}",
  parameters: [
    { name: "id", in: "path", isRequired: true, codec: simple(asNumber), schema: integer },
  ],
  body: {
    content: [
      jsonBody(petSchema),
      jsonBody(petSchema, "application/merge-patch+json"),
      plainText("text/*"),
    ],
  },
  responses: { 200: { content: [plainText("text/csv")] }, 204: {} },
};

/** Takes a JSON body, and describes only an error of the default. */
export const postPet: Operation<
  { readonly body: Pet },
  | DescribedResult<201, "application/json", Pet>
  | DescribedResult<Exclude<Status, 201>, "text/x", string>
> = {
  id: "postPet",
  method: "POST",
  path: "/pets",
  body: { isRequired: true, content: [jsonBody(petSchema)] },
  responses: {
    201: { content: [jsonBody(petSchema)] },
    default: { content: [plainText("text/x")] },
  },
};
