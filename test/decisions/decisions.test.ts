import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../docs/decisions/", import.meta.url);
const list = "README.md";
const pages = readdirSync(folder).filter((name) => name !== list);

function read(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

describe("the decisions", () => {
  it("are listed, each once and by its title", () => {
    const links = [...read(list).matchAll(/^- \[(.*)\]\((.*)\)$/gm)];
    const listed = links.map(([, title, name]) => `${name}: ${title}`);
    const titled = pages.map((name) => `${name}: ${/^# (.*)$/m.exec(read(name))?.[1]}`);
    expect(listed.toSorted()).toEqual(titled.toSorted());
  });

  it.each(pages)("are short, with their context and consequences: %s", (name) => {
    const text = read(name).replace(/^```.*?^```$/gms, "");
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(150);
    expect([...text.matchAll(/^\*\*(.*)\.\*\*/gm)].map(([, part]) => part)).toEqual([
      "Context",
      "Decision",
      "Consequences",
    ]);
  });
});
