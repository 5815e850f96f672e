import type { Config } from "../config/config.js";
import { markText } from "../core/generated-mark.js";
import { entriesOfOperations } from "./operations/entries.js";
import type { Draft } from "./draft.js";
import type { OutputFile } from "./output-file.js";

/**
 * Makes the `package.json`, the `tsconfig.json` and the `LICENSE` to build and publish the package.
 * With the target `js`, there is nothing to build.
 *
 * @param config The settings.
 * @param licenseText The text of the licence, if there is one.
 * @param hasMiddleware Whether there is a middleware for openapi-fetch.
 */
export function emitPackage(
  { package: settings, outputs, target }: Config,
  licenseText: string | undefined,
  hasMiddleware: boolean,
): readonly Draft[] {
  const { name, version, description, license, repository } = settings;
  const entries = entriesOf(outputs, hasMiddleware);
  const isCompiled = target === "ts";
  const withArbitraries = outputs.includes("arbitraries");
  const manifest = {
    ...markMember,
    name,
    version,
    ...(description !== undefined && { description }),
    ...(license !== undefined && { license }),
    ...(repository !== undefined && { repository }),
    type: "module",
    sideEffects: false,
    ...(outputs.includes("models") && { main: "./dist/index.js", types: "./dist/index.d.ts" }),
    // For `moduleResolution: node10`, which does not read `exports`.
    typesVersions: {
      "*": Object.fromEntries(
        entries.flatMap(([path, module]) =>
          path === "." ? [] : [[path.slice(2), [`./dist/${module}.d.ts`]]],
        ),
      ),
    },
    exports: {
      ...Object.fromEntries(
        entries.map(([path, module]) => [
          path,
          { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` },
        ]),
      ),
      "./package.json": "./package.json",
    },
    files: isCompiled ? ["dist", "src"] : ["dist"],
    // This works with npm, pnpm and Yarn, because no script calls one of them.
    ...(isCompiled && { scripts: { build, prepack: build } }),
    ...(withArbitraries && {
      peerDependencies: { "fast-check": fastCheckRange },
      peerDependenciesMeta: { "fast-check": { optional: true } },
    }),
    ...(isCompiled && {
      devDependencies: {
        ...(withArbitraries && { "fast-check": fastCheckRange }),
        typescript: "^5.4.0 || ^6.0.0 || ^7.0.0",
      },
    }),
    engines: { node: ">=18" },
    ...(repository !== undefined && { publishConfig: publishConfig(name) }),
  };
  return [
    jsonFile("package.json", manifest),
    ...(isCompiled ? [emitCompilerConfig(outputs.includes("operations"))] : []),
    ...(licenseText === undefined ? [] : [{ path: "LICENSE", text: licenseText }]),
  ];
}

/** The versions of fast-check that have all that arbitraries use. */
const fastCheckRange = "^4.0.0";

const build = "tsc --project tsconfig.json";

/**
 * A `package.json` that makes Node.js read the JavaScript beside it as ES modules, whatever the
 * project says.
 *
 * https://nodejs.org/api/packages.html#determining-module-system
 */
export function emitModuleType(): Draft {
  return jsonFile("package.json", { ...markMember, type: "module", sideEffects: false });
}

/**
 * A comment, as npm allows it.
 *
 * https://docs.npmjs.com/cli/configuring-npm/package-json
 */
const markMember = { "//": markText };

/** TypeScript allows comments in its JSON. */
function emitCompilerConfig(needsWebTypes: boolean): OutputFile {
  const { compilerOptions, include } = compilerConfig;
  const lib = [...compilerOptions.lib, ...(needsWebTypes ? webLibraries : [])];
  const config = { compilerOptions: { ...compilerOptions, lib }, include };
  const { path, text } = jsonFile("tsconfig.json", config);
  return { path, text: `// ${markText}\n${text}` };
}

function jsonFile(path: string, value: object): OutputFile {
  return { path, text: `${JSON.stringify(value, undefined, 2)}\n` };
}

/** The entries of the package, with the module of each. */
function entriesOf(
  outputs: Config["outputs"],
  hasMiddleware: boolean,
): readonly (readonly [path: string, module: string])[] {
  const withGuards = outputs.includes("guards");
  const withSchemas = outputs.includes("json-schema");
  const withOperations = outputs.includes("operations");
  const all: readonly (readonly [isThere: boolean, path: string, module: string])[] = [
    [outputs.includes("models"), ".", "index"],
    [outputs.includes("models"), "./models/*", "models/*"],
    [withGuards, "./guards/*", "guards/*"],
    [withSchemas, "./json-schema/*", "json-schema/*"],
    [withGuards || withSchemas, "./runtime", "runtime/index"],
    [outputs.includes("arbitraries"), "./arbitraries/*", "arbitraries/*"],
    [outputs.includes("fixtures"), "./fixtures/*", "fixtures/*"],
    [withOperations, "./operations", "operations/index"],
    [withOperations, "./operations/*", "operations/*"],
    ...entriesOfOperations.map((name) => [withOperations, `./${name}`, name] as const),
    [outputs.includes("openapi"), "./openapi", "openapi"],
    [hasMiddleware, "./openapi-fetch", "openapi-fetch"],
  ];
  return all.flatMap(([isThere, path, module]) => (isThere ? [[path, module] as const] : []));
}

/**
 * Makes npm state from which commit a version was built.
 *
 * https://docs.npmjs.com/generating-provenance-statements
 */
function publishConfig(name: string): object {
  // npm requires `access` for a new public package. A package with a scope may be private.
  return { ...(!name.startsWith("@") && { access: "public" }), provenance: true };
}

/** The types of `Request`, `Response` and `fetch`, of which operations, clients and servers are made. */
const webLibraries = ["DOM", "DOM.Iterable", "DOM.AsyncIterable"];

const compilerConfig = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2022"],
    module: "NodeNext",
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    declaration: true,
    declarationMap: true,
    sourceMap: true,
    stripInternal: false,
    rootDir: "src",
    outDir: "dist",
  },
  include: ["src"],
};
