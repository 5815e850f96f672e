import type { Config } from "../config/config.js";
import type { Draft } from "./draft.js";

/**
 * The `package.json`, the `tsconfig.json` and the `LICENSE` with which the package is built and
 * published.
 *
 * @param config The settings.
 * @param licenseText The text of the licence, if there is one.
 * @param hasMiddleware Whether there is a middleware for openapi-fetch.
 */
export function emitPackage(
  { package: settings, outputs }: Config,
  licenseText: string | undefined,
  hasMiddleware: boolean,
): readonly Draft[] {
  const { name, version, description, license, repository } = settings;
  const manifest = {
    name,
    version,
    ...(description !== undefined && { description }),
    ...(license !== undefined && { license }),
    ...(repository !== undefined && { repository }),
    type: "module",
    sideEffects: false,
    exports: {
      ...(outputs.includes("models") && {
        ".": entry("index"),
        "./models/*": entry("models/*"),
      }),
      ...(outputs.includes("guards") && { "./guards/*": entry("guards/*") }),
      ...(outputs.includes("json-schema") && { "./json-schema/*": entry("json-schema/*") }),
      ...(outputs.includes("openapi") && { "./openapi": entry("openapi") }),
      ...(hasMiddleware && { "./openapi-fetch": entry("openapi-fetch") }),
      "./package.json": "./package.json",
    },
    files: ["dist", "src"],
    scripts: { build: "tsc --project tsconfig.json", prepack: "npm run build" },
    engines: { node: ">=18" },
    ...(repository !== undefined && { publishConfig: publishConfig(name) }),
  };
  return [
    { path: "package.json", text: `${JSON.stringify(manifest, undefined, 2)}\n` },
    { path: "tsconfig.json", text: `${JSON.stringify(compilerConfig, undefined, 2)}\n` },
    ...(licenseText === undefined ? [] : [{ path: "LICENSE", text: licenseText }]),
  ];
}

/**
 * Has npm state which commit of the repository a version was built from.
 *
 * https://docs.npmjs.com/generating-provenance-statements
 */
function publishConfig(name: string): object {
  // npm asks for public access if the package is new. A name with a scope may be a private one.
  return { ...(!name.startsWith("@") && { access: "public" }), provenance: true };
}

function entry(module: string): { readonly types: string; readonly default: string } {
  return { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` };
}

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
