import { describe, expect, it } from "vitest";
import { runProcess } from "../support/run-process.js";
import type { Finished } from "../support/finished.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const refused = "A connection was refused";

/** Refuses to connect, and says so. */
const preload = `data:text/javascript,${encodeURIComponent(`
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";
import { writeSync } from "node:fs";
const refuse = () => {
  writeSync(2, "${refused}\\n");
  throw new Error("${refused}");
};
net.Socket.prototype.connect = refuse;
dgram.createSocket = refuse;
dns.lookup = refuse;
dns.promises.lookup = refuse;
`)}`;

const spec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }
`;

async function runOffline(args: readonly string[]): Promise<Finished> {
  const cwd = await temporaryFolder();
  const config = JSON.stringify({ spec: "openapi.yaml", out: "api" });
  await put(cwd, {
    "openapi.yaml": spec,
    "guardsmith.config.json": config,
    "pet.json": '{ "name": 1 }',
  });
  return runProcess(args, { cwd, preload });
}

describe("no connection is opened by", () => {
  it.each<[args: string, code: number]>([
    ["generate", 0],
    ["generate --check", 1],
    ["validate --model Pet pet.json", 1],
    ["reconcile Pet=pet.json", 0],
    ["clean", 0],
    ["--version", 0],
    ["generate --help", 0],
    ["generate missing.yaml", 2],
  ])("guardsmith %s", async (args, code) => {
    const finished = await runOffline(args.split(" "));
    expect(finished.code, finished.stderr).toBe(code);
    expect(finished.stderr).not.toContain(refused);
  });
});

it("a connection would be noticed", async () => {
  const { code, stderr } = await runOffline(["generate", "http://127.0.0.1:49151/openapi.yaml"]);
  expect(stderr).toContain(refused);
  expect(code).toBe(2);
});
