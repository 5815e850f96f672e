import { execFileSync } from "node:child_process";
import { mkdir, open, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readBytes, readBytesSync } from "../../generator/config/disk.js";
import { loadConfig } from "../../generator/config/load-config.js";
import { fileProblem } from "../../generator/config/read-file.js";
import { InputError } from "../../generator/core/failure.js";
import { maxFileBytes } from "../../generator/text/limits.js";
import { findSurroundings } from "../../generator/output/project/surroundings.js";
import { settingsFilesIn } from "../../generator/output/format/settings-files.js";
import { load } from "../load/loaded.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What can stand where a file is expected; each makes it at a path. */
const unfit: Readonly<Record<string, (path: string) => unknown>> = {
  "a pipe that nobody writes to": (path) => execFileSync("mkfifo", [path]),
  "a link to a device without an end": (path) => symlink("/dev/zero", path),
  "a socket": async (path) => {
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(path, resolve));
  },
};

/** A file that takes no room on the disk. */
async function hugeFile(path: string, size: number): Promise<void> {
  const file = await open(path, "w");
  await file.truncate(size);
  await file.close();
}

async function diagnosed(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "read";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n");
  }
}

/** What reads a file of a name in a folder. */
const readers: Readonly<Record<string, (cwd: string, name: string) => Promise<unknown>>> = {
  "a reference": async (cwd, name) => {
    const text = `openapi: 3.1.0\ncomponents: { schemas: { A: { $ref: ${name} } } }`;
    await put(cwd, { "openapi.yaml": text });
    const { failures } = await load("openapi.yaml", { cwd });
    for (const { code, message } of failures.values()) {
      throw new InputError([{ severity: "error", code, message }]);
    }
  },
  "what an overlay extends": async (cwd, name) => {
    const text = `overlay: 1.0.0\ninfo: { title: A, version: '1' }\nextends: ${name}\nactions: [{ target: $, update: {} }]`;
    await put(cwd, { "a.overlay.yaml": text });
    await load("a.overlay.yaml", { cwd });
  },
  "a licence": async (cwd, name) => {
    const config = { spec: "-", package: { licenseFile: name } };
    await put(cwd, { "guardsmith.config.json": JSON.stringify(config) });
    await loadConfig({ cwd });
  },
  "a config file": (cwd, name) => loadConfig({ cwd, file: name, overrides: { spec: "-" } }),
};

describe.skipIf(process.platform === "win32").each(Object.keys(readers))("%s", (reader) => {
  const readIt = readers[reader] ?? (() => Promise.reject(new Error("no reader")));

  test.each(Object.keys(unfit))("that is %s is refused at once", async (kind) => {
    const cwd = await temporaryFolder();
    await unfit[kind]?.(join(cwd, "it.json"));
    // A link out of the folder of the document is not even looked at.
    expect(await diagnosed(() => readIt(cwd, "it.json"))).toMatch(
      /^(?:file-unreadable: it\.json is not a regular file|outside-root: it\.json, a link to .*)$/,
    );
  });

  test("that is a directory is refused", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "it.json/x": "" });
    expect(await diagnosed(() => readIt(cwd, "it.json"))).toBe(
      "file-unreadable: it.json is a directory",
    );
  });

  test("that is larger than any such file is refused", async () => {
    const cwd = await temporaryFolder();
    await hugeFile(join(cwd, "it.json"), maxFileBytes + 1);
    expect(await diagnosed(() => readIt(cwd, "it.json"))).toBe(
      `file-too-large: it.json is larger than ${maxFileBytes} bytes`,
    );
  });
});

describe.skipIf(process.platform === "win32")("the project around the output folder", () => {
  test.each(
    Object.keys(unfit).flatMap((kind) =>
      ["package.json", "tsconfig.json", ".prettierrc", ".editorconfig"].map(
        (name) => [name, kind] as const,
      ),
    ),
  )("has no %s, where it is %s", async (name, kind) => {
    const cwd = await temporaryFolder();
    await put(cwd, { "guardsmith.config.json": '{ "spec": "-", "outputs": ["models"] }' });
    await unfit[kind]?.(join(cwd, name));
    const config = await loadConfig({ cwd });
    const { importExtension, warnings } = findSurroundings(config, { cwd });
    expect([importExtension, warnings]).toEqual(["ts", []]);
    expect(settingsFilesIn(dirname(config.out))).toEqual([]);
  });
});

