import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Transaction } from "../../generator/output/transaction.js";
import { put, snapshot, temporaryFolder } from "./temporary-folder.js";

describe("a transaction that is abandoned", () => {
  it("takes its temporary folder along, and the folder that it made", async () => {
    const folder = await temporaryFolder();
    const transaction = await Transaction.begin(join(folder, "out"));
    transaction.stage("text");
    transaction.abandon();
    expect(await snapshot(folder)).toEqual({});
  });

  it("leaves what is not its own", async () => {
    const folder = await temporaryFolder();
    await put(folder, { "out/mine.txt": "text" });
    const transaction = await Transaction.begin(join(folder, "out"));
    transaction.stage("text");
    transaction.abandon();
    expect(await snapshot(folder)).toEqual({ "out/mine.txt": "text" });
  });
});

/** Runs code that may use `beforeInterrupt`, in a process that sends itself a signal. */
async function interrupted(code: string, signal: NodeJS.Signals): Promise<readonly unknown[]> {
  const module = new URL("../../generator/output/before-interrupt.ts", import.meta.url).href;
  const script = `
    import { beforeInterrupt } from "${module}";
    ${code}
    setTimeout(() => process.exit(7), 2000);
    process.kill(process.pid, "${signal}");`;
  const args = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", script];
  const child = spawn(process.execPath, args);
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
  const [exitCode, by] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return [stdout, by ?? exitCode];
}

const work = 'process.stdout.write("done")';

describe.each<NodeJS.Signals>(["SIGINT", "SIGTERM"])("before %s ends a process", (signal) => {
  it.each([
    ["something is done", `beforeInterrupt(() => ${work});`, ["done", signal]],
    ["nothing is, if that was taken back", `beforeInterrupt(() => ${work})();`, ["", signal]],
    [
      "nothing is, if another listens, who decides",
      `process.on("${signal}", () => setTimeout(() => process.exit(3), 50)); beforeInterrupt(() => ${work});`,
      ["", 3],
    ],
  ])("%s", async (_what, code, outcome) => {
    expect(await interrupted(code, signal)).toEqual(outcome);
  });
});
