import type { Config } from "../config/config.js";
import { markText } from "../core/generated-mark.js";
import { componentAt } from "../openapi/components.js";
import type { Document } from "../openapi/document.js";
import { titleOf } from "../openapi/title.js";
import { isJsonArray, isJsonObject } from "../core/json.js";
import type { Model, Models } from "../model/model.js";
import { pathsOf, type Layout } from "./layout.js";
import type { OutputFile } from "./output-file.js";
import { classDiagram } from "./class-diagram.js";
import { encodeString, nameInvisible } from "../code/encode.js";
import { firstParagraph } from "./first-paragraph.js";
import { exampleOperation } from "./operations/emit.js";
import { code, codeBlock, inline, plain, row } from "../text/markdown.js";
import type { ModelTypes } from "../types/algebra.js";

/** The README of a package with more models lists only the components, and has no diagram. */
const mostShown = 40;

/**
 * Makes the README of the package: an example, a table of its models, and how they nest.
 *
 * @param layout - The folder of the modules.
 * @param hasMiddleware - Whether there is a middleware for openapi-fetch.
 */
export function emitReadme(
  document: Document,
  models: Models,
  types: ModelTypes,
  { package: { name, description }, outputs }: Config,
  layout: Layout,
  hasMiddleware: boolean,
): OutputFile {
  const withGuards = outputs.includes("guards");
  const isSmall = models.all.length <= mostShown;
  const title = titleOf(document) || "API";
  const listed = isSmall ? models.all : componentsOf(document, models);
  const example = listed.find(({ id }) => types.get(id).kind === "object") ?? listed[0];
  const sections = [
    `<!-- ${markText} -->`,
    `# ${name}`,
    plain(
      shownParagraph(
        description ?? `Types${withGuards ? " and guards" : ""} of the ${withoutStop(title)}.`,
      ),
    ),
    example === undefined ? "" : exampleOf(example, models, name, withGuards),
    outputs.includes("json-schema") ? jsonSchemaIntroduction(models, name) : "",
    outputs.includes("operations") ? clientIntroduction(document, models, name) : "",
    hasMiddleware ? middlewareIntroduction(document, name) : "",
    "## Models",
    isSmall
      ? ""
      : `These are the components of the document; there are ${models.all.length} models in all. An import from the module of a model, such as ${code(`${name}/models/${example?.module ?? ""}`)}, loads only what that model needs.`,
    modelTable(listed, layout),
    ...(isSmall ? ["## How they nest", classDiagram(models, types)] : []),
  ];
  return {
    path: "README.md",
    text: `${sections.filter((section) => section !== "").join("\n\n")}\n`,
  };
}

/** The models of components; all models, if there are no components. */
function componentsOf(document: Document, { all }: Models): readonly Model[] {
  const named = all.filter(({ schema }) => componentAt(schema.place, document) !== undefined);
  return named.length === 0 ? all : named;
}

/** An example that uses one model. */
function exampleOf(model: Model, models: Models, packageName: string, withGuards: boolean): string {
  const { name, exports } = model;
  if (!withGuards) return codeBlock([`import type { ${name} } from "${packageName}";`], "ts");
  const own = ["parseJson", "ValidationError"];
  const taken = new Set(
    models.all.flatMap((each) => [each.name, ...Object.values({ ...each.exports })]),
  );
  // If a model has the name of a shared export, that export is imported from its own entry.
  const imports = own.some((each) => taken.has(each))
    ? [
        `import { ${exports.is}, ${exports.schema} } from "${packageName}";`,
        `import { ${own.join(", ")} } from "${packageName}/runtime";`,
      ]
    : [`import { ${[exports.is, exports.schema, ...own].join(", ")} } from "${packageName}";`];
  const lines = [
    ...imports,
    "",
    "export function read(value: unknown, text: string): void {",
    `if (${exports.is}(value)) console.log(value); // a ${name}`,
    `const { issues } = ${exports.schema}.validate(value);`,
    "for (const issue of issues ?? []) console.log(issue.message);",
    "",
    "try {",
    `console.log(${exports.schema}.parse(value), parseJson(${exports.schema}, text)); // each is a ${name}; throws otherwise`,
    "} catch (error) {",
    "if (error instanceof ValidationError) console.error(error.message);",
    "}",
    "}",
  ];
  return codeBlock(lines, "ts");
}

