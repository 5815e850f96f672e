import { runChecks } from "./checks";

void runChecks().then((text) => {
  console.log(text);
});
