// @ts-check
// What may import what in `generator/`; `npm run lint:layers` checks it. CONTRIBUTING says what each
// folder holds.

/**
 * The folders, from top to bottom: each imports only from those below it. Folders on one line stand
 * side by side, and do not import each other.
 */
const layers = [
  ["cli"],
  ["commands"],
  ["watch"],
  ["index.ts"],
  ["generate"],
  ["diff"],
  ["reconcile"],
  ["sample"],
  ["validate"],
  ["output"],
  ["emit"],
  ["code"],
  ["model"],
  ["schema"],
  ["checks", "types"],
  ["load"],
  ["openapi"],
  ["config"],
  ["text"],
  ["core"],
  ["runtime"],
];

/** The modules that may import from Node.js. */
const nodeModules = [
  "cli/internal-error.ts",
  "cli/command-line.ts",
  "cli/main.ts",
  "commands/files.ts",
  "commands/reconcile-reports/html/page.ts",
  "config/disk.ts",
  "load/node-git.ts",
  "load/node-host.ts",
  "load/node-proxy.ts",
  "output/cache/hash.ts",
  "output/disk.ts",
  "output/stage/file-writer-worker.ts",
  "output/start-worker.ts",
  "output/transaction/heartbeat-worker.ts",
  "watch/disk.ts",
];

/**
 * The file that every circle has to pass through: a schema holds keywords, which hold schemas. The
 * rule about circles is in `.dependency-cruiser.circles.js`, which leaves this file out.
 */
export const keywordValues = "^generator/schema/keywords/keyword-values\\.ts$";

const known = layers.flat().map(pathOf);

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...layers.flatMap((folders, index) => folders.flatMap((folder) => layerRule(folder, index))),
    forbid("runtime-imports-nothing", {
      comment:
        "runtime/ is copied into the packages that Guardsmith writes: it imports no package, and nothing of Node.js. Write what it needs in runtime/ itself.",
      from: { path: pathOf("runtime") },
      to: { pathNot: "^generator/" },
    }),
    forbid("node-only-where-listed", {
      comment:
        "Only the modules listed in .dependency-cruiser.js (`nodeModules`) import from Node.js: all others have to run in a browser. Take what you need from there as an argument.",
      from: { pathNot: nodeModules.map(pathOf) },
      to: { dependencyTypes: ["core"] },
    }),
    ...[
      { from: { pathNot: known }, to: {} },
      { from: {}, to: { dependencyTypes: [/** @type {const} */ ("local")], pathNot: known } },
    ].map((rule) =>
      forbid("known-layer", {
        comment:
          "This file is in no layer. Move it to a folder that is one, or add its folder to the layers in .dependency-cruiser.js, above all that it imports.",
        ...rule,
      }),
    ),
    forbid("types-only", {
      comment:
        "Every circle of schemas and keywords passes through this file, so that it may hold only types. Use `import type`, and put code elsewhere.",
      from: { path: keywordValues },
      to: { dependencyTypesNot: ["type-only"] },
    }),
    forbid("resolvable", {
      comment: "There is no such file or package. Correct the path, or install the package.",
      to: { couldNotResolve: true },
    }),
    forbid("no-orphan", {
      comment: "This file imports nothing, and nothing imports it. Use it, or remove it.",
      // Some modules of the runtime are imported only by the packages that Guardsmith writes.
      from: { orphan: true, pathNot: [pathOf("runtime"), "\\.d\\.ts$"] },
    }),
  ],
  options: {
    // Imports of types count.
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
  },
};

/**
 * Forbids imports of a folder from the layers above it and from its own layer. The uppermost has no rule.
 *
 * @param {string} folder
 * @param {number} index Where it is in the list of layers.
 */
function layerRule(folder, index) {
  const others = layers.slice(0, index + 1).flat();
  const path = others.filter((other) => other !== folder).map(pathOf);
  if (path.length === 0) return [];
  const below = layers.slice(index + 1).flat();
  return [
    forbid(`${folder}-imports-from-below`, {
      comment: `${folder} may import only from what is below it (${below.join(", ") || "nothing"}). Move what both need further down, or take it as an argument.`,
      from: { path: pathOf(folder) },
      to: { path },
    }),
  ];
}

/**
 * A pattern for a file of `generator/`, or for all files of a folder.
 *
 * @param {string} name
 */
function pathOf(name) {
  const path = `^generator/${name.replaceAll(".", "\\.")}`;
  return name.endsWith(".ts") ? `${path}$` : `${path}/`;
}

/**
 * A rule that makes the linter fail.
 *
 * @param {string} name
 * @param {Partial<import("dependency-cruiser").IRegularForbiddenRuleType>} rule
 * @returns {import("dependency-cruiser").IForbiddenRuleType}
 */
export function forbid(name, rule) {
  return { name, severity: "error", from: {}, to: {}, ...rule };
}
