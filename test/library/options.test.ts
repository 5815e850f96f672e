import { describe, expect, it } from "vitest";
import { check, generate, loadGuard, reconcile, validate, write } from "../../generator/index.js";

const spec = { openapi: "3.1.0", components: { schemas: { Pet: { type: "string" } } } };

/** Calls a function of the library as JavaScript can. */
type Call = (...given: readonly unknown[]) => Promise<{
  readonly diagnostics: readonly {
    readonly code: string;
    readonly message: string;
    readonly help?: string;
  }[];
}>;

const known = "`spec`, `config`, `retrieve`, `onStage`, `onFile`, `cwd`";

describe("options", () => {
  it.each<[name: string, call: unknown, options: unknown, said: readonly string[]]>([
    [
      "generate",
      generate,
      { specc: spec },
      [
        "unknown-option: `specc` is not an option: did you mean `spec`?",
        "invalid-option: `spec` must be given",
      ],
    ],
    [
      "generate",
      generate,
      { spec, out: "x" },
      [`unknown-option: \`out\` is not an option: the options are ${known}`],
    ],
    [
      "generate",
      generate,
      JSON.parse(`{ "spec": "-", "__proto__": 1, "constructor": 2 }`),
      [
        `unknown-option: \`__proto__\` is not an option: the options are ${known}`,
        `unknown-option: \`constructor\` is not an option: the options are ${known}`,
      ],
    ],
    ["generate", generate, undefined, ["invalid-option: the options must be an object"]],
    ["generate", generate, "openapi.yaml", ["invalid-option: the options must be an object"]],
    [
      "generate",
      generate,
      { spec: 7 },
      [
        "invalid-option: `spec` must be a path, a URL, `-`, an object with the text of a document, or a parsed document",
      ],
    ],
    [
      "generate",
      generate,
      { spec: "" },
      [
        "invalid-option: `spec` must be a path, a URL, `-`, an object with the text of a document, or a parsed document",
      ],
    ],
    [
      "generate",
      generate,
      { spec, config: [], retrieve: "x", cwd: 1 },
      [
        "invalid-option: `config` must be an object",
        "invalid-option: `retrieve` must be a function",
        "invalid-option: `cwd` must be a string",
      ],
    ],
    [
      "generate",
      generate,
      { spec, config: { root: ["Pet"] } },
      ["unknown-config-key: `root` is not a setting: did you mean `roots`?"],
    ],
    [
      "generate",
      generate,
      { spec, config: { package: { nam: "x" } } },
      ["unknown-config-key: `package.nam` is not a setting: did you mean `name`?"],
    ],
    [
      "generate",
      generate,
      { spec, config: { source: "x" } },
      ["unknown-config-key: `source` is not a setting"],
    ],
    [
      "generate",
      generate,
      { spec, config: JSON.parse(`{ "__proto__": {} }`) as unknown },
      ["unknown-config-key: `__proto__` is not a setting"],
    ],
    ["loadGuard", loadGuard, { spec }, ["invalid-option: `model` must be given"]],
    [
      "loadGuard",
      loadGuard,
      { spec, model: "Pet", values: [] },
      ["unknown-option: `values` is not an option"],
    ],
    [
      "validate",
      validate,
      { spec, model: "Pet", value: 1 },
      [
        "unknown-option: `value` is not an option: did you mean `values`?",
        "invalid-option: `values` must be given",
      ],
    ],
    [
      "validate",
      validate,
      { spec, model: "Pet", values: 1 },
      ["invalid-option: `values` must be a list"],
    ],
    [
      "reconcile",
      reconcile,
      { spec, minSamples: 0, sample: [] },
      [
        "invalid-option: `minSamples` must be a whole number of at least 1",
        "unknown-option: `sample` is not an option: did you mean `samples`?",
      ],
    ],
    [
      "write",
      write,
      { files: [], ou: "x" },
      [
        "unknown-option: `ou` is not an option: did you mean `out`?",
        "invalid-option: `out` must be given",
      ],
    ],
    ["check", check, { out: "x", files: "x" }, ["invalid-option: `files` must be a list"]],
  ])("%s are checked: %#", async (_, call, options, said) => {
    const { diagnostics } = await (call as Call)(options);
    const found = diagnostics.map(
      ({ code, message, help }) => `${code}: ${message}${help === undefined ? "" : `: ${help}`}`,
    );
    expect(found.map((line, index) => line.slice(0, said[index]?.length))).toEqual(said);
  });
});
