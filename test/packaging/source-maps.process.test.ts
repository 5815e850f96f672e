import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject, it } from "vitest";
import { runProcess } from "../support/run-process.js";
import { temporaryFolder } from "../write/temporary-folder.js";

const sources = fileURLToPath(new URL("../../generator/", import.meta.url));

/** A source map, as far as it is looked at. */
interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly string[];
}

it("every file that runs has a source map with the sources in it", () => {
  const dist = resolve(dirname(inject("command")), "..");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter(
    // The runtime is compiled without being bundled, and lies there as TypeScript, too.
    (path) => path.endsWith(".js") && !path.startsWith("runtime"),
  );
  const covered = new Set<string>();
  for (const path of files) {
    const file = join(dist, path);
    const [, link = ""] = /\n\/\/# sourceMappingURL=(.*)\n$/.exec(readFileSync(file, "utf8")) ?? [];
    // esbuild has written it.
    const map = JSON.parse(readFileSync(join(dirname(file), link), "utf8")) as SourceMap;
    const found = map.sources.map((source) => resolve(dirname(file), source));
    for (const source of found) covered.add(relative(sources, source));
    expect(map.sourcesContent).toEqual(found.map((source) => readFileSync(source, "utf8")));
  }
  expect(files.length).toBeGreaterThan(10);
  expect([...covered]).toEqual(
    expect.arrayContaining([join("cli", "main.ts"), join("generate", "generate.ts")]),
  );
});

it("a trace names lines of the sources, if Node.js is asked for it", async () => {
  const cwd = await temporaryFolder();
  const env = { GUARDSMITH_DEBUG: "1", NODE_OPTIONS: "--enable-source-maps" };
  const preload = `data:text/javascript,process.cwd = () => { throw new Error("no folder"); };`;
  const { code, stderr } = await runProcess(["generate"], { cwd, env, preload });
  expect(code).toBe(70);
  expect(stderr).toMatch(/at .*generator\/cli\/command-line\.ts:\d+:\d+/);
});
