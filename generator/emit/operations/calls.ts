import { array, literal, object } from "../../code/expressions.js";
import type { Declaration, Docs, Expression, Member, TypeNode } from "../../code/nodes.js";
import { neverType, stringType, typeReference } from "../../code/type-nodes.js";
import { memberOf, type Found } from "../../openapi/navigate.js";
import { isRequired } from "../../openapi/parameters.js";
import { describeBodies, type DescribedBody } from "./bodies.js";
import { docsOfObject } from "./docs.js";
import type { OperationModule } from "./operation-module.js";
import type { DescribedParameter } from "./parameters.js";

/** The body of a request, as code. */
export interface DescribedRequestBody {
  readonly found: Found;
  readonly isRequired: boolean;
  readonly bodies: readonly DescribedBody[];
  /** The description of the body. */
  readonly code: Expression;
}

/** Describes the request body of an operation; undefined, if it has none. */
export function describeRequestBody(
  operation: Found,
  module: OperationModule,
): DescribedRequestBody | undefined {
  const found = memberOf(module.context.document, operation, "requestBody");
  const bodies = found === undefined ? [] : describeBodies(found, "request", module);
  if (found === undefined || bodies.length === 0) return undefined;
  const required = isRequired(found);
  return {
    found,
    isRequired: required,
    bodies,
    code: object([
      ...(required ? [["isRequired", literal(true)] as const] : []),
      ["content", array(bodies.map(({ code }) => code))],
    ]),
  };
}

/** The groups of a call, in their order. */
const groups = ["path", "query", "querystring", "header", "cookie"] as const;

/**
 * Declares the type of what an operation takes: the parameters by location, and the body. With several media
 * types, `mediaType` says which one the body has; it may be left out for the first one.
 */
export function declareCall(
  name: string,
  docs: Docs,
  parameters: readonly DescribedParameter[],
  body: DescribedRequestBody | undefined,
): Declaration {
  const members = groups.flatMap((group) => groupMember(group, parameters));
  if (body === undefined) return declared(name, docs, members);
  const [first, ...others] = body.bodies.map((one, index) => bodyMembers(one, index, body));
  if (first === undefined || others.length === 0) {
    return declared(name, docs, [...members, ...(first ?? [])]);
  }
  const options = [first, ...others].map(objectOf);
  const union: TypeNode = { kind: "union", members: options };
  const type: TypeNode =
    members.length === 0 ? union : { kind: "intersection", members: [objectOf(members), union] };
  return { kind: "alias", name, docs, type };
}

/** The members of a body: its media type, if there is a choice, and its value. */
function bodyMembers(
  { mediaType, type }: DescribedBody,
  index: number,
  { found, isRequired: required, bodies }: DescribedRequestBody,
): readonly Member[] {
  const isRange = mediaType.includes("*");
  const docs = docsOfObject(found);
  const choice: Member = {
    kind: "property",
    name: "mediaType",
    optional: index === 0,
    type: isRange ? stringType : { kind: "literal", value: mediaType },
  };
  return [
    ...(isRange || bodies.length > 1 ? [choice] : []),
    {
      kind: "property",
      name: "body",
      ...(docs !== undefined && index === 0 && { docs }),
      optional: !required,
      type,
    },
  ];
}

/** The member for the parameters of a location. A whole query is the group itself. */
function groupMember(
  group: (typeof groups)[number],
  parameters: readonly DescribedParameter[],
): readonly Member[] {
  const members = parameters.filter(({ where }) => where === group).map(({ member }) => member);
  const [first] = members;
  if (first === undefined) return [];
  if (group === "querystring") return [{ ...first, name: group }];
  const optional = members.every((member) => member.optional);
  return [{ kind: "property", name: group, optional, type: objectOf(members) }];
}

function objectOf(members: readonly Member[]): TypeNode {
  return { kind: "object", members };
}

function declared(name: string, docs: Docs, members: readonly Member[]): Declaration {
  if (members.length > 0) return { kind: "interface", name, docs, members };
  // An interface without members would accept every value.
  const type = typeReference("Record", stringType, neverType);
  return { kind: "alias", name, docs, type };
}
