// Runs the bundle of a worker where there is what every kind of worker has: no document, no window,
// nothing of Node.js, and no code from strings.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

let listener = () => {};
const scope = {
  TextDecoder,
  addEventListener: (type, callback) => {
    if (type === "message") listener = callback;
  },
  postMessage: (text) => console.log(text),
};
const context = createContext(scope, { codeGeneration: { strings: false, wasm: false } });
runInContext(readFileSync("dist/worker.js", "utf8"), context);
listener({ data: undefined });
