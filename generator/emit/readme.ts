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
import { code, codeBlock, inline, plain, row } from "../text/markdown.js";
import type { ModelTypes } from "../types/algebra.js";

/** Packages with more models than this list the components only, and have no diagram. */
const mostShown = 40;

/**
 * The README of the package: an example, a table of its models, and how they nest.
 *
 * @param layout - Where the modules lie.
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
    hasMiddleware ? middlewareIntroduction(document, name) : "",
    "## Models",
    isSmall
      ? ""
      : `These are the components of the document; there are ${models.all.length} models in all. What is imported from the module of a model, such as ${code(`${name}/models/${example?.module ?? ""}`)}, loads only what that needs.`,
    modelTable(listed, layout),
    ...(isSmall ? ["## How they nest", classDiagram(models, types)] : []),
  ];
  return {
    path: "README.md",
    text: `${sections.filter((section) => section !== "").join("\n\n")}\n`,
  };
}

/** The models that the document names; all, where it names none. */
function componentsOf(document: Document, { all }: Models): readonly Model[] {
  const named = all.filter(({ schema }) => componentAt(schema.place, document) !== undefined);
  return named.length === 0 ? all : named;
}

/** How one model is used, for all of them. */
function exampleOf(model: Model, models: Models, packageName: string, withGuards: boolean): string {
  const { name, exports } = model;
  if (!withGuards) return codeBlock([`import type { ${name} } from "${packageName}";`], "ts");
  const own = ["parseJson", "ValidationError"];
  const taken = new Set(
    models.all.flatMap((each) => [each.name, ...Object.values({ ...each.exports })]),
  );
  // Where a model has the name of what all models share, that is imported from its own entry.
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
    `console.log(${exports.schema}.parse(value), parseJson(${exports.schema}, text)); // each a ${name}, or it throws`,
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

/** The first paragraph of a text, in which an editor shows every character. */
function shownParagraph(text: string): string {
  return firstParagraph(nameInvisible(text));
}

/** How the JSON Schema of a model is imported, shown by the first. */
function jsonSchemaIntroduction({ all }: Models, packageName: string): string {
  const [model] = all;
  if (model === undefined) return "";
  return [
    "Every model is there as a JSON Schema too, in a module that imports none of the guards:",
    codeBlock(
      [`import { ${model.exports.jsonSchema} } from "${packageName}/json-schema/${model.module}";`],
      "ts",
    ),
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
    "A client of [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) rejects every response that is not what the document says, with a `ValidationError`:",
    codeBlock(lines, "ts"),
  ].join("\n\n");
}

/** Where the API is, if the document says so in full. */
function serverOf({ root: { servers = [] } }: Document): string {
  const [server] = isJsonArray(servers) ? servers : [];
  const url = isJsonObject(server) ? server.url : undefined;
  return typeof url === "string" && /^https?:[^{}]+$/.test(url) ? url : "https://api.example.com";
}

/** Where a model is declared: names may have letters that are not part of a link as they are. */
function moduleLink({ module }: Model, layout: Layout): string {
  // Of JavaScript and its declarations, the latter say more.
  return pathsOf(`models/${encodeURIComponent(module)}`, layout).at(-1) ?? "";
}
