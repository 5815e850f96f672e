import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";

/** Runs code that may use `beforeInterrupt`, in a process that sends itself a signal. */
async function interrupted(code: string, signal: NodeJS.Signals): Promise<readonly unknown[]> {
  const module = new URL("../../generator/output/transaction/before-interrupt.ts", import.meta.url)
    .href;
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

describe.each<NodeJS.Signals>(["SIGINT", "SIGTERM", "SIGHUP"])(
  "before %s ends a process",
  (signal) => {
    it.each([
      ["something is done", `beforeInterrupt(() => ${work});`, ["done", signal]],
      [
        "several things are, once each",
        `beforeInterrupt(() => ${work}); beforeInterrupt(() => ${work}); beforeInterrupt(() => ${work})();`,
        ["donedone", signal],
      ],
      ["nothing is, if that was taken back", `beforeInterrupt(() => ${work})();`, ["", signal]],
      [
        "nothing is, if another listens, until that ends the process",
        `process.on("${signal}", () => setTimeout(() => {
           process.stdout.write("later ");
           process.exit(3);
         }, 50));
         beforeInterrupt(() => ${work});`,
        ["later done", 3],
      ],
    ])("%s", async (_what, code, outcome) => {
      expect(await interrupted(code, signal)).toEqual(outcome);
    });
  },
);

it.each([
  ["process.exit", "process.exit(5)", 5],
  ["an error that nobody catches", 'throw new Error("oh")', 1],
])("before %s ends a process, something is done", async (_what, end, code) => {
  expect(await interrupted(`beforeInterrupt(() => ${work}); ${end};`, "SIGINT")).toEqual([
    "done",
    code,
  ]);
});
