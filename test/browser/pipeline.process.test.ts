import { asPrinted } from "../support/as-printed.js";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../generator/config/load-config.js";
import { noCache } from "../../generator/emit/file-cache.js";
import { generateFiles } from "../../generator/generate/pipeline.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { readRuntimeSources } from "../../generator/output/runtime-sources.js";
import { formatDiagnostic } from "../../generator/text/format-diagnostic.js";
import { dumpPage, findChromium } from "../runtimes/browser.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import type { Made, Texts } from "./without-node.js";

interface Bundle {
  readonly script: string;
  /** The files that it was made from. */
  readonly inputs: readonly string[];
}

/** The pipeline as one script for browsers; a module of Node.js cannot be bundled. */
async function bundled(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: ["test/browser/without-node.ts"],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "guardsmith",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const script = outputFiles.map(({ text }) => text).join("");
  return { script, inputs: Object.keys(metafile.inputs) };
}

/** What the texts of the Batch package are made into by Node.js, from the disk. */
async function madeByNode(): Promise<Made> {
  const cwd = process.cwd();
  const config = await loadConfig({ cwd });
  const { files, diagnostics } = await generateFiles(
    {
      spec: config.spec,
      config,
      warnings: [],
      surroundings: { importExtension: "js", needsModuleType: false },
      license: await readFile("LICENSE", "utf8"),
      cache: noCache,
      onStage: () => undefined,
    },
    {
      host: nodeHost(cwd),
      readRuntime: readRuntimeSources,
      format: asPrinted,
    },
  );
  return {
    files: Object.fromEntries(files.map((file) => [file.path, "text" in file ? file.text : ""])),
    diagnostics: diagnostics.map((found) => formatDiagnostic(found, { color: true })),
  };
}

async function batchTexts(): Promise<Texts> {
  return {
    document: await readFile("spec/openapi.yaml", "utf8"),
    config: await readFile("guardsmith.config.yaml", "utf8"),
    license: await readFile("LICENSE", "utf8"),
    runtime: Object.fromEntries(await readRuntimeSources("ts")),
  };
}

const chromium = await findChromium().catch(() => undefined);
if (chromium === undefined) console.log("the pipeline: skipped in a browser, there is no Chromium");

describe("the way from text to files", () => {
  let bundle: Bundle = { script: "", inputs: [] };
  let texts = "";
  let wanted: Made | undefined;

  beforeAll(async () => {
    bundle = await bundled();
    texts = JSON.stringify(await batchTexts());
    wanted = await madeByNode();
    expect(Object.keys(wanted.files)).toContain("src/models/batch.ts");
  });

  it("names no global of Node.js", async () => {
    const sources = bundle.inputs.filter((path) => path.startsWith("generator/"));
    expect(sources).toContain("generator/load/retrieve-references.ts");
    for (const path of sources) {
      const text = await readFile(path, "utf8");
      expect(text.match(/\b(?:Buffer|process|NodeJS)\.\w+/g), path).toBeNull();
    }
  });

  it("runs if there is nothing of Node.js", async () => {
    // What browsers have, and the language itself does not.
    const web = { URL, TextEncoder, TextDecoder };
    const context = createContext(web);
    const call = `guardsmith.generateFromTexts(${texts}).then(JSON.stringify)`;
    // The script returns what `generateFromTexts` promises.
    const made = (await runInContext(`${bundle.script};${call}`, context)) as string;
    expect(JSON.parse(made)).toEqual(wanted);
  });

  it.skipIf(chromium === undefined)("makes the same files in a browser", async () => {
    const folder = await temporaryFolder();
    await put(folder, {
      "page.html": page,
      "pipeline.js": bundle.script,
      "texts.js": `texts = ${texts};`,
    });
    const { output } = await dumpPage(chromium ?? "", folder, join(folder, "page.html"));
    const [, result = ""] = /<p id="result">(.*?)<\/p>/s.exec(output) ?? [];
    expect(JSON.parse(decodeURIComponent(result))).toEqual(wanted);
  });
});

/** Whatever is shown is encoded, so that no text is taken for markup. */
const page = `<!doctype html>
<meta charset="utf-8">
<p id="result"></p>
<script>
  const show = (result) => {
    document.getElementById("result").textContent = encodeURIComponent(JSON.stringify(result));
  };
  addEventListener("error", ({ message }) => show(message));
</script>
<script src="pipeline.js"></script>
<script src="texts.js"></script>
<script>
  guardsmith.generateFromTexts(texts).then(show, (error) => show(String(error)));
</script>
`;
