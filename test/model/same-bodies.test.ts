import { describe, expect, it } from "vitest";
import { generate, type Config } from "../../generator/index.js";

/** Generates models of an operation with some responses and a request, whose contents are given. */
async function modelsOf(
  contents: Readonly<Record<string, Readonly<Record<string, object>>>>,
  config: Partial<Config> = {},
) {
  const bodies = Object.entries(contents).map(([body, content]) => {
    const media = Object.entries(content).map(([type, schema]) => [type, { schema }]);
    return [body, { description: "x", content: Object.fromEntries(media) as object }] as const;
  });
  const { request, ...responses } = Object.fromEntries(bodies);
  const document = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/a": { post: { requestBody: request, responses } } },
    components: { schemas: { Other: { type: "object", properties: { c: { type: "string" } } } } },
  };
  const spec = { text: JSON.stringify(document) };
  const { models, diagnostics } = await generate({
    spec,
    config: { outputs: ["models"], ...config },
  });
  const names = models.map(({ name }) => name).filter((name) => name !== "Other");
  return { names, said: diagnostics.map(({ code }) => code) };
}

const list = { type: "array", items: { $ref: "#/components/schemas/Other" } };
const inner = { type: "object", properties: { in: { type: "object", properties: { x: {} } } } };
const text = { type: "string" };

describe("a schema under several media types of one body is one model", () => {
  it.each<[what: string, contents: Parameters<typeof modelsOf>[0], names: readonly string[]]>([
    [
      "in a response",
      { 200: { "text/plain": list, "application/json": list, "text/json": list } },
      ["PostAResponse"],
    ],
    [
      "in a request",
      { request: { "application/json": list, "text/json": list } },
      ["PostARequest"],
    ],
    [
      "with models inside",
      { 200: { "application/json": inner, "application/xml": inner } },
      ["PostAResponse", "PostAResponseIn"],
    ],
    [
      "between others",
      { 200: { "application/json": list, "text/plain": text, "text/json": list } },
      ["PostAResponse", "PostAResponsePlain"],
    ],
    [
      "but not where they differ",
      { 200: { "application/json": list, "text/plain": text } },
      ["PostAResponse", "PostAResponsePlain"],
    ],
    [
      "and not of several statuses, or of a request and a response",
      { request: { "application/json": list }, 400: { "a/b": list }, 404: { "a/b": list } },
      ["PostARequest", "PostAResponse400", "PostAResponse404"],
    ],
  ])("%s", async (_what, contents, names) => {
    expect(await modelsOf(contents)).toEqual({ names, said: [] });
  });

  it("unless the config names it", async () => {
    const pointer = "#/paths/~1a/post/responses/200/content/text~1json/schema";
    const contents = { 200: { "application/json": list, "text/json": list } };
    const found = await modelsOf(contents, { names: { [pointer]: "Mine" } });
    expect(found).toEqual({ names: ["PostAResponse", "Mine"], said: [] });
  });
});
