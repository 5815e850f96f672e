import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);

/** Scripts that npm, pnpm or Yarn run when a package is installed. */
const installScripts = ["install", "prepare"].flatMap((name) => [
  `pre${name}`,
  name,
  `post${name}`,
]);

/** What is read of a package in `package.json` and in the lock file. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), "utf8"));
}

// npm has written the one, and reads the other.
const manifest = readJson("package.json") as Manifest;
const { packages } = readJson("package-lock.json") as {
  readonly packages: Readonly<Record<string, Manifest>>;
};

/** The paths in the lock file of all that comes with the package, on any system. */
function installedWith(own: Manifest): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (of: Manifest, at: string): void => {
    for (const name of Object.keys({ ...of.dependencies, ...of.optionalDependencies })) {
      const path = lookUp(name, at);
      if (found.has(path)) continue;
      found.add(path);
      follow(packages[path] ?? {}, path);
    }
  };
  follow(own, "");
  return found;
}

/** Where Node.js finds a package: in the `node_modules` of another one, or further out. */
function lookUp(name: string, from: string): string {
  const path = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (path in packages) return path;
  if (from === "") throw new Error(`package-lock.json has no ${name}: run npm install`);
  return lookUp(name, from.slice(0, Math.max(from.lastIndexOf("node_modules/") - 1, 0)));
}

describe("an install runs no script", () => {
  it("of Guardsmith", () => {
    const scripts = Object.keys(manifest.scripts ?? {});
    expect(scripts).toContain("prepack");
    expect(scripts.filter((name) => installScripts.includes(name))).toEqual([]);
    // npm would build it.
    expect(existsSync(new URL("binding.gyp", root))).toBe(false);
  });

  it("of what Guardsmith depends on", () => {
    const installed = installedWith(manifest);
    expect(installed).toContain("node_modules/tinypool");
    expect([...installed].filter((path) => packages[path]?.hasInstallScript)).toEqual([]);
  });

  it("which the lock file would tell", () => {
    const esbuild = installedWith({ dependencies: { esbuild: "*" } });
    expect([...esbuild].filter((path) => packages[path]?.hasInstallScript)).toEqual([
      "node_modules/esbuild",
    ]);
  });
});

describe("the sources", () => {
  const sources = readdirSync(new URL("generator/", root), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => path.replaceAll("\\", "/"))
    .map((path) => ({ path, text: readFileSync(new URL(`generator/${path}`, root), "utf8") }));

  it("open connections in one module, which retrieves documents", () => {
    const opens =
      /(?<![.\w])fetch\(|\bWebSocket\(|\b(?:from|import)\s*\(?\s*"(?:node:)?(?:dgram|dns|http2?|https|net|tls)"/;
    const opening = sources.filter(({ text }) => opens.test(text.replaceAll(/^\s*\*.*$/gm, "")));
    expect(opening.map(({ path }) => path).toSorted()).toEqual([
      "load/node-host.ts",
      // It only has the requests of the other one take a proxy.
      "load/node-proxy.ts",
    ]);
  });
});
