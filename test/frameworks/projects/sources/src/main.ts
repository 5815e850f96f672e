import { runChecks } from "./checks.ts";

console.log(await runChecks());