/** What reads a `tsconfig.json` that is not the nearest one. */
const linked: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "is extended": { "tsconfig.json": '{ "extends": "./base.json" }' },
  "is extended among others": { "tsconfig.json": '{ "extends": ["./base.json", "./base.json"] }' },
  "is extended by what is extended": {
    "tsconfig.json": '{ "extends": "./middle.json" }',
    "middle.json": '{ "extends": "./base.json" }',
  },
  "is referred to": { "tsconfig.json": '{ "files": [], "references": [{ "path": "base.json" }] }' },
};

describe.skipIf(process.platform === "win32").each(Object.keys(linked))(
  "a tsconfig.json that %s",
  (how) => {
    test.each<[what: string, make: (path: string) => unknown]>([
      ...Object.entries(unfit),
      ["a directory", (path) => mkdir(path)],
      ["larger than any such file", (path) => hugeFile(path, maxFileBytes + 1)],
    ])("and is %s is reported", async (_what, make) => {
      const cwd = await temporaryFolder();
      await put(cwd, {
        "guardsmith.config.json": '{ "spec": "-", "outputs": ["models"] }',
        ...linked[how],
      });
      await make(join(cwd, "base.json"));
      const { importExtension, warnings } = findSurroundings(await loadConfig({ cwd }), { cwd });
      expect(importExtension).toMatch(/^(?:ts|none)$/);
      expect(warnings.map(({ warning }) => warning.code)).toEqual(["unusable-tsconfig"]);
    });
  },
);

describe.skipIf(process.platform === "win32")("a config file that is found", () => {
  test.each(
    [".json", ".yaml", ".ts", ".mjs", ".cjs"].flatMap((extension) =>
      Object.keys(unfit).map((kind) => [`guardsmith.config${extension}`, kind] as const),
    ),
  )("as %s is refused, if it is %s", async (name, kind) => {
    const cwd = await temporaryFolder();
    await unfit[kind]?.(join(cwd, name));
    expect(await diagnosed(() => loadConfig({ cwd }))).toBe(
      `file-unreadable: ${name} is not a regular file`,
    );
  });

  test.each(["guardsmith.config.json", "guardsmith.config.ts"])(
    "as %s is refused, if it is larger than any such file or a directory",
    async (name) => {
      const [huge, folder] = [await temporaryFolder(), await temporaryFolder()];
      await hugeFile(join(huge, name), maxFileBytes + 1);
      await mkdir(join(folder, name));
      const found = [huge, folder].map((cwd) => diagnosed(() => loadConfig({ cwd })));
      expect(await Promise.all(found)).toEqual([
        `file-too-large: ${name} is larger than ${maxFileBytes} bytes`,
        `file-unreadable: ${name} is a directory`,
      ]);
    },
  );
});

describe("a document that a person names", () => {
  const text = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\n";

  test.skipIf(process.platform === "win32")("may be a pipe, which is read to its end", async () => {
    const cwd = await temporaryFolder();
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    const [document] = await Promise.all([
      load("pipe", { cwd }),
      writeFile(join(cwd, "pipe"), text),
    ]);
    expect(document.sources.get(document.uri)?.text).toBe(text);
  });

  test.skipIf(process.platform === "win32")("may not be without an end", async () => {
    const cwd = await temporaryFolder();
    expect(await diagnosed(() => load("/dev/zero", { cwd }))).toMatch(
      /^file-too-large: .*dev\/zero is larger than \d+ bytes$/,
    );
  });

  test("may not be without an end on standard input", async () => {
    const cwd = await temporaryFolder();
    async function* endless(): AsyncGenerator<string> {
      for (;;) yield await Promise.resolve("a".repeat(2 ** 20));
    }
    expect(await diagnosed(() => load("-", { cwd, stdin: endless() }))).toBe(
      `file-too-large: <stdin> is larger than ${maxFileBytes} bytes`,
    );
  });
});

describe.each([
  ["while others wait", (path: string, bytes: number) => readBytes(path, { bytes })],
  [
    "with calls that wait",
    (path: string, bytes: number) =>
      new Promise<Uint8Array>((resolve) => resolve(readBytesSync(path, { bytes }))),
  ],
])("a file, %s,", (_name, read) => {
  test("is read to its end, whatever size the system reports", async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, "a"), "x".repeat(200_000));
    expect((await read(join(cwd, "a"), 200_000)).length).toBe(200_000);
  });

  test.skipIf(process.platform !== "linux")("may have a content and no size", async () => {
    expect((await read("/proc/self/status", 1_000_000)).length).toBeGreaterThan(100);
  });

  test.skipIf(process.platform !== "linux")("that grows meanwhile meets the limit", async () => {
    // A file of the system without a size: only what is read tells how large it is.
    const problem = await read("/proc/self/status", 10).catch((error: unknown) =>
      fileProblem("status", error),
    );
    expect(problem).toMatchObject({ code: "file-too-large" });
  });
});
