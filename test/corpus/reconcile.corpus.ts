import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { completeConfig } from "../../generator/config/complete-config.js";
import type { Config } from "../../generator/config/config.js";
import { loadConfig } from "../../generator/config/load-config.js";
import { diagnose } from "../../generator/load/diagnose.js";
import { generate, type Model } from "../../generator/index.js";
import { type Document, valueAt } from "../../generator/openapi/document.js";
import { isJsonObject } from "../../generator/core/json.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { readModels } from "../../generator/model/read-models.js";
import { checkSamples } from "../../generator/reconcile/check-samples.js";
import { reconcileDocument } from "../../generator/reconcile/reconcile-document.js";
import type { Reconciliation } from "../../generator/reconcile/reconciliation.js";
import type { Sample, SampleOrigin, Samples } from "../../generator/reconcile/sample.js";
import type { SettleInput } from "../../generator/reconcile/settle.js";
import { documentSamples } from "../../generator/reconcile/sources/document-samples.js";
import { compileErrors } from "../generate/compile.js";
import { typeOfValue } from "./value-types.js";

// A document as it is published, which is not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);
const spec = join(corpus, "openai.yaml");
const isThere = existsSync(spec);
if (!isThere) console.log(`reconcile: skipped, there is no ${spec} (GUARDSMITH_CORPUS)`);

const overlayFile = resolve(import.meta.dirname, "../../examples/openai/openai.overlay.yaml");

/** The examples that no widening repairs, and why a person has to decide. */
const beyondRepair: readonly (readonly [subject: string, reason: string])[] = [
  [
    "POST /fine_tuning/alpha/graders/run 200",
    "/components/schemas/RunGraderResponse/properties/metadata/properties/token_usage/anyOf: none of the alternatives is meant for an object",
  ],
  [
    "POST /vector_stores/{vector_store_id}/search 200",
    "/components/schemas/VectorStoreSearchResultsPage/properties/search_query/type: the document expects array, not a string",
  ],
  [
    "GET /chatkit/threads/{thread_id}/items 200",
    "/components/schemas/ThreadItem/oneOf: none of the alternatives is meant for a string",
  ],
  [
    "CreateEvalCompletionsRunDataSource",
    '/components/schemas/CreateEvalCompletionsRunDataSource/required: "type" distinguishes the alternatives of a union',
  ],
  [
    "CreateEvalResponsesRunDataSource",
    '/components/schemas/CreateEvalResponsesRunDataSource/required: "type" distinguishes the alternatives of a union',
  ],
  [
    "GraderMulti",
    "/components/schemas/GraderMulti/properties/graders/oneOf: none of the alternatives is meant for an array",
  ],
  [
    "RealtimeServerEventInputAudioBufferDtmfEventReceived",
    '/components/schemas/RealtimeServerEventInputAudioBufferDtmfEventReceived/properties/type/enum: "type" distinguishes the alternatives of a union',
  ],
  [
    "RealtimeTranscriptionSessionCreateResponseGA",
    "/components/schemas/RealtimeAudioFormats/anyOf/0/type: the document expects object, not a string",
  ],
  [
    "ResponseQueuedEvent",
    "/components/schemas/Response/allOf/2/properties/created_at/type: the document expects number, not a string",
  ],
  [
    "BetaResponseQueuedEvent",
    "/components/schemas/BetaResponse/allOf/2/properties/created_at/type: the document expects number, not a string",
  ],
];

/** A document with its examples. */
interface Held {
  readonly input: SettleInput;
  readonly samples: Samples;
}

