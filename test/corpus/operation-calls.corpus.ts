import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { pathOperations } from "../../generator/openapi/operations.js";
import { createClient, send } from "../../generator/runtime/client.js";
import { credentials } from "../../generator/runtime/credentials.js";
import type { Operation } from "../../generator/runtime/operation.js";
import type { ValueSchema } from "../../generator/runtime/parameter.js";
import { matchOperation, readRequest, respond } from "../../generator/runtime/server.js";
import { isEqual, isObject } from "../../generator/runtime/values.js";
import { loadOperations } from "./loaded-operations.js";
import { answersOf, callsOf, type Answer, type Call } from "./operation-samples.js";
import { isSameOperation, OperationValues } from "./operation-values.js";
import { differences, emptyIsMissing, refusal, settled } from "./returned-values.js";

// Documents as they are published, which are not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);

/** The documents, with the places of the parameters and bodies for which no valid value is found. */
const documents = [
  { spec: "openai.yaml", operations: 288, missing: [] },
  { spec: "box.json", operations: 296, missing: [] },
  {
    spec: "digitalocean/specification/DigitalOcean-public.v2.yaml",
    operations: 659,
    missing: ["dropletActions_post_byTag.yml#/requestBody/content/application~1json"],
  },
] as const;

const isThere = documents.every(({ spec }) => existsSync(join(corpus, spec)));
if (!isThere) console.log(`corpus: skipped, the documents are not in ${corpus}`);

const mostShown = 20;
const basePath = "/v1";
const baseUrl = `https://api.example.com${basePath}`;

/** What was counted in one direction. */
class Counts {
  total = 0;
  equal = 0;
  readonly outside = new Map<string, number>();
  readonly faults: string[] = [];

  /** Counts a value that was sent, with why it was not read back. */
  add(reasons: ReadonlySet<string> | undefined, fault: () => string): void {
    this.total += 1;
    if (reasons === undefined) this.faults.push(fault());
    else if (reasons.size === 0) this.equal += 1;
    else this.outside.set(keyOf(reasons), (this.outside.get(keyOf(reasons)) ?? 0) + 1);
  }

  summary(): string {
    const outside = [...this.outside].map(([reason, count]) => `${count} × ${reason}`);
    return `${this.total}, equal ${this.equal}, outside of the domain ${this.total - this.equal - this.faults.length} (${outside.join("; ")}), faults ${this.faults.length}`;
  }
}

function keyOf(reasons: ReadonlySet<string>): string {
  return [...reasons].sort().join(" and ");
}

test.skipIf(!isThere).each(documents)(
  "a server reads the calls of $spec that a client sends, and the client its answers",
  async ({ spec, operations: expected, missing }) => {
    const { read, operations } = await loadOperations({ spec, cwd: corpus });
    expect(operations.length).toBe(expected);
    const values = new OperationValues(read);
    const described = pathOperations(read.document);
    const calls = new Counts();
    const answers = new Counts();
    const without: string[] = [];
    const known = new Set<ValueSchema>();
    for (const operation of operations) {
      const found = described.find((each) => isSameOperation(operation, each));
      if (found === undefined) throw new Error(`${operation.id} is not in the document`);
      const sent = callsOf(operation, found, values);
      if (sent.length === 0) without.push(operation.id);
      let basic: Call | undefined;
      for (const call of sent) {
        const isSent = await sendCall(operation, call, operations, calls);
        if (isSent) basic ??= call;
      }
      if (basic === undefined) continue;
      for (const answer of answersOf(operation, found, values, known)) {
        await receiveAnswer(operation, basic, answer, answers);
      }
    }
    console.log(
      `corpus: ${spec}: operations ${expected}, without a valid call: ${without.join(", ") || "none"}`,
    );
    console.log(`corpus: ${spec}: calls ${calls.summary()}`);
    console.log(`corpus: ${spec}: answers ${answers.summary()}`);
    console.log(
      `corpus: ${spec}: without a valid value: ${[...values.missing].join(", ") || "none"}`,
    );
    const faults = [...calls.faults, ...answers.faults];
    for (const fault of faults.slice(0, mostShown)) console.log(`corpus: ${fault}`);
    expect([...values.missing]).toEqual(missing);
    expect(without).toEqual([]);
    expect(faults).toHaveLength(0);
  },
);

