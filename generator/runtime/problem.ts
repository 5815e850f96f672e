import type { Issue } from "./issue.js";
import type { ParameterLocation } from "./parameter.js";

/**
 * Why a request gets no answer of its operation: a problem document, and the fields of its response.
 * `problemResponse` makes a `Response` of it.
 */
export interface Problem {
  readonly document: ProblemDocument;
  /** By name: `Allow` with status 405, `Accept` or `Accept-Encoding` with 415. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A problem document. Its type is always `about:blank`: the status and the issues say everything.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9457.html | RFC 9457}
 */
export interface ProblemDocument {
  readonly type: "about:blank";
  /** The name of the status: `Bad Request`. */
  readonly title: string;
  readonly status: ProblemStatus;
  /** What is wrong with the request, and what to do. */
  readonly detail: string;
  /** With status 400, all issues of the parameters and the body. */
  readonly issues?: readonly ProblemIssue[];
}

/** A status that the server functions answer on their own. */
export type ProblemStatus = keyof typeof titles;

/** An issue of a request, as it is sent to the client. */
export interface ProblemIssue {
  /** The location of the value; left out, if the issue is about all of the request. */
  readonly in?: ParameterLocation | "body";
  /** The names and indexes that lead to the value inside that location: the name of a parameter first. */
  readonly path: Issue["path"];
  /** The path as a JSON pointer. */
  readonly pointer: string;
  /** The JSON Schema keyword that the value breaks; `json`, if a body is not JSON. */
  readonly keyword: string;
  /** The whole issue as text: `query.limit: expected integer, received string`. */
  readonly message: string;
  /** If a body is not JSON: the line, counted from 1. */
  readonly line?: number;
  /** If a body is not JSON: the column, counted from 1. */
  readonly column?: number;
}

const titles = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  413: "Content Too Large",
  415: "Unsupported Media Type",
} as const;

/** Makes a problem. */
export function problem(
  status: ProblemStatus,
  detail: string,
  headers: Problem["headers"] = {},
): Problem {
  return { document: { type: "about:blank", title: titles[status], status, detail }, headers };
}

/**
 * Makes a problem with status 400.
 *
 * @param issues - The issues of a call, whose paths begin with the location: `query`.
 */
export function invalidRequest(issues: readonly Issue[]): Problem {
  const { document, headers } = problem(400, "The request is not valid: see its issues.");
  return { document: { ...document, issues: issues.map(problemIssue) }, headers };
}

/** Leaves out what was received, and where the server describes it. */
function problemIssue(issue: Issue): ProblemIssue {
  const { path, pointer, keyword, message, line, column } = issue;
  const [location, ...rest] = path;
  return {
    // The paths of calls begin with a location.
    ...(location === undefined ? {} : { in: location as ParameterLocation | "body" }),
    path: rest,
    pointer: pointer.replace(/^\/[^/]*/, ""),
    keyword,
    message,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** Makes the response for a problem, with the media type `application/problem+json`. */
export function problemResponse({ document, headers }: Problem): Response {
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: { ...headers, "Content-Type": "application/problem+json" },
  });
}
