import { arrow, call, global, literal, local, member, object } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import { arbitraryCall, fc } from "./arbitrary.js";

/** An arbitrary for a format. */
export interface FormatArbitrary {
  readonly code: Expression;
  /** Whether the format has every string that it makes. */
  readonly isExact: boolean;
}

/** The arbitraries for formats that fast-check knows. */
export const formatArbitraries: ReadonlyMap<string, FormatArbitrary> = new Map<
  string,
  FormatArbitrary
>([
  ["date-time", exact(dates())],
  ["date", exact(dates(0, 10))],
  ["time", exact(dates(11))],
  ["date-time-local", exact(dates(0, 19))],
  ["time-local", exact(dates(11, 19))],
  ["uuid", exact(arbitraryCall("uuid", []))],
  ["ipv4", exact(arbitraryCall("ipV4", []))],
  ["ipv6", filtered(arbitraryCall("ipV6", []))],
  ["email", filtered(arbitraryCall("emailAddress", []))],
  ["idn-email", filtered(arbitraryCall("emailAddress", []))],
  ["hostname", filtered(arbitraryCall("domain", []))],
  ["idn-hostname", filtered(arbitraryCall("domain", []))],
  ["uri", filtered(webUrl())],
  ["uri-reference", filtered(webUrl())],
  ["iri", filtered(webUrl())],
  ["iri-reference", filtered(webUrl())],
  ["byte", filtered(arbitraryCall("base64String", []))],
  ["base64", filtered(arbitraryCall("base64String", []))],
  ["int64", filtered(integers())],
  ["uint64", filtered(call(member(arbitraryCall("nat", []), "map"), global("String")))],
]);

function exact(code: Expression): FormatArbitrary {
  return { code, isExact: true };
}

function filtered(code: Expression): FormatArbitrary {
  return { code, isExact: false };
}

function webUrl(): Expression {
  return arbitraryCall("webUrl", [], { withQueryParameters: true, withFragments: true });
}

function integers(): Expression {
  return call(member(arbitraryCall("integer", []), "map"), global("String"));
}

/** Dates with four digits for the year, as text, or a part of it. */
function dates(start?: number, end?: number): Expression {
  const limit = (text: string): Expression => ({
    kind: "new",
    callee: global("Date"),
    types: [],
    args: [literal(text)],
  });
  const made = call(
    fc("date"),
    object([
      ["min", limit("0001-01-01T00:00:00.000Z")],
      ["max", limit("9999-12-31T23:59:59.999Z")],
      ["noInvalidDate", literal(true)],
    ]),
  );
  const text = call(member(local("date"), "toISOString"));
  const part =
    start === undefined
      ? text
      : call(
          member(text, "slice"),
          ...[start, end].flatMap((at) => (at === undefined ? [] : [literal(at)])),
        );
  return call(member(made, "map"), arrow(["date"], part));
}
