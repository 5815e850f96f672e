import { parse } from "yaml";
import { compareDocuments } from "../../generator/diff/compare-documents.js";
import type { Change, Diff } from "../../generator/diff/diff-result.js";
import { fencesOf } from "../readme/blocks.js";
import { readSides, type Members } from "./read-sides.js";

/** Two schemas on a page, and what the page says about them. */
export interface PageCase {
  /** The heading above it. */
  readonly heading: string;
  readonly in: "requests" | "responses";
  /** A schema, or a document if it has `paths`. */
  readonly old: Members;
  readonly new: Members;
  /** The text of the block below. */
  readonly said: string;
}

/** Finds the cases of a page: a block of YAML with `in`, `old` and `new`, and the block of text below it. */
export function casesOf(file: string, markdown: string): readonly PageCase[] {
  const lines = markdown.split("\n");
  const fences = fencesOf(file, markdown);
  return fences.flatMap(({ info, text, line }, index) => {
    if (info !== "yaml") return [];
    const read: unknown = parse(text);
    if (typeof read !== "object" || read === null || !("in" in read)) return [];
    const said = fences[index + 1];
    if (said?.info !== "text") throw new Error(`${file}:${line}: no block of text says the result`);
    const heading = lines.slice(0, line).findLast((each) => /^##+ /.test(each)) ?? "";
    // The blocks of the pages have these members.
    const { in: where, old, new: now } = read as Omit<PageCase, "heading" | "said">;
    return [{ heading: heading.replace(/^#+ /, ""), in: where, old, new: now, said: said.text }];
  });
}

/** Compares the schemas of a case, and says the result as the pages do. */
export async function resultOf({ in: where, old, new: now }: PageCase): Promise<string> {
  const sides = await readSides(documentOf(old, where), documentOf(now, where));
  return `${linesOf(compareDocuments(sides)).join("\n")}\n`;
}

/** A document with a schema as the component `Body`, which an operation sends or receives. */
function documentOf(schema: Members, where: PageCase["in"]): Members {
  if ("paths" in schema) return schema;
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Body" } } };
  const operation =
    where === "requests"
      ? { requestBody: { required: true, content }, responses: { 200: { description: "OK" } } }
      : { responses: { 200: { description: "OK", content } } };
  return { paths: { "/a": { post: operation } }, components: { schemas: { Body: schema } } };
}

function linesOf({ changes, meaning }: Diff): readonly string[] {
  const lines = changes.flatMap(linesOfChange);
  if (lines.length > 0) return lines;
  if (changes.length > 0) return ["compatible"];
  return [meaning.length > 0 ? "a change of meaning" : "no change"];
}

function linesOfChange({ data, types, proof, rule, construct, typeChange }: Change): string[] {
  if (data === "unknown") return [`unknown: ${construct ?? ""}`];
  if (data === "breaking") {
    if (proof === undefined) return [`breaking: by the rule ${rule ?? ""}`];
    const payload = "absent" in proof ? "its absence" : JSON.stringify(proof.value);
    return [`breaking: ${payload}`, `  ${proof.issue.message}`];
  }
  return types === "breaking" ? [`breaking for types: ${typeChange?.member ?? ""}`] : [];
}
