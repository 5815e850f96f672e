import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { checkConfig } from "../../generator/config/check-config.js";
import { isObject } from "../../generator/config/plain-object.js";
import { InputError } from "../../generator/core/failure.js";
import { fencesOf } from "../readme/blocks.js";
import { markdownFiles } from "./markdown-files.js";

/** Settings that tell a config from other YAML and JSON. */
const settings = ["spec", "out", "outputs", "roots", "policies", "overlays", "package", "include"];

const configs = [...markdownFiles()]
  // Its examples are run, also those that are wrong.
  .filter(([file]) => file !== "docs/reference/diagnostics.md")
  .flatMap(([file, markdown]) =>
    fencesOf(file, markdown)
      .filter(({ info }) => /^(?:ya?ml|jsonc?)$/.test(info))
      .map(({ line, text }) => ({ place: `${file}:${line}`, config: valueOf(text) })),
  )
  .filter(({ config }) => isObject(config) && settings.some((name) => name in config));

function valueOf(text: string): unknown {
  return parseDocument(text).toJS();
}

/** What is wrong with a config; undefined, if nothing is. */
function problemOf(config: unknown): string | undefined {
  try {
    checkConfig(config);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

describe("a config that a page shows", () => {
  test.each(configs)("has settings that exist: $place", ({ config }) => {
    expect(problemOf(config)).toBeUndefined();
  });

  test("is found wrong where it should be", () => {
    expect(configs.length).toBeGreaterThan(5);
    expect(problemOf({ spec: "a.yaml", outs: "b" })).toContain("unknown-config-key");
    expect(problemOf({ outputs: ["guards"] })).toContain("invalid-config");
  });
});
