import { below } from "../../core/place.js";
import { rootOf, type Found } from "../../openapi/navigate.js";
import {
  schemeNamed,
  securityOf,
  type Alternative,
  type Security,
} from "../../openapi/security.js";
import { receiverOf, requestDirection, type Call, type Pair, type Side } from "./call.js";
import { changed, fieldPlaces, type Finding } from "./finding.js";
import type { OperationAt } from "./pair-operations.js";
import { acceptsScheme } from "./security-schemes.js";

/** Returns whether credentials for a scheme of the caller are those for a scheme of the receiver. */
type Accepts = (caller: string, receiver: string) => boolean;

/**
 * Compares the security requirements of an operation: callers have the credentials of one alternative of their
 * document. What changed in a scheme is a change of the scheme, and not of each operation.
 */
export function* compareSecurity(call: Call, operations: Pair<OperationAt>): Generator<Finding> {
  const security = {
    old: securityIn(call, "old", operations.old),
    new: securityIn(call, "new", operations.new),
  };
  const receiver = receiverOf(call);
  const sent = security[call.caller].alternatives;
  const accepted = security[receiver].alternatives;
  const accepts = acceptsByDefinition(call, call.caller, receiver);
  const isAccepted = acceptsByDefinition(call, receiver, call.caller);
  const broken = differencesOf(sent, accepted, accepts);
  const loosened = differencesOf(accepted, sent, isAccepted);
  if (broken.alternatives.length > 0) {
    const which = broken.alternatives.map(shown).join(" or ");
    yield securityChange(call, operations, security, {
      data: "breaking",
      message:
        call.caller === "old"
          ? `${which} are no longer accepted`
          : `${which} are sent, which receivers do not accept`,
    });
  } else if (loosened.alternatives.length > 0) {
    const message = `${loosened.alternatives.map(shown).join(" or ")} are accepted, too`;
    yield securityChange(call, operations, security, { data: "compatible", message });
  }
  for (const name of broken.schemes) yield* schemeChange(call, name, "breaking");
  for (const name of loosened.schemes) {
    if (!broken.schemes.has(name)) yield* schemeChange(call, name, "compatible");
  }
}

/** The alternatives of one document that the other one does not accept. */
interface Differences {
  readonly alternatives: readonly Alternative[];
  /** The schemes whose definitions alone are the reason. */
  readonly schemes: ReadonlySet<string>;
}

function differencesOf(
  sent: readonly Alternative[],
  accepted: readonly Alternative[],
  accepts: Accepts,
): Differences {
  const alternatives: Alternative[] = [];
  const schemes = new Set<string>();
  for (const each of sent) {
    if (accepted.some((other) => isEnough(each, other, accepts))) continue;
    const sameNames = accepted.find((other) => isEnough(each, other, isSameName));
    if (sameNames === undefined) alternatives.push(each);
    else for (const name of sameNames.keys()) if (!accepts(name, name)) schemes.add(name);
  }
  return { alternatives, schemes };
}

const isSameName: Accepts = (caller, receiver) => caller === receiver;

/** Returns whether the credentials of one alternative satisfy another one. */
function isEnough(sent: Alternative, wanted: Alternative, accepts: Accepts): boolean {
  return [...wanted].every(([name, scopes]) =>
    [...sent].some(
      ([own, granted]) => accepts(own, name) && scopes.every((scope) => granted.includes(scope)),
    ),
  );
}

function acceptsByDefinition({ read }: Call, caller: Side, receiver: Side): Accepts {
  return (own, name) => {
    const sent = schemeNamed(read[caller].document, own);
    const wanted = schemeNamed(read[receiver].document, name);
    if (sent === undefined || wanted === undefined) return own === name;
    return acceptsScheme(sent.value, wanted.value);
  };
}

/** The requirements of the whole document are about calls of the API, not about what the API calls. */
function securityIn({ read, caller }: Call, side: Side, { operation }: OperationAt): Security {
  return securityOf(operation, caller === "new" ? undefined : rootOf(read[side].document));
}

/** A change of the lists: those of the operation if it has one, or otherwise those of the whole documents. */
function securityChange(
  call: Call,
  operations: Pair<OperationAt>,
  security: Pair<Security>,
  decision: { readonly data: "breaking" | "compatible"; readonly message: string },
): Finding {
  const isOwn = security.old.isOwn || security.new.isOwn;
  const aroundIn = (side: Side): Found =>
    isOwn ? operations[side].operation : rootOf(call.read[side].document);
  const around = { old: aroundIn("old"), new: aroundIn("new") };
  const places = fieldPlaces(call, around, "security");
  const at = below(around.new.place, "security");
  const whole = { ...decision, direction: requestDirection(call), rule: "security" as const };
  return changed(call, at, places, whole);
}

/** A change of a scheme, which has the same name in both documents. */
function* schemeChange(
  call: Call,
  name: string,
  data: "breaking" | "compatible",
): Generator<Finding> {
  const old = schemeNamed(call.read.old.document, name);
  const now = schemeNamed(call.read.new.document, name);
  if (old === undefined || now === undefined) return;
  yield changed(
    call,
    now.place,
    { old: old.place, new: now.place },
    {
      direction: requestDirection(call),
      data,
      rule: "security",
      message:
        data === "breaking"
          ? `the security scheme ${name} takes other credentials`
          : `the security scheme ${name} takes more credentials`,
    },
  );
}

function shown(alternative: Alternative): string {
  if (alternative.size === 0) return "requests without credentials";
  const schemes = [...alternative].map(([name, scopes]) =>
    scopes.length === 0 ? name : `${name} (${scopes.map(String).join(", ")})`,
  );
  return `requests with ${schemes.join(" and ")}`;
}
