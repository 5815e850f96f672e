import { runChecks } from "./checks";

addEventListener("message", () => {
  runChecks().then(postMessage, (error: unknown) => {
    postMessage(String(error));
  });
});
