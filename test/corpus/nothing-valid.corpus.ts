import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../generator/index.js";

const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);

const codes = ["nothing-valid", "option-never-matches"];

// Each was looked up in the document: a string beside one of some strings, an integer beside a
// number, the same type twice, an object beside one that extends it or any object, a string beside `type: object`.
const documents = [
  {
    spec: "box.json",
    options: [
      ...[0, 1, 2, 3, 5].map((index) => `/components/schemas/EventSourceResource/oneOf/${index}`),
      "/components/schemas/MetadataInstanceValue/oneOf/1",
    ],
  },
  {
    spec: "digitalocean/specification/DigitalOcean-public.v2.yaml",
    options: ["/properties/value/oneOf/2", "/requestBody/content/application~1json/schema/oneOf/1"],
  },
  {
    spec: "openai.yaml",
    options: [
      "/components/schemas/ChatkitWorkflow/properties/state_variables/anyOf/0/additionalProperties/oneOf/1",
      "/components/schemas/RealtimeBetaResponseCreateParams/properties/conversation/oneOf/1",
      "/components/schemas/RealtimeResponseCreateParams/properties/conversation/oneOf/1",
      "/components/schemas/TranscriptionChunkingStrategy/oneOf/0",
      "/components/schemas/WorkflowParam/properties/state_variables/additionalProperties/oneOf/1",
      "/paths/~1audio~1translations/post/responses/200/content/application~1json/schema/oneOf/1",
    ],
  },
];

const isThere = documents.every(({ spec }) => existsSync(join(corpus, spec)));

test.skipIf(!isThere).each(documents)(
  "$spec has options that accept nothing, and no schema that does",
  async ({ spec, options }) => {
    const config = { outputs: ["models"], format: "none" } as const;
    const { diagnostics } = await generate({ spec, cwd: corpus, config });
    const found = diagnostics
      .filter(({ code }) => codes.includes(code))
      .map(({ code, place }) => [code, place?.pointer]);
    expect(found.toSorted()).toEqual(options.map((pointer) => ["option-never-matches", pointer]));
  },
);