/** Credentials for all schemes of an operation. */
function authOf({ security = [] }: Operation): Record<string, string> {
  return Object.fromEntries(security.flat().map(({ scheme }) => [scheme.name, "secret"]));
}

/**
 * Sends a call to a server of all operations, and compares what it reads.
 *
 * @returns Whether the call was sent.
 */
async function sendCall(
  operation: Operation,
  call: Call,
  operations: readonly Operation[],
  counts: Counts,
): Promise<boolean> {
  let read: unknown;
  let issues: readonly { readonly message: string }[] = [];
  const serve = async (request: Request): Promise<Response> => {
    const match = matchOperation(operations, request, { basePath });
    if (match.problem) read = match.problem;
    else if (match.operation !== operation) read = `a call of ${match.operation.id}`;
    else {
      const { path } = match;
      const validate = "report";
      const received = await readRequest(operation, request, { path, basePath, validate });
      issues = received.issues ?? [];
      read = received.problem ?? (await settled(received.call));
    }
    return new Response(null, { status: 204 });
  };
  const validate = { request: "throw", response: "off" } as const;
  const auth = credentials(authOf(operation));
  try {
    await send(operation, call, createClient({ baseUrl, fetch: serve, auth, validate }));
  } catch (error) {
    const reason = refusal(error);
    counts.add(reason === undefined ? undefined : new Set([reason]), () =>
      shown(operation, call, String(error)),
    );
    return false;
  }
  const sent = await settled(call);
  const reasons = differences(withGroups(sent), withGroups(read));
  const isAllowed =
    (issues.length === 0 || reasons?.has(emptyIsMissing) === true) &&
    (isForm(operation, call) || isEqual(bodyOf(sent), bodyOf(read)));
  counts.add(isAllowed ? reasons : undefined, () =>
    shown(operation, sent, read, ...issues.map(({ message }) => message)),
  );
  return reasons !== undefined;
}

/** Answers a call, and compares what the client reads. */
async function receiveAnswer(
  operation: Operation,
  call: Call,
  { status, body, ...options }: Answer,
  counts: Counts,
): Promise<void> {
  const auth = credentials(authOf(operation));
  const answer = (): Promise<Response> =>
    // The types of an operation that is not known by itself allow nothing.
    Promise.resolve(respond(operation, status as never, body as never, options as never));
  try {
    const result: unknown = await send(
      operation,
      call,
      createClient({ baseUrl, fetch: answer, auth }),
    );
    const sent = { status, body: await settled(body), ...options };
    const read = await settled(isObject(result) ? { ...result, response: undefined } : result);
    counts.add(differences(sent, read), () => shown(operation, sent, read));
  } catch (error) {
    const reason = refusal(error);
    counts.add(reason === undefined ? undefined : new Set([reason]), () =>
      shown(operation, { status, body, ...options }, String(error)),
    );
  }
}

/** Whether a call has a form, whose fields are written as parameters are; other bodies are not. */
function isForm({ body: { content } = { content: [] } }: Operation, { mediaType }: Call): boolean {
  const type = mediaType ?? content[0]?.mediaType;
  return typeof type === "string" && type.includes("form");
}

function bodyOf(call: unknown): unknown {
  return isObject(call) ? call.body : undefined;
}

/** A call with all groups, which may be left out if they are empty. */
function withGroups(call: unknown): unknown {
  return isObject(call) ? { path: {}, query: {}, header: {}, cookie: {}, ...call } : call;
}

function shown({ id, method, path }: Operation, ...values: readonly unknown[]): string {
  const texts = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  return [`${id} (${method} ${path})`, ...texts.map((text) => text.slice(0, 600))].join("\n  ");
}