/** A table of models: where each is declared, and what it is. */
function modelTable(models: readonly Model[], layout: Layout): string {
  const rows = models.map((model) =>
    row(`[${code(model.name)}](${moduleLink(model, layout)})`, inline(firstSentence(model))),
  );
  // A formatter would make every row as wide as the longest one.
  const comment = models.length > mostShown ? ["<!-- prettier-ignore -->"] : [];
  return [...comment, row("model", "what it is"), "| --- | --- |", ...rows].join("\n");
}

/** The first sentence of a model's description. */
function firstSentence({ schema }: Model): string {
  const { description = "" } = schema.kind === "object" ? schema.keywords : {};
  const paragraph = shownParagraph(description);
  return /^.*?[^.\s][.!?](?=\s+\P{Ll}|$)/u.exec(paragraph)?.[0] ?? paragraph;
}

function withoutStop(title: string): string {
  return shownParagraph(title).replace(/\.$/, "");
}

/** The first paragraph of a text, with invisible characters named. */
function shownParagraph(text: string): string {
  return firstParagraph(nameInvisible(text));
}

/** An example that imports the JSON Schema of the first model. */
function jsonSchemaIntroduction({ all }: Models, packageName: string): string {
  const [model] = all;
  if (model === undefined) return "";
  return [
    "Every model is also exported as a JSON Schema, from a module that does not import the guards:",
    codeBlock(
      [`import { ${model.exports.jsonSchema} } from "${packageName}/json-schema/${model.module}";`],
      "ts",
    ),
  ].join("\n\n");
}

/** An example that calls an operation. */
function clientIntroduction(document: Document, models: Models, packageName: string): string {
  const names = exampleOperation(document, models);
  if (names === undefined) return "";
  const { value, call } = names;
  // An operation may have the name of something else in the example.
  const isFree = !["client", "createClient", "request", "result", "send"].includes(value);
  const name = isFree ? value : "operation";
  const lines = [
    `import { createClient, send } from "${packageName}/client";`,
    `import { ${isFree ? value : `${value} as ${name}`}, type ${call} } from "${packageName}/operations";`,
    "",
    `const client = createClient({ baseUrl: ${encodeString(serverOf(document))} });`,
    "",
    `export async function request(call: ${call}): Promise<void> {`,
    `const result = await send(${name}, call, client);`,
    "console.log(result.status, result.body); // the status narrows the type of the body",
    "}",
  ];
  return [
    "The client checks what it sends and what it receives; `auth: credentials({ … })` sends credentials:",
    codeBlock(lines, "ts"),
  ].join("\n\n");
}

function middlewareIntroduction(document: Document, packageName: string): string {
  const lines = [
    'import createClient from "openapi-fetch";',
    `import type { paths } from "${packageName}/openapi";`,
    `import { guardResponses } from "${packageName}/openapi-fetch";`,
    "",
    `const client = createClient<paths>({ baseUrl: ${encodeString(serverOf(document))} });`,
    "client.use(guardResponses());",
  ];
  return [
    "With this middleware, a client of [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) rejects every response that does not match the document with a `ValidationError`:",
    codeBlock(lines, "ts"),
  ].join("\n\n");
}

/** The URL of the API, if the document has a complete one. */
function serverOf({ root: { servers = [] } }: Document): string {
  const [server] = isJsonArray(servers) ? servers : [];
  const url = isJsonObject(server) ? server.url : undefined;
  return typeof url === "string" && /^https?:[^{}]+$/.test(url) ? url : "https://api.example.com";
}

/** A link to the declaration of a model. Names may have letters that a link must encode. */
function moduleLink({ module }: Model, layout: Layout): string {
  // Of JavaScript and its declarations, the declarations are more useful.
  return pathsOf(`models/${encodeURIComponent(module)}`, layout).at(-1) ?? "";
}
