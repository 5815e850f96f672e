import { describe, expect, it } from "vitest";
import { reconcile, type ReconcileOptions, type SampleSource } from "../../generator/index.js";

const text = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": { description: All, content: { application/json: { schema: { type: array } } } }
components:
  schemas:
    Pet:
      type: object
      properties:
        name:
          type: string
      example: { name: 1 }
`;
const spec = { text, name: "pets.yaml" };

/** The contradictions that are settled and left, by where their samples come from. */
async function found(options: Partial<ReconcileOptions>): Promise<readonly string[]> {
  const { reconciliation, diagnostics } = await reconcile({ spec, ...options });
  expect(diagnostics).toEqual([]);
  const settled = reconciliation?.changes.flatMap(({ contradictions }) => contradictions) ?? [];
  return [...settled, ...(reconciliation?.left ?? [])].flatMap(({ cause, evidence }) =>
    evidence.map(({ origin: { file, pointer } }) => `${cause}: ${file}#${pointer}`),
  );
}

const nulls: SampleSource = {
  kind: "model",
  model: "Pet",
  values: [{ name: "Rex" }, { name: null }],
};

describe("reconcile", () => {
  it("makes an overlay for all that samples contradict", async () => {
    const { reconciliation } = await reconcile({ spec, samples: [nulls] });
    expect(reconciliation).toMatchObject({
      document: "pets.yaml",
      samples: 3,
      accepted: 1,
      acceptedAfter: 2,
      changes: [{ summary: "accept null" }],
      left: [{ cause: "type-not-allowed", subjects: ["Pet"] }],
    });
    expect(reconciliation?.overlay).toContain("overlay: 1.0.0");
    const place = reconciliation?.changes[0]?.contradictions[0]?.place;
    expect(place && reconciliation.show(place)).toEqual({
      file: "pets.yaml",
      isLocal: false,
      line: 15,
      column: 17,
      pointer: "/components/schemas/Pet/properties/name/type",
    });
  });

  const example = "type-not-allowed: pets.yaml#/components/schemas/Pet/example";
  it.each<[what: string, options: Partial<ReconcileOptions>, want: readonly string[]]>([
    ["the examples of the document", {}, [example]],
    ["nothing", { examples: false }, []],
    ["values of a model", { samples: [nulls] }, ["null-not-allowed: <samples>#/1", example]],
    [
      "values with a name",
      { samples: [{ ...nulls, name: "mine" }], examples: false },
      ["null-not-allowed: mine#/1"],
    ],
    [
      "pairs",
      {
        samples: [{ kind: "pairs", values: [{ operation: "listPets", status: 200, body: {} }] }],
        examples: false,
      },
      ["type-not-allowed: <samples>#/0/body"],
    ],
    [
      "sources that come one by one, and are read then",
      { samples: later(), examples: false },
      ["null-not-allowed: later.json#"],
    ],
  ])("compares with the document %s", async (_what, options, want) => {
    expect(await found(options)).toEqual(want);
  });

  it("changes nothing that too few samples show, and names the overlay", async () => {
    const odd = await reconcile({ spec, samples: [nulls], minSamples: 2 });
    expect(odd.reconciliation?.overlay).toBeUndefined();
    const overlayInfo = { title: "Fixes", version: "2" };
    const { reconciliation } = await reconcile({ spec, samples: [nulls], overlayInfo });
    expect(reconciliation?.overlay).toContain("title: Fixes");
  });

  it.each<[what: string, options: Partial<ReconcileOptions>, code: string]>([
    ["the document is not there", { spec: "/nowhere.yaml" }, "file-not-found"],
    ["a model is not there", { samples: [{ ...nulls, model: "Pte" }] }, "unknown-model"],
    [
      "the document is wrong",
      { spec: { text: text.replace("string", "strin") } },
      "malformed-keyword",
    ],
  ])("no exception, but a diagnostic says that %s", async (_what, options, code) => {
    expect(await reconcile({ spec, ...options })).toEqual({
      diagnostics: [expect.objectContaining({ severity: "error", code })],
    });
  });
});

async function* later(): AsyncGenerator<SampleSource> {
  const origin = { file: "later.json", pointer: "" };
  const value = { name: null };
  yield await Promise.resolve({
    kind: "model",
    model: "Pet",
    read: () => Promise.resolve([{ origin, text: { kind: "value", value } }]),
  });
}
