import type { Document } from "../openapi/document.js";
import { modelAt } from "../model/model-at.js";
import type { Model, Models } from "../model/model.js";
import {
  operationResponses,
  type ResponseBody,
  type ResponseContent,
} from "../openapi/operations.js";
import type { Schemas } from "../schema/schemas.js";
import { encodeMemberName, encodeString } from "../code/encode.js";
import { Imports } from "../code/imports.js";
import type { SourceFile } from "../code/source-file.js";

const runtime = "./runtime/openapi-fetch.js";

/**
 * The entry with the middleware for openapi-fetch: a table of what the responses of every operation
 * have to be. None, where the document describes no JSON in a response.
 */
export function emitOpenApiFetch(
  document: Document,
  models: Models,
  schemas: Schemas,
): readonly SourceFile[] {
  const imports = new Imports();
  const paths = new Map<string, [string, string][]>();
  for (const { path, method, responses } of operationResponses(document)) {
    const statuses = statusesOf(
      responses,
      ({ schema: place }) => place && modelAt(place, "response", schemas, models),
    );
    if (statuses.length === 0) continue;
    const printed = statuses.map(([status, content]): [string, string] => [
      status,
      printObject(content.map(([type, model]) => [type, printBody(model, imports)])),
    ]);
    paths.set(path, [...(paths.get(path) ?? []), [method, printObject(printed)]]);
  }
  if (paths.size === 0) return [];
  imports.value("checkResponses", runtime);
  imports.type("ResponseMiddleware", runtime);
  imports.type("ResponseTable", runtime);
  imports.type("ValidationOptions", "./runtime/issue.js");
  return [
    {
      path: "src/openapi-fetch.ts",
      imports: imports.all,
      declarations: [
        { kind: "reexport", from: runtime, names: ["ResponseMiddleware"], typeOnly: true },
        {
          kind: "function",
          name: "guardResponses",
          docs: middlewareDocs,
          parameters: ["options?: ValidationOptions"],
          returns: "ResponseMiddleware",
          body: "return checkResponses(responses, options);",
          exported: true,
        },
        {
          kind: "constant",
          name: "responses",
          docs: "What JSON in a response has to be: by path, method, status and media type.",
          type: "ResponseTable",
          value: printObject(
            [...paths].map(([path, operations]) => [path, printObject(operations)]),
          ),
          exported: false,
        },
      ],
    },
  ];
}

const middlewareDocs = `A middleware of openapi-fetch that rejects with a \`ValidationError\` where a response is not what
the document says of its status and media type. Where the document says nothing, a response passes;
so does what is no JSON, or is not read as JSON.

@example
client.use(guardResponses());`;

/** A body by its media type; undefined where anything may be. */
type Content = readonly (readonly [mediaType: string, model: Model | undefined])[];

/** What there is to check of responses, by status. */
function statusesOf(
  responses: readonly ResponseContent[],
  modelOf: (body: ResponseBody) => Model | undefined,
): readonly (readonly [status: string, content: Content])[] {
  const all = responses.map(({ status, bodies }) => [status, contentOf(bodies, modelOf)] as const);
  // A status without anything to check has to be there where a wider one would take its place.
  const isWider = all.some(([status, content]) => !/^\d+$/.test(status) && content.length > 0);
  return all.filter(([, content]) => isWider || content.length > 0);
}

/** What there is to check of one response. */
function contentOf(
  bodies: readonly ResponseBody[],
  modelOf: (body: ResponseBody) => Model | undefined,
): Content {
  const models = new Map<string, Set<Model | undefined>>();
  for (const body of bodies.filter(({ mediaType }) => /\bjson$|\*$/.test(mediaType))) {
    const known = models.get(body.mediaType) ?? new Set();
    models.set(body.mediaType, known.add(modelOf(body)));
  }
  // Where parameters tell media types apart, any of their models may be meant.
  const all = [...models].map(
    ([type, [model, ...others]]) => [type, others.length === 0 ? model : undefined] as const,
  );
  // The same as with statuses.
  const isWider = all.some(([type, model]) => type.endsWith("*") && model !== undefined);
  return all.filter(([, model]) => isWider || model !== undefined);
}

function printBody(model: Model | undefined, imports: Imports): string {
  if (model === undefined) return "null";
  const validate = imports.value(model.exports.validate, `./guards/${model.module}.js`);
  return `{ model: ${encodeString(model.name)}, validate: ${validate} }`;
}

function printObject(members: readonly (readonly [name: string, code: string])[]): string {
  return `{ ${members.map(([name, code]) => `${encodeMemberName(name)}: ${code}`).join(", ")} }`;
}
