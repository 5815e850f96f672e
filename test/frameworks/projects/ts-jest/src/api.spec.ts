import { runChecks } from "./checks";

test("the generated code", async () => {
  const text = await runChecks();
  expect(text).toMatch(/^OK/);
  console.log(text);
});
