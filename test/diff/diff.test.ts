import { expect, it, test } from "vitest";
import { diff, type DiffOptions } from "../../generator/index.js";

const good = { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths: {} };

function withPet(pet: unknown): object {
  return { ...good, components: { schemas: { Pet: pet } } };
}

it("compares documents that have the same URI", async () => {
  const uri = "https://example.com/openapi.json";
  const document = withPet({ type: "string" });
  const result = await diff({ old: { document, uri }, new: { document, uri } });
  expect(result).toMatchObject({ diff: { verdict: "none", changes: [] }, diagnostics: [] });
});

it("compares documents without schemas", async () => {
  const result = await diff({ old: good, new: good });
  expect(result).toMatchObject({ diff: { verdict: "none" }, diagnostics: [] });
});

it("reports errors of both documents, each with its file", async () => {
  const wrong =
    "openapi: 3.1.0\ninfo: { title: a, version: b }\npaths: {}\ncomponents:\n  schemas:\n    A: { $ref: '#/nowhere' }\n";
  const result = await diff({
    old: { text: wrong, name: "old.yaml", uri: "file:///same.yaml" },
    new: { text: `# new\n${wrong}`, name: "new.yaml", uri: "file:///same.yaml" },
  });
  expect(result.diff).toBeUndefined();
  const places = result.diagnostics.map(({ file, position, code }) => [file, position?.line, code]);
  expect(places).toEqual([
    ["old.yaml", 6, "unresolvable-reference"],
    ["new.yaml", 7, "unresolvable-reference"],
  ]);
});

it("reports a wrong setting once, and takes a warning for no error", async () => {
  const spec = withPet({ type: "string", maxlength: 3 });
  const config = { strict: true, maxWarnings: 0 };
  const { diff: found, diagnostics } = await diff({ old: spec, new: spec, config });
  expect(found).toBeDefined();
  expect(diagnostics.map(({ severity }) => severity)).toContain("warning");
  const wrong = await diff({ old: spec, new: spec, config: { ...config, out: 1 } as never }); // as a caller in JavaScript may
  const errors = wrong.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.filter(({ message }) => message.includes("out"))).toHaveLength(1);
});

it("does not say what is hardly intended in a document", async () => {
  const spec = withPet({ type: "object", properties: { a: {} }, required: ["missing"] });
  const result = await diff({ old: spec, new: spec });
  expect(result).toMatchObject({ diff: { verdict: "none" }, diagnostics: [] });
});

test.each<[options: Readonly<Record<string, unknown>>, message: string]>([
  [{ old: good }, "`new` must be given"],
  [{ new: good }, "`old` must be given"],
  [{ old: good, new: good, spec: good }, "`spec` is not an option"],
  [{ old: good, new: good, payloads: 1 }, "`payloads` must be `true` or `false`"],
  [{ old: "-", new: "-" }, "standard input cannot be both documents"],
  [{ old: good, new: good, filter: [] }, "`filter` must be an object"],
  [
    { old: good, new: good, filter: { path: ["/a"] } },
    "`filter` must have `paths`, `tags` or `operations`: lists of texts",
  ],
])("options are checked: %j", async (options, message) => {
  const { diff: found, diagnostics } = await diff(options as unknown as DiffOptions); // as a caller in JavaScript may
  expect([found, diagnostics.map((each) => each.message)]).toEqual([undefined, [message]]);
});
