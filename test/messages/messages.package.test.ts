import { expect, test } from "vitest";
import { renderMessages } from "./render.js";

test("the page of messages says what is said: if not, run `npx vitest run test/messages --update`", async () => {
  await expect(await renderMessages()).toMatchFileSnapshot("../../docs/reference/messages.md");
});
