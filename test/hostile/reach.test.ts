import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { generate, type GenerateResult } from "../../generator/index.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const secret =
  '{ "get": { "description": "A secret.", "responses": { "200": { "description": "" } } } }';

/** Generates from a document in memory, one of whose operations stands elsewhere. */
function generateWithPath($ref: string, cwd: string): Promise<GenerateResult> {
  const document = {
    openapi: "3.1.0",
    info: { title: "Reach", version: "1.0.0" },
    paths: { "/": { $ref } },
    components: { schemas: { A: { type: "string" } } },
  };
  return generate({ spec: { text: JSON.stringify(document) }, cwd });
}

it.each([
  ["a relative path", "no-base-uri", () => "secret.json"],
  ["an absolute path", "no-base-uri", (folder: string) => join(folder, "secret.json")],
  ["a URL", "outside-root", (folder: string) => pathToFileURL(join(folder, "secret.json")).href],
])("a document in memory cannot have a file read by %s", async (_what, code, referenceIn) => {
  const cwd = await temporaryFolder();
  await put(cwd, { "secret.json": secret });
  const { files, diagnostics } = await generateWithPath(referenceIn(cwd), cwd);
  expect(files.map(({ text }) => text).join("\n")).not.toContain("A secret.");
  expect(diagnostics).toMatchObject([{ severity: "error", code }]);
});

it("a document in memory cannot have a server asked", async () => {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.end(secret);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const { diagnostics } = await generateWithPath(
      `http://127.0.0.1:${port}/secret.json`,
      await temporaryFolder(),
    );
    expect(diagnostics).toMatchObject([{ severity: "error", code: "remote-reference" }]);
    expect(asked).toEqual([]);
  } finally {
    server.close();
  }
});
