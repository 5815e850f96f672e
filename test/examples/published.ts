import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseJsonc, type ParseError } from "jsonc-parser";
import { parse as parseYaml } from "yaml";

/** The document that OpenAI publishes. */
export const publishedFile: string = join(
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
  "openai.yaml",
);

/** Whether it is there. */
export const hasPublished: boolean = existsSync(publishedFile);

/** An example in a document, and where it stands. */
export interface PublishedExample {
  readonly place: string;
  readonly value: unknown;
}

/** What the document says about an operation or a component beyond OpenAPI. */
interface Described {
  readonly "x-oaiMeta"?: { readonly example?: unknown; readonly examples?: unknown };
}

/** The document, as far as its examples of batches go. */
export interface PublishedDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Described>> };
}

/**
 * Reads the document that OpenAI publishes.
 *
 * @throws when the file cannot be read or is not YAML
 */
export function readPublished(): PublishedDocument {
  // Where the shape is another, no example is found, and the tests count them.
  return parseYaml(readFileSync(publishedFile, "utf8")) as PublishedDocument;
}

/** The example of a component schema, as a list of one. */
export function exampleOfComponent(
  { components }: PublishedDocument,
  name: string,
): readonly PublishedExample[] {
  const text = components.schemas[name]?.["x-oaiMeta"]?.example;
  return typeof text === "string" ? [{ place: name, value: parseExample(text) }] : [];
}

/** Every example of a response of an operation. */
export function examplesOfResponse(
  { paths }: PublishedDocument,
  method: string,
  path: string,
): readonly PublishedExample[] {
  return responsesIn(paths[path]?.[method]?.["x-oaiMeta"]?.examples).map((text) => ({
    place: `${method.toUpperCase()} ${path}`,
    value: parseExample(text),
  }));
}

/** The texts under `response`: there is one example or a list of them. */
function responsesIn(examples: unknown): readonly string[] {
  if (Array.isArray(examples)) return examples.flatMap(responsesIn);
  if (typeof examples !== "object" || examples === null || !("response" in examples)) return [];
  return typeof examples.response === "string" ? [examples.response] : [];
}

/**
 * Parses an example: JSON whose lists may end with a comma, and whose items may be left out, as
 * `{ ... }`.
 *
 * @throws when it is anything else
 */
function parseExample(text: string): unknown {
  const errors: ParseError[] = [];
  const complete = text.replace(/\{ \.\.\. \},?/g, "");
  const value: unknown = parseJsonc(complete, errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new Error(`An example is no JSON:\n${text}`);
  return value;
}
