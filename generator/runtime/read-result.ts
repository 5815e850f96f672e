import type { BodyCodec, BodyOptions } from "./body.js";
import { bodyCodecFor, checkCall } from "./check-call.js";
import type { Client, ValidationMode } from "./client-options.js";
import { hasNullBody, responseKey } from "./described-responses.js";
import type { Issue } from "./issue.js";
import type { Operation } from "./operation.js";
import type { Parameter } from "./parameter.js";
import { bodyOptions, handleViolation } from "./violations.js";

/** The parts of a response. */
export interface ReadResult {
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly headers: unknown;
  readonly body: unknown;
  /** Why they are not valid, if that was checked and is only reported. */
  readonly issues?: readonly Issue[];
}

/** The body of a response, read by a codec that is described for it. */
interface BodyOutcome {
  readonly mediaType: string | undefined;
  readonly value: unknown;
  /** Undefined, if no codec can read the media type. */
  readonly codec?: BodyCodec | undefined;
  /** Why the codec cannot read the body. */
  readonly issues?: readonly Issue[] | undefined;
}

/**
 * Reads a response as its operation describes it, and checks it.
 *
 * @throws {@link ValidationError} in the mode `throw`, if the response is described and not valid.
 */
export async function readResult(
  operation: Operation,
  response: Response,
  client: Client,
  mode: ValidationMode,
): Promise<ReadResult> {
  const { id, method, path } = operation;
  const { status } = response;
  const type = mediaTypeOf(response);
  const key = responseKey(operation, status) ?? "";
  const described = operation.responses[key];
  if (!described) {
    return { status, mediaType: type, headers: {}, body: await readAny(response, type) };
  }
  const where = `response ${status} of ${method} ${path}`;
  const violation = { operation: id, direction: "response", status } as const;
  const { content = [], headers: parameters = [] } = described;
  const isRead = content.length > 0 && method !== "HEAD" && !hasNullBody(status);
  const options = bodyOptions(client, mode, where, violation);
  const outcome = isRead ? await readBody(content, response, type, options) : undefined;
  const headers = readHeaders(parameters, response.headers);
  const { codec, value: body, mediaType } = outcome ?? {};
  const result = { status, mediaType, headers, body };
  if (mode === "off") return result;
  const expected = { method, path, parameters, body: { content: codec ? [codec] : content } };
  const parts = { header: headers, body, mediaType: codec ? undefined : (type ?? "none") };
  const issues = outcome?.issues ?? checkCall(expected, parts, client.options, key);
  if (issues.length === 0) return result;
  // A model has a name, a schema of another kind may have none.
  const model = (codec?.schema as { readonly name?: string } | undefined)?.name;
  const name = model === undefined ? where : `${model} in ${where}`;
  handleViolation(client, mode, name, { ...violation, issues });
  return { ...result, issues };
}

/** Reads a body by the codec for its media type; if none is described for it, as JSON. */
async function readBody(
  content: readonly BodyCodec[],
  response: Response,
  type: string | undefined,
  options: BodyOptions,
): Promise<BodyOutcome> {
  const exact = bodyCodecFor(content, type ?? "");
  // A response with a media type that is not described may be any of the described ones.
  const codecs = content.filter(({ mediaType }) =>
    exact
      ? mediaType === exact.mediaType
      : isJson(mediaType) || /^(?:application|\*)\/\*$/.test(mediaType),
  );
  const [first] = codecs;
  if (!first) return { mediaType: type, value: await readAny(response, type) };
  const { issues, value } = await first.read(response, options);
  if (issues) {
    const codec = exact || !value ? first : undefined;
    return { mediaType: type, value, codec, issues: codec && issues };
  }
  // Only one of several has to be looked for: the body is checked later.
  const valid = codecs.length > 1 ? codecs.find(({ schema }) => schema.is(value)) : first;
  const codec = valid ?? first;
  const isRange = codec.mediaType.endsWith("*");
  return { mediaType: isRange ? (type ?? codec.mediaType) : codec.mediaType, value, codec };
}

/** Reads a body of which nothing is known: as JSON, if its media type says so, or else as text. */
async function readAny(response: Response, type = ""): Promise<unknown> {
  const text = await response.text();
  if (!isJson(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The media type of a response, in lower case and without parameters; undefined, if it has none. */
function mediaTypeOf({ headers }: Response): string | undefined {
  return headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
}

function isJson(mediaType: string): boolean {
  return /\bjson$/.test(mediaType);
}

/** Reads the headers that are described, by the names that the document gives them. */
function readHeaders(parameters: readonly Parameter[], headers: Headers): Record<string, unknown> {
  return Object.fromEntries(
    parameters.flatMap(({ name, codec, schema }) => {
      const text = headers.get(name);
      if (text === null) return [];
      const source = {
        location: "header",
        pairs: [[name, text]],
        others: new Set<string>(),
      } as const;
      return [[name, codec.read(name, source, schema.is)]];
    }),
  );
}
