import { runChecks } from "./checks";

console.log(await runChecks());
