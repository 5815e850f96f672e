import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Policies } from "../../generator/config/policies.js";
import { generate, validate } from "../../generator/index.js";
import { documentOf } from "../generate/package.js";
import { examplesOf, type Example } from "./page.js";

describe.each(["types", "policies"])("the page about %s", (name) => {
  const path = `../../docs/explanation/${name}.md`;
  const examples = examplesOf(readFileSync(new URL(path, import.meta.url), "utf8"));

  it.each(examples.filter(({ declarations }) => declarations.length > 0))(
    "shows what is generated: $heading",
    async ({ schemas, policies, declarations }) => {
      const { files } = await generate({
        spec: { text: documentOf(schemas) },
        config: { outputs: ["models"], format: "none", policies },
      });
      const generated = inOneLine(files.map(({ text }) => text).join("\n"));
      for (const shown of declarations) expect(generated).toContain(inOneLine(shown));
    },
  );

  const withValues = examples.filter(({ values }) => values.length > 0);
  it.each(withValues)("says what is valid: $heading", async ({ schemas, policies, values }) => {
    const written = await validity(schemas, {}, values);
    const policed = await validity(schemas, policies, values);
    expect(written).toEqual(values.map(({ isValidAsWritten }) => isValidAsWritten));
    expect(policed).toEqual(values.map(({ isValidByPolicy }) => isValidByPolicy));
  });

  it("has examples", () => {
    expect(examples.length).toBeGreaterThan(8);
  });
});

/** Whether values are valid under the first of some schemas. */
async function validity(
  schemas: Example["schemas"],
  policies: Policies,
  values: Example["values"],
): Promise<readonly boolean[]> {
  const { issues } = await validate({
    spec: { text: documentOf(schemas) },
    model: Object.keys(schemas)[0] ?? "",
    values: values.map(({ value }) => value),
    config: { policies },
  });
  return issues.map((found) => found.length === 0);
}

/** Declarations without what their layout adds. */
function inOneLine(text: string): string {
  return text
    .replace(/\/\*\*|\*\/|^\s*\*(?!\/) ?/gm, " ")
    .replace(/\s+/g, " ")
    .replace(/([=(<]) \| /g, "$1 ")
    .replace(/,? ([\])])/g, "$1")
    .replace(/([[(]) /g, "$1");
}
