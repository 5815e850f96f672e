import { workerData } from "node:worker_threads";
import { touch } from "../disk.js";
import { beatInterval, type Beat } from "./heartbeat.js";

// The thread that shows that the process is alive, even if the main thread is busy. `heartbeat.ts` starts it.

// `heartbeat.ts` passes nothing else.
const { file } = workerData as Beat;

setInterval(() => touch(file), beatInterval);
