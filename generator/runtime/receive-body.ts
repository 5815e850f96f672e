import type { BodyOptions } from "./body.js";
import { bodyCodecFor } from "./check-call.js";
import type { Issue } from "./issue.js";
import { readLimited } from "./limit-body.js";
import { charsetOf, mediaTypeOf } from "./media-types.js";
import type { RequestBody } from "./operation.js";
import { problem, type Problem } from "./problem.js";

/** The body of a request as members of a call, none if there is no body; or why it cannot be read. */
export type ReceivedBody =
  | { readonly problem: Problem }
  | {
      readonly members?: { readonly body: unknown; readonly mediaType?: string };
      readonly issues?: readonly Issue[];
      readonly problem?: undefined;
    };

/** Reads the body of a request by the codec for its media type. It is not checked. */
export async function receiveBody(
  described: RequestBody | undefined,
  request: Request,
  options: BodyOptions,
): Promise<ReceivedBody> {
  if (described === undefined) return {};
  const { content } = described;
  const { headers } = request;
  // https://www.rfc-editor.org/rfc/rfc9110.html#section-8.3
  const given = headers.get("content-type");
  const contentType = given ?? "application/octet-stream";
  const mediaType = mediaTypeOf(contentType);
  const codec = bodyCodecFor(content, mediaType);
  // In other formats, an empty body is a value, if the request says that it has one.
  const isValue = given !== null && codec && !isJson(mediaType);
  const message = isValue ? request : await unlessEmpty(request);
  if (message === undefined) return {};
  if (codec === undefined) {
    const types = content.map((each) => each.mediaType);
    const detail = `Send a body with the Content-Type ${types.join(" or ")}.`;
    return { problem: problem(415, detail, { Accept: types.join(", ") }) };
  }
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding.toLowerCase() !== "identity") {
    const detail = "Send the body without a Content-Encoding.";
    return { problem: problem(415, detail, { "Accept-Encoding": "identity" }) };
  }
  if (isJson(mediaType) && !/^(?:utf-?8|us-ascii)$/.test(charsetOf(contentType) ?? "utf-8")) {
    return { problem: problem(415, "Send JSON in UTF-8.", { Accept: mediaType }) };
  }
  const { issues, value } = await readLimited(codec, message, options);
  if (issues?.[0]?.keyword === "maxBytes") {
    return { problem: problem(413, `A body may have at most ${options.maxBytes} bytes.`) };
  }
  if (issues) return { issues: issues.map(issueInBody) };
  const isOnly = content.length === 1 && !codec.mediaType.endsWith("*");
  return { members: { body: value, ...(isOnly ? {} : { mediaType }) } };
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}

/** Returns a request with the same body; undefined, if the body is empty. */
async function unlessEmpty(request: Request): Promise<Request | undefined> {
  const { body, headers, bodyUsed } = request;
  const length = headers.get("content-length");
  if (body === null || length === "0") return undefined;
  // Reading a body that was already read throws.
  if (length !== null || bodyUsed) return request;
  // The types of some platforms do not say what the chunks are.
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  let first = await reader.read();
  while (first.value?.length === 0) first = await reader.read();
  if (first.done) return undefined;
  const rest = new ReadableStream({
    start: (controller) => {
      controller.enqueue(first.value);
    },
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  // The types of some platforms do not have `duplex`, which all of them need.
  const init = { method: request.method, headers, body: rest, duplex: "half" } as RequestInit;
  return new Request(request.url, init);
}

/** Puts an issue of a body under the name that the body has in a call. */
function issueInBody(issue: Issue): Issue {
  return {
    ...issue,
    path: ["body", ...issue.path],
    pointer: `/body${issue.pointer}`,
    message: `body: ${issue.message}`,
  };
}
