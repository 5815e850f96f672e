import { access, mkdtemp, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { runProgram, type Finished } from "../consumer/processes.js";
import { Unavailable } from "./fetched.js";
import type { Outcome } from "./outcome.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** No access to the network, and nothing of the user who runs this. */
const quiet = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Runs a program in Chromium, bundled into a page.
 *
 * @param folder Where the program is; a few files are added there.
 * @param file The program: an ES module that throws where it fails.
 */
export async function runInChromium(folder: string, file: string): Promise<Outcome> {
  const chromium = await findChromium();
  const { output: version } = await runProgram(chromium, ["--version", "--no-sandbox"], folder);
  const page = join(folder, "page.html");
  await writeFile(page, pageOf(await bundleOf(folder, file)));
  const { code, output } = await dumpPage(chromium, folder, page);
  const [, text = "nothing was shown"] = /<p id="result">(.*?)<\/p>/s.exec(output) ?? [];
  return text === "OK"
    ? { kind: "passed", detail: /^Chrom.*$|^Google.*$/m.exec(version)?.[0] ?? chromium }
    : { kind: "failed", detail: `exit code ${code}: ${text}` };
}

/**
 * Finds Chromium.
 *
 * @throws Unavailable when it is not installed.
 */
export function findChromium(): Promise<string> {
  return findProgram(names);
}

/**
 * Opens a page in Chromium.
 *
 * @param chromium The path of the program.
 * @param folder Where the browser may leave files.
 * @param page The path of the page.
 * @param options Further options of the browser.
 * @returns The page after its scripts, as HTML.
 */
export async function dumpPage(
  chromium: string,
  folder: string,
  page: string,
  options: readonly string[] = [],
): Promise<Finished> {
  const profile = await mkdtemp(join(folder, "profile-"));
  const args = [...quiet, ...options, `--user-data-dir=${profile}`, "--dump-dom"];
  return runProgram(chromium, [...args, pathToFileURL(page).href], folder);
}

/** The program as one script, which says in the page that it got to its end. */
async function bundleOf(folder: string, file: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import "./${file}";\ndocument.getElementById("result").textContent = "OK";`,
      resolveDir: folder,
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}

function pageOf(script: string): string {
  const onError = `const show = ({ message, reason = { message } }) => {
    document.getElementById("result").textContent = reason.message;
  };
  addEventListener("error", show);
  addEventListener("unhandledrejection", show);`;
  return `<!doctype html>
<meta charset="utf-8">
<p id="result">the script did not run</p>
<script>${onError}</script>
<script type="module">${script.replaceAll("</script", "<\\/script")}</script>
`;
}

async function findProgram(candidates: readonly string[]): Promise<string> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of candidates) {
      const path = join(folder, name);
      if (
        await access(path).then(
          () => true,
          () => false,
        )
      )
        return path;
    }
  }
  throw new Unavailable(`there is no ${candidates.slice(0, -1).join(", ")} on the path`);
}
