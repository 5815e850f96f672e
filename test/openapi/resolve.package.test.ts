import { describe, expect, it } from "vitest";
import type { Json } from "../../generator/core/json.js";
import { loadPackage } from "../support/load-package.js";

const target = {
  $id: "https://example.com/schemas/target",
  $anchor: "here",
  type: "object",
  required: ["id"],
  properties: { id: { $ref: "#/$defs/id" }, next: { $ref: "#here" } },
  $defs: { id: { $anchor: "id", type: "string" } },
};

/** A document whose `Use` has a property that refers to the target, or to a part of it. */
function documentWith($ref: string): Json {
  return {
    openapi: "3.2.0",
    $self: "https://example.com/apis/main",
    info: { title: "T", version: "1" },
    paths: {
      "/": {
        get: { responses: { 200: { content: { "application/json": { schema: { $ref } } } } } },
      },
    },
    components: {
      schemas: { Target: target, Use: { type: "object", properties: { to: { $ref } } } },
    },
  };
}

const targetType = 'components["schemas"]["Target"]';
const idType = 'import("./models/target-id.js").TargetId';

const object = { right: { id: "a", next: { id: "b" } }, wrong: { id: 1 } };
const text = { right: "a", wrong: 1 };

describe("guards, types and openapi.ts follow a reference", () => {
  it.each<[what: string, $ref: string, values: { readonly right: Json; readonly wrong: Json }]>([
    ["by pointer", "#/components/schemas/Target", object],
    ["by $self and pointer", "https://example.com/apis/main#/components/schemas/Target", object],
    ["relative to $self", "main#/components/schemas/Target", object],
    ["by $id", "https://example.com/schemas/target", object],
    ["by an $id relative to $self", "../schemas/target", object],
    ["by $id and $anchor", "https://example.com/schemas/target#here", object],
    ["by $id and pointer", "https://example.com/schemas/target#/$defs/id", text],
    ["by $id and an anchor inside", "https://example.com/schemas/target#id", text],
  ])("%s", async (_what, $ref, { right, wrong }) => {
    const { guards, files } = await loadPackage({
      spec: { text: JSON.stringify(documentWith($ref)), name: "resolve.json" },
      config: { outputs: ["models", "guards", "openapi"] },
    });
    const { is } = guards("Use");
    expect([is({ to: right }), is({ to: wrong })]).toEqual([true, false]);
    const openapi = files.find(({ path }) => path === "openapi.ts")?.text ?? "";
    expect(openapi).toContain(`"application/json": ${right === "a" ? idType : targetType}`);
  });
});
