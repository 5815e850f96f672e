const json = "application/json";

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** A response with a schema for each media type. */
function response(content: Readonly<Record<string, Json>>): JsonObject {
  const media = Object.entries(content).map(([type, schema]) => [type, { schema }] as const);
  return { description: "A response.", content: Object.fromEntries(media) };
}

function get(responses: Readonly<Record<string, Json>>): JsonObject {
  return { get: { responses } };
}

/** Every way in which a document describes responses. */
import type { Json, JsonObject } from "../../generator/core/json.js";
export const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Responses", version: "1.0.0" },
  paths: {
    "/users/{id}": {
      ...get({
        200: response({ [json]: ref("User"), "application/vnd.user+json": ref("Name") }),
        204: { description: "Nothing." },
        404: { $ref: "#/components/responses/NotFound" },
        "4XX": response({ [json]: ref("Problem") }),
        default: response({ [json]: { type: "object", required: ["fatal"] } }),
      }),
      delete: { responses: { 200: response({ [json]: { type: "array", items: ref("User") } }) } },
      head: { responses: { 200: response({ [json]: ref("User") }) } },
    },
    "/texts": get({ 200: response({ "text/plain": { type: "string" }, [json]: ref("Name") }) }),
    "/plain": get({
      200: response({ "text/plain": { type: "string" } }),
      default: response({ [json]: ref("Problem") }),
    }),
    "/parameters": get({
      200: response({ "Application/JSON; charset=utf-8": ref("Name") }),
      201: response({ [json]: ref("Name"), "application/json; version=2": ref("User") }),
      202: response({
        "application/json; version=1": {},
        "application/json; version=2": ref("User"),
      }),
    }),
    "/ranges": get({
      200: response({ "application/*": ref("Name"), "*/*": ref("User") }),
      201: { description: "Anything.", content: { [json]: {}, "*/*": { schema: ref("Name") } } },
    }),
    "/undescribed": get({ 200: { description: "Anything." } }),
  },
  components: {
    responses: { NotFound: response({ "application/problem+json": ref("Problem") }) },
    schemas: {
      Name: { type: "string", minLength: 1 },
      Problem: { type: "object", required: ["title"], properties: { title: ref("Name") } },
      User: {
        type: "object",
        required: ["name", "password"],
        properties: { name: ref("Name"), password: { type: "string", writeOnly: true } },
      },
    },
  },
};
