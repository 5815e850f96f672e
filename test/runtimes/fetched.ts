import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../consumer/processes.js";

/** Where fetched packages stay from one run to the next. */
const cache = fileURLToPath(
  new URL("../../node_modules/.cache/guardsmith-runtimes", import.meta.url),
);

/** A package that could not be had: there is no network, or nothing for this platform. */
export class Unavailable extends Error {
  override readonly name: string = "Unavailable";
}

/** What this run has asked for, so that two that need the same do not install it at once. */
const fetched = new Map<string, Promise<string>>();

/**
 * Fetches a package from the registry, unless an earlier run has done so. No script of it is run.
 *
 * @param spec The package and its version, such as `typescript@5.4`.
 * @returns The folder of `node_modules` in which it is, with what it depends on.
 * @throws Unavailable when npm cannot install it.
 */
export function fetchPackage(spec: string): Promise<string> {
  const folder = fetched.get(spec) ?? fetchAnew(spec);
  fetched.set(spec, folder);
  return folder;
}

async function fetchAnew(spec: string): Promise<string> {
  const folder = join(cache, spec.replaceAll("/", "+"));
  const installed = join(folder, "node_modules");
  const complete = join(folder, "complete");
  if (await isThere(complete)) return installed;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }');
  const { code, output } = await runProgram(
    "npm",
    ["install", spec, "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"],
    folder,
  );
  if (code !== 0) {
    const [, reason] = /^npm error (?:code )?(.*)$/m.exec(output) ?? [];
    throw new Unavailable(`npm cannot install ${spec}: ${reason ?? `exit code ${code}`}`);
  }
  await writeFile(complete, "");
  return installed;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
