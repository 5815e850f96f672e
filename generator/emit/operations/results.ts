import { array, exported, isSameCode, object } from "../../code/expressions.js";
import type { Docs, Expression, Member, TypeNode } from "../../code/nodes.js";
import { typeReference, undefinedType, stringType } from "../../code/type-nodes.js";
import type { PathOperation } from "../../openapi/operations.js";
import { responseEntries } from "../../openapi/operations.js";
import { headersOf } from "../../openapi/parameters.js";
import type { Entry } from "../../openapi/entries.js";
import { describeBodies, type DescribedBody } from "./bodies.js";
import { docsOfObject, firstWords } from "./docs.js";
import { OperationModule } from "./operation-module.js";
import { describeParameter } from "./parameters.js";
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

/** The headers of a response that the document describes. */
interface DescribedHeaders {
  readonly members: readonly Member[];
  /** Undefined, if there are none. */
  readonly type: TypeNode | undefined;
}

interface DescribedResponse {
  readonly status: string;
  readonly headers: DescribedHeaders;
  readonly bodies: readonly DescribedBody[];
  readonly code: Expression;
}

function describeResponse(
  status: string,
  response: Entry,
  isEmpty: boolean,
  module: OperationModule,
): DescribedResponse {
  const { context } = module;
  const open = (): OperationModule => new OperationModule(context);
  const shared = isEmpty
    ? undefined
    : context.shared.share("responses", response, open, (name, own) => {
        const described = describeOwn(response, isEmpty, own);
        const { members, type } = described.headers;
        const docs = docsOfObject(response);
        return {
          described: {
            ...described,
            headers: { members, type: type && typeReference(name.headers) },
            code: name.value,
          },
          declarations:
            type === undefined
              ? []
              : [{ kind: "interface", name: name.headers.name, members } as const],
          constant: { ...(docs !== undefined && { docs }), value: described.code },
        };
      });
  return { status, ...(shared ?? describeOwn(response, isEmpty, module)) };
}

function describeOwn(
  response: Entry,
  isEmpty: boolean,
  module: OperationModule,
): Omit<DescribedResponse, "status"> {
  const headers = [...headersOf(module.context.document, response).values()].map((header) =>
    describeParameter(header, { where: "header", name: header.name }, "response", module),
  );
  const members = headers.map(({ member }) => member);
  const bodies = isEmpty ? [] : describeBodies(response, "response", module);
  return {
    headers: { members, type: members.length === 0 ? undefined : { kind: "object", members } },
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
  headers: DescribedHeaders,
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
      ...(headers.type === undefined ? [] : [headers.type]),
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
