import type { PathOperation } from "../../generator/openapi/operations.js";
import type { BodyCodec } from "../../generator/runtime/body.js";
import type { Operation } from "../../generator/runtime/operation.js";
import type { ValueSchema } from "../../generator/runtime/parameter.js";
import type { OperationValues } from "./operation-values.js";

/** A call of an operation: its parameters by location, and its body. */
export type Call = Readonly<Record<string, unknown>>;

/** An answer of an operation. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly mediaType: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A part of a call or of an answer, with some of its values. */
interface Part {
  readonly isRequired: boolean;
  /** What the values add to a call. */
  readonly values: readonly Call[];
  /** The simplest value that can be sent. */
  readonly basic: Call | undefined;
}

/**
 * Makes calls of an operation: one with what is required, one with everything, and one for each value of
 * each part. None, if there is no valid value for what is required.
 */
export function callsOf(
  { parameters = [], body }: Operation,
  found: PathOperation,
  values: OperationValues,
): readonly Call[] {
  const parts = parameters.map((parameter): Part => {
    const { name, in: location, isRequired = false } = parameter;
    const all = values.ofParameter(parameter, found);
    const inCall = (value: unknown): Call =>
      location === "querystring" ? { [location]: value } : { [location]: { [name]: value } };
    // A value in a path cannot be empty.
    const basic = all.find((value) => location !== "path" || value !== "");
    return {
      isRequired,
      values: all.map(inCall),
      basic: basic === undefined ? undefined : inCall(basic),
    };
  });
  if (body !== undefined) {
    const { content, isRequired = false } = body;
    const all = content.flatMap((codec) =>
      values.ofRequest(codec, found).map((value) => ({
        body: value,
        ...(content.length > 1 || isRange(codec) ? { mediaType: concrete(codec) } : {}),
      })),
    );
    parts.push({ isRequired, values: all, basic: all[0] });
  }
  const required = parts.filter(({ isRequired }) => isRequired);
  if (required.some(({ basic }) => basic === undefined)) return [];
  const base = merge(required.map(({ basic }) => basic));
  const full = merge(parts.map(({ values: all, basic }) => all.at(-1) ?? basic));
  return [base, full, ...parts.flatMap((part) => part.values.map((each) => merge([base, each])))];
}

/**
 * Makes answers of an operation: for each status and media type, without and with all headers.
 *
 * @param known - The schemas of bodies of which answers were made. Of these, one more is made each.
 */
export function answersOf(
  { responses }: Operation,
  found: PathOperation,
  values: OperationValues,
  known: Set<ValueSchema>,
): readonly Answer[] {
  const keys = Object.keys(responses);
  return keys.flatMap((key): readonly Answer[] => {
    const status = statusOf(key, keys);
    const response = responses[key];
    // No response of `fetch` has another status.
    if (response === undefined || status < 200 || status > 599) return [];
    const { content = [], headers: described = [] } = response;
    const headers = described.map((header) => {
      const all = values.ofHeader(header, key, found);
      return { name: header.name, isRequired: header.isRequired === true, value: all.at(-1) };
    });
    const some = Object.fromEntries(
      headers.filter(({ isRequired }) => isRequired).map(({ name, value }) => [name, value]),
    );
    const all = Object.fromEntries(
      headers.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]),
    );
    const none = { status, body: undefined, mediaType: undefined };
    if (content.length === 0 || [204, 205, 304].includes(status)) {
      return [some, all].map((given) => ({ ...none, headers: given }));
    }
    return content.flatMap((codec) => {
      const mediaType = concrete(codec);
      const bodies = values.ofResponse(codec, key, found);
      const full = { status, body: bodies.at(-1), mediaType, headers: all };
      const isKnown = known.has(codec.schema);
      known.add(codec.schema);
      if (bodies.length === 0 || isKnown) return bodies.length === 0 ? [] : [full];
      return [...bodies.map((body) => ({ status, body, mediaType, headers: some })), full];
    });
  });
}

/** A status for a key of the responses that no other key describes. */
function statusOf(key: string, keys: readonly string[]): number {
  if (/^\d+$/.test(key)) return Number(key);
  const start = key === "default" ? 400 : Number(key.charAt(0)) * 100;
  const isFree = (status: number): boolean =>
    !keys.includes(String(status)) &&
    (key !== "default" || !keys.includes(`${Math.floor(status / 100)}XX`));
  const free = Array.from({ length: 200 }, (_, index) => start + index).find(isFree);
  return free ?? start;
}

function isRange({ mediaType }: BodyCodec): boolean {
  return mediaType.endsWith("*");
}

/** A media type of a range. */
function concrete({ mediaType }: BodyCodec): string {
  return mediaType.replace(/^\*/, "application").replace(/\*$/, "octet-stream");
}

/** Puts the parts of a call together; a part that follows comes first. */
function merge(parts: readonly (Call | undefined)[]): Call {
  const merged: Record<string, unknown> = {};
  for (const part of parts) {
    for (const [location, value] of Object.entries(part ?? {})) {
      const isGroup = location !== "body" && location !== "mediaType" && location !== "querystring";
      // The members of groups are objects.
      merged[location] = isGroup ? { ...(merged[location] as Call), ...(value as Call) } : value;
    }
  }
  return merged;
}
