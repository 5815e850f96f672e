import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { loadDocument } from "../../generator/load/load.js";

/** The folder with the sets of the OpenAPI Initiative; it is not part of the project. */
const folder = resolve(process.env.OVERLAY_COMPLIANT_SETS ?? "../shared/overlay-compliant-sets");
const sets = join(folder, "compliant-sets");
const hasSets = existsSync(sets);

if (!hasSets) console.log(`overlays: skipped, there are no compliant sets in ${folder}`);

describe.skipIf(!hasSets)("the compliant sets of the Overlay Specification", () => {
  const names = hasSets
    ? readdirSync(sets, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];

  test.each(names.map(({ name }) => name))("%s", async (name) => {
    const log = new DiagnosticLog();
    const cwd = join(sets, name);
    const { root } = await loadDocument("openapi.yaml", {
      host: nodeHost(cwd),
      log,
      overlays: ["overlay.yaml"],
    });
    expect(root).toEqual(parse(readFileSync(join(cwd, "output.yaml"), "utf8")));
    const codes = log.all.map(({ code }) => code);
    expect(codes.filter((code) => code.includes("overlay-action"))).toEqual([]);
  });

  test("are there", () => {
    expect(names.length).toBeGreaterThanOrEqual(8);
  });
});
