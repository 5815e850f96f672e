import { array, exported, isSameCode, object } from "../../code/expressions.js";
import type { Docs, Expression, TypeNode } from "../../code/nodes.js";
import { typeReference, undefinedType, stringType } from "../../code/type-nodes.js";
import type { PathOperation } from "../../openapi/operations.js";
import { responseEntries } from "../../openapi/operations.js";
import { headersOf } from "../../openapi/parameters.js";
import type { Entry } from "../../openapi/entries.js";
import { describeBodies, type DescribedBody } from "./bodies.js";
import { firstWords } from "./docs.js";
import type { OperationModule } from "./operation-module.js";
import { describeParameter, type DescribedParameter } from "./parameters.js";
import { hasNoBody, isHandledStatus, statusesWithout, statusType } from "./statuses.js";

/** What an operation answers, as code. */
export interface DescribedResults {
  /** A union that `status` narrows. */
  readonly type: TypeNode;
  /** The responses by status. */
  readonly code: Expression;
  readonly docs: Docs;
}

const runtime = "runtime/operation";

/**
 * Describes the responses of an operation: a member of the union for each media type of each status, and one for
 * the statuses that the document does not describe.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#responses-object | OpenAPI 3.2, Responses Object}
 */
export function describeResults(
  { method, operation }: PathOperation,
  name: string,
  module: OperationModule,
): DescribedResults {
  const { document } = module.context;
  const found = [...responseEntries(document, operation)];
  const handled = found.filter(([status, { entry }]) => isHandled(status, entry, module));
  const statuses = handled.map(([status]) => status);
  const responses = handled.map(([status, response]) =>
    describeResponse(status, response, method === "HEAD" || hasNoBody(status), module),
  );
  const members = responses.flatMap(({ status, headers, bodies }) => {
    const type = statusType(status, statuses);
    const all = bodies.length === 0 ? [undefined] : bodies;
    return type === undefined ? [] : all.map((body) => memberOf(type, body, headers));
  });
  const others = statuses.includes("default") ? undefined : statusesWithout(statuses);
  const all = [
    ...joinStatuses(members),
    ...(others === undefined ? [] : [typeReference(exported("OtherResult", runtime), others)]),
  ];
  const [only] = all;
  return {
    type: only !== undefined && all.length === 1 ? only : { kind: "union", members: all },
    code: object(responses.map(({ status, code }) => [status, code])),
    docs: { text: docsOfResults(name, handled), tags: [] },
  };
}

function isHandled(status: string, place: Entry["entry"], { context }: OperationModule): boolean {
  if (isHandledStatus(status)) return true;
  context.unsupported.add(/^1(?:\d\d|XX)$/.test(status) ? "informational" : "status", place);
  return false;
}

interface DescribedResponse {
  readonly status: string;
  readonly headers: readonly DescribedParameter[];
  readonly bodies: readonly DescribedBody[];
  readonly code: Expression;
}

function describeResponse(
  status: string,
  response: Entry,
  isEmpty: boolean,
  module: OperationModule,
): DescribedResponse {
  const headers = [...headersOf(module.context.document, response).values()].map((header) =>
    describeParameter(header, { where: "header", name: header.name }, "response", module),
  );
  const bodies = isEmpty ? [] : describeBodies(response, "response", module);
  return {
    status,
    headers,
    bodies,
    code: object([
      ...(headers.length > 0 ? [["headers", array(headers.map(({ code }) => code))] as const] : []),
      ...(bodies.length > 0 ? [["content", array(bodies.map(({ code }) => code))] as const] : []),
    ]),
  };
}

/** A member of the union, before statuses with the same content are joined. */
interface ResultMember {
  readonly status: TypeNode;
  readonly others: readonly TypeNode[];
}

function memberOf(
  status: TypeNode,
  body: DescribedBody | undefined,
  headers: readonly DescribedParameter[],
): ResultMember {
  const isRange = body?.mediaType.includes("*") === true;
  const mediaType: TypeNode =
    body === undefined
      ? undefinedType
      : isRange
        ? stringType
        : { kind: "literal", value: body.mediaType };
  return {
    status,
    others: [
      mediaType,
      body?.type ?? undefinedType,
      ...(headers.length === 0
        ? []
        : [{ kind: "object" as const, members: headers.map(({ member }) => member) }]),
    ],
  };
}

/** Joins the statuses of members with the same content. */
function joinStatuses(members: readonly ResultMember[]): readonly TypeNode[] {
  const joined: { statuses: TypeNode[]; others: readonly TypeNode[] }[] = [];
  for (const { status, others } of members) {
    const same = joined.find((each) => isSameCode(each.others, others));
    if (same === undefined) joined.push({ statuses: [status], others });
    else same.statuses.push(status);
  }
  return joined.map(({ statuses: [first, ...more], others }) => {
    const status: TypeNode =
      first !== undefined && more.length === 0
        ? first
        : { kind: "union", members: [...(first === undefined ? [] : [first]), ...more] };
    return typeReference(exported("DescribedResult", runtime), status, ...others);
  });
}

function docsOfResults(name: string, responses: readonly (readonly [string, Entry])[]): string {
  const lines = responses.map(([status, response]) => {
    const words = firstWords(response);
    return words === "" ? `- \`${status}\`` : `- \`${status}\`: ${words}`;
  });
  return [`What {@link ${name}} answers.`, lines.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}