describe.skipIf(!isThere)("the examples of the document of OpenAI", () => {
  let published: Held;
  let overlaid: Held;
  let result: Reconciliation;

  beforeAll(async () => {
    if (!isThere) return;
    published = await read([]);
    overlaid = await read([overlayFile]);
    result = reconcileDocument(published.input, published.samples);
  });

  test("break it, and are counted", () => {
    const { document } = published.input;
    const { samples, unusable, slips } = published.samples;
    const broken = checkedBy(published);
    const count = (which: (sample: Sample) => boolean): string =>
      `${samples.filter(which).length}, ${broken.filter(which).length} break it`;
    console.log(
      [
        `reconcile: ${document.sources.get(document.uri)?.name}`,
        `  x-oaiMeta of components: ${count((sample) => isOf(sample, "components", true))}`,
        `  example and examples in components: ${count((sample) => isOf(sample, "components", false))}`,
        `  x-oaiMeta of operations: ${count((sample) => isOf(sample, "paths", true))}`,
        `  example and examples in operations: ${count((sample) => isOf(sample, "paths", false))}`,
        `  texts with a comma too many: ${slips.length}`,
        `  texts that are no JSON value: ${unusable.length}`,
        ...unusable.map(({ subject, reason }) => `    ${subject}: ${reason}`),
      ].join("\n"),
    );
    expect(broken).toHaveLength(result.samples - result.accepted);
    expect(broken.length).toBeGreaterThan(0);
  });

  test("are accepted with the changes, but for a few that are named", () => {
    const places = new Set(
      result.changes.flatMap(({ places: all }) => all.map(({ pointer }) => pointer)),
    );
    const rejected = rejectedBy(result, published.samples);
    console.log(
      [
        `reconcile: ${result.accepted} of ${result.samples} accepted before, ${result.acceptedAfter} after`,
        `reconcile: ${result.changes.length} changes of ${places.size} schemas`,
        ...causesOf(result),
        `reconcile: ${rejected.length} need a decision`,
        ...rejected.map(([subject, reason]) => `  ${subject}: ${reason}`),
      ].join("\n"),
    );
    expect(rejected).toEqual(beyondRepair);
    expect(result.acceptedAfter).toBe(result.samples - rejected.length);
  });

  test("ask for the overlay of the example", async () => {
    await expect(result.overlay).toMatchFileSnapshot(overlayFile);
  });

  test("are accepted by the guards of the document with that overlay, and ask for no other", () => {
    expect(checkedBy(overlaid).map(({ subject }) => subject)).toEqual(
      beyondRepair.map(([subject]) => subject),
    );
    const again = reconcileDocument(overlaid.input, overlaid.samples);
    expect(again.changes).toEqual([]);
    expect(again.overlay).toBeUndefined();
  });

  test("are of the types of the package with that overlay", async () => {
    const { files, models } = await generate({
      spec,
      config: { overlays: [overlayFile], outputs: ["models"], format: "none" },
    });
    const rejected = new Set(originsOf(result).map(keyOf));
    const good = overlaid.samples.samples.filter(({ origin }) => !rejected.has(keyOf(origin)));
    const lines = good.flatMap((sample, index) => {
      const name = modelOf(sample, models, overlaid.input.document)?.name;
      // Texts and numbers, such as parameters and properties have, are no models.
      if (name === undefined) return [];
      return `declare const v${index}: ${typeOfValue(sample.value)};\nexport const x${index}: M.${name} = v${index};`;
    });
    expect(lines.length).toBeGreaterThan(600);
    const text = `import type * as M from "./index.js";\n${lines.join("\n")}\n`;
    const texts = files.map((file) => [file.path, file.text] as const);
    expect(compileErrors({ ...Object.fromEntries(texts), "samples.ts": text })).toEqual([]);
  });
});

test("the README of the example names what needs a decision", async () => {
  const readme = await readFile(join(overlayFile, "../README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| (?!example|-)(.*?) +\| `(.*?)`: (.*?) +\|$/gm)];
  expect(rows.map(([, subject, place, reason]) => [subject, `${place}: ${reason}`])).toEqual(
    beyondRepair,
  );
});

test("the config of the example names its overlay", async () => {
  const file = join(overlayFile, "../guardsmith.config.yaml");
  const config = await loadConfig({ cwd: corpus, file, overrides: { spec } });
  expect(config.overlays).toEqual([overlayFile]);
});

async function read(overlays: readonly string[]): Promise<Held> {
  const config: Config = completeConfig({ spec, overlays }, "generated");
  const host = nodeHost(corpus);
  const options = { spec, host, onStage: () => undefined };
  const { result, diagnostics } = await diagnose((run) => readModels(options, config, run));
  if (result === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const { document } = result;
  return { input: { document, config }, samples: documentSamples(document) };
}

/** The examples that guards reject. */
function checkedBy({ input, samples: { samples } }: Held): readonly Sample[] {
  const checked = checkSamples(input.document, samples, input.config);
  return samples.filter((sample) => checked.issuesOf(sample)?.length !== 0);
}

function isOf({ origin }: Sample, place: string, isDescribed: boolean): boolean {
  return (
    origin.pointer.startsWith(`/${place}/`) &&
    origin.pointer.includes("/x-oaiMeta/") === isDescribed
  );
}

/** What is left with a reason of its own, by the examples that show it. */
function rejectedBy(
  { left }: Reconciliation,
  { samples }: Samples,
): readonly (readonly [subject: string, reason: string])[] {
  return samples.flatMap((sample): readonly (readonly [string, string])[] => {
    const [first] = left.filter(
      ({ evidence, reason }) =>
        !reason.startsWith("every sample") &&
        evidence.some(({ origin }) => keyOf(origin) === keyOf(sample.origin)),
    );
    return first === undefined ? [] : [[sample.subject, `${first.place.pointer}: ${first.reason}`]];
  });
}

function originsOf({ left }: Reconciliation): readonly SampleOrigin[] {
  return left.flatMap(({ evidence }) => evidence.map(({ origin }) => origin));
}

function keyOf({ file, line, pointer }: SampleOrigin): string {
  return JSON.stringify([file, line, pointer]);
}

function causesOf({ changes }: Reconciliation): readonly string[] {
  const counts = new Map<string, number>();
  for (const cause of changes.flatMap(({ contradictions }) => contradictions.map((c) => c.cause))) {
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return [...counts].map(([cause, count]) => `  ${cause}: ${count} places`);
}

/** The model of an example, whose schema may only refer to it. */
function modelOf(
  { schema }: Sample,
  models: readonly Model[],
  document: Document,
): Model | undefined {
  const value = valueAt(schema, document);
  const reference = isJsonObject(value) ? value.$ref : undefined;
  const pointers = [
    schema.pointer,
    ...(typeof reference === "string" ? [reference.replace("#", "")] : []),
  ];
  return pointers
    .flatMap((pointer) => models.filter((each) => each.schema.place.pointer === pointer))
    .at(0);
}
