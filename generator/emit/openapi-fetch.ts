import type { Document } from "../openapi/document.js";
import { modelAt } from "../model/model-at.js";
import type { Model, Models } from "../model/model.js";
import {
  operationResponses,
  type ResponseBody,
  type ResponseContent,
} from "../openapi/operations.js";
import type { Schemas } from "../schema/schemas.js";
import { array, call, exported, hoisted, local, nullValue, object } from "../code/expressions.js";
import type { Docs, Expression, Module } from "../code/nodes.js";
import { returned } from "../code/statements.js";
import { typeReference } from "../code/type-nodes.js";

const runtime = "runtime/openapi-fetch";

/**
 * The entry with the middleware for openapi-fetch: a table of the models of all responses. None, if
 * the document describes no JSON in a response.
 */
export function emitOpenApiFetch(
  document: Document,
  models: Models,
  schemas: Schemas,
): readonly Module[] {
  const paths = new Map<string, [string, Expression][]>();
  for (const { path, method, responses } of operationResponses(document)) {
    const statuses = statusesOf(
      responses,
      ({ schema: place }) => place && modelAt(place, "response", schemas, models),
    );
    if (statuses.length === 0) continue;
    const table = statuses.map(([status, content]): [string, Expression] => [
      status,
      object(content.map(([type, models]) => [type, bodyOf(models)])),
    ]);
    paths.set(path, [...(paths.get(path) ?? []), [method, object(table)]]);
  }
  if (paths.size === 0) return [];
  return [
    {
      path: "openapi-fetch",
      declarations: [
        {
          kind: "reexport",
          module: runtime,
          names: { values: [], types: ["ResponseMiddleware"] },
        },
        {
          kind: "function",
          name: "guardResponses",
          docs: middlewareDocs,
          parameters: [
            {
              name: "options",
              optional: true,
              type: typeReference(exported("JsonOptions", "runtime/parse")),
            },
          ],
          returns: typeReference(exported("ResponseMiddleware", runtime)),
          body: [
            returned(
              call(exported("checkResponses", runtime), hoisted("responses"), local("options")),
            ),
          ],
          isHoisted: false,
        },
        {
          kind: "constant",
          name: "responses",
          docs: {
            text: "The models of JSON responses, by path, method, status and media type.",
            tags: [],
          },
          type: typeReference(exported("ResponseTable", runtime)),
          value: object([...paths].map(([path, operations]) => [path, object(operations)])),
          isHoisted: true,
        },
      ],
    },
  ];
}

const middlewareDocs: Docs = {
  text: "A middleware of openapi-fetch that rejects with a `ValidationError` if the client would return anything other than the JSON that the document describes for the status. The media type of a response selects among the described ones: if it is missing or not described, the body must match any of those that are JSON. A response passes unchecked if the document describes no JSON for it, if its media type is described and not JSON, or if it is read in another way (`parseAs`).",
  tags: [{ name: "example", text: "client.use(guardResponses());" }],
};

/** The models of a body by its media type; none, if anything is allowed or the body is not JSON. */
type Content = readonly (readonly [mediaType: string, models: readonly Model[]])[];

/** The checks of responses, by status. */
function statusesOf(
  responses: readonly ResponseContent[],
  modelOf: (body: ResponseBody) => Model | undefined,
): readonly (readonly [status: string, content: Content])[] {
  const all = responses.map(({ status, bodies }) => [status, contentOf(bodies, modelOf)] as const);
  // A status without checks must be listed if a wider one would otherwise apply to it.
  const isWider = all.some(([status, content]) => !/^\d+$/.test(status) && content.length > 0);
  return all.filter(([, content]) => isWider || content.length > 0);
}

/** The checks of one response: none, or those of the body for each media type. */
function contentOf(
  bodies: readonly ResponseBody[],
  modelOf: (body: ResponseBody) => Model | undefined,
): Content {
  const models = new Map<string, Set<Model | undefined>>();
  for (const body of bodies) {
    const known = models.get(body.mediaType) ?? new Set();
    const isJson = /\bjson$|\*$/.test(body.mediaType);
    models.set(body.mediaType, known.add(isJson ? modelOf(body) : undefined));
  }
  // If media types differ only in their parameters, any of their models may be meant.
  const all = [...models].map(([type, each]) => {
    const known = [...each].filter((model) => model !== undefined);
    return [type, known.length === each.size ? known : []] as const;
  });
  return all.some(([, known]) => known.length > 0) ? all : [];
}

function bodyOf(models: readonly Model[]): Expression {
  const [only, ...others] = models.map(({ exports, module }) =>
    exported(exports.schema, `guards/${module}`),
  );
  if (only === undefined) return nullValue;
  return others.length === 0 ? only : array([only, ...others]);
}
