import { describe, expect, test } from "vitest";
import { batchOf, request as batchRequest } from "../interop/requests.js";
import { respond, type Violation } from "../../generator/runtime/server.js";
import type { Operation } from "../../generator/runtime/operation.js";
import { ValidationError } from "../../generator/runtime/validation-error.js";
import { retrieveBatch } from "./batch-operations.js";
import { getPet, postPet, putPet } from "./pet-operations.js";

const pet = { name: "a" };
const headers = { "X-Left": 3 };

/** What a response consists of. */
async function partsOf(response: Response): Promise<unknown[]> {
  return [response.status, Object.fromEntries(response.headers), await response.text()];
}

const json = { "content-type": "application/json" };

describe("a response is made", () => {
  test.each<[string, () => Response, unknown[]]>([
    [
      "of a status",
      () => respond(getPet, 200, pet, { headers }),
      [200, { ...json, "x-left": "3" }, '{"name":"a"}'],
    ],
    ["of a range of statuses", () => respond(getPet, 404, pet), [404, json, '{"name":"a"}']],
    [
      "of the default",
      () => respond(postPet, 503, "later"),
      [503, { "content-type": "text/x" }, "later"],
    ],
    [
      "with a media type",
      () => respond(getPet, 200, "a,b", { headers, mediaType: "text/csv" }),
      [200, { "content-type": "text/csv", "x-left": "3" }, "a,b"],
    ],
    [
      "with the first media type that has such bodies",
      () => respond(getPet, 200, "a,b", { headers }),
      [200, { "content-type": "text/csv", "x-left": "3" }, "a,b"],
    ],
    ["without a body", () => respond(putPet, 204), [204, {}, ""]],
    ["without a body that none can have", () => respond(getPet, 304, undefined), [304, {}, ""]],
    [
      "with headers that are not described",
      () =>
        respond(getPet, 404, pet, {
          headers: { "Cache-Control": "no-store", "Set-Cookie": ["a=1", "b=2"], gone: undefined },
        }),
      [404, { ...json, "cache-control": "no-store", "set-cookie": "b=2" }, '{"name":"a"}'],
    ],
  ])("%s", async (_, make, parts) => {
    expect(await partsOf(make())).toEqual(parts);
  });

  test("with all its cookies", () => {
    const cookies = { "Set-Cookie": ["a=1", "b=2"] };
    expect(respond(getPet, 404, pet, { headers: cookies }).headers.getSetCookie()).toEqual([
      "a=1",
      "b=2",
    ]);
  });

  test("of a model", async () => {
    const batch = batchOf(batchRequest);
    expect(await respond(retrieveBatch, 200, batch).json()).toEqual(batch);
  });

  test("without a body to HEAD, with its headers", async () => {
    const headPet: Operation = { ...getPet, method: "HEAD" };
    const response = respond(headPet, 200, undefined, { headers });
    expect(await partsOf(response)).toEqual([200, { "x-left": "3" }, ""]);
  });
});

/** Tries what the types of an operation do not allow. */
const anyPet: Operation = getPet;
const anyPut: Operation = putPet;

describe("a response that is not described is not sent", () => {
  test.each<[() => Response, string]>([
    [
      () => respond(anyPet, 200, { name: 1 }, { headers, mediaType: "application/json" }),
      "response 200 of GET /pets/{id}: body.name: expected string, received 1 (number)",
    ],
    [
      () => respond(anyPet, 200, undefined, { headers }),
      "response 200 of GET /pets/{id}: body: missing, expected a body",
    ],
    [
      () => respond(anyPet, 200, pet),
      'response 200 of GET /pets/{id}: headers["X-Left"]: missing, expected a value',
    ],
    [
      () => respond(anyPet, 200, { name: 1 }, { headers: { "X-Left": "3" } }),
      "response 200 of GET /pets/{id}: body.name: expected string, received 1 (number); " +
        'headers["X-Left"]: expected integer, received "3" (string)',
    ],
    [
      () => respond(anyPet, 200, pet, { headers, mediaType: "text/html" }),
      'response 200 of GET /pets/{id}: mediaType: expected one of "application/json", "text/csv", ' +
        'received "text/html" (string)',
    ],
    [
      () => respond(anyPet, 500, pet),
      "response 500 of GET /pets/{id}: status: expected 200 or 304 or 4XX, received 500 (number)",
    ],
    [
      () => respond(anyPet, 304, pet),
      "response 304 of GET /pets/{id}: body: expected no body, received object",
    ],
    [
      () => respond(anyPut, 204, ""),
      'response 204 of PUT /pets/{id}: body: expected no body, received "" (string)',
    ],
  ])("%#", (make, message) => {
    expect(make).toThrow(ValidationError);
    expect(make).toThrow(`not a valid ${message}`);
  });

  test("with all that is wrong, and nothing else", () => {
    const make = (): Response => respond(anyPet, 200, 1, { headers });
    expect(make).toThrow(/^not a valid response 200 of GET \/pets\/{id}: body: [^;]*$/);
  });

  test("and says where the description is", () => {
    const make = (): Response => respond(anyPet, 500, pet);
    const issues = [{ schemaPath: "#/paths/~1pets~1{id}/get/responses" }];
    expect(make).toThrow(expect.objectContaining({ issues: [expect.objectContaining(issues[0])] }));
  });

  test("unless it is only reported, or nothing is checked", async () => {
    const violations: Violation[] = [];
    const onViolation = (violation: Violation): void => void violations.push(violation);
    const wrong = { name: 1 };
    for (const validate of ["report", "report", "off"] as const) {
      const response = respond(anyPet, 404, wrong, { validate, onViolation });
      expect(await partsOf(response)).toEqual([404, json, '{"name":1}']);
      expect(await partsOf(respond(anyPet, 500, wrong, { validate }))).toEqual([
        500,
        json,
        '{"name":1}',
      ]);
      expect((await partsOf(respond(anyPet, 500, "a", { validate })))[2]).toBe("a");
      const html = respond(anyPet, 500, "<p>", { validate, mediaType: "text/html" });
      expect(html.headers.get("content-type")).toBe("text/html");
    }
    expect(await partsOf(respond(anyPut, 204, "", { validate: "off" }))).toEqual([204, {}, ""]);
    expect(violations).toMatchObject([{ operation: "getPet", direction: "response", status: 404 }]);
  });

  test("and a header that is not described has to be text", () => {
    const make = (): Response => respond(getPet, 404, pet, { headers: { age: 3 } });
    expect(make).toThrow(new TypeError("the header age is not described: give it as text"));
  });
});

test("the types know what is described", () => {
  const check = (): void => {
    // @ts-expect-error -- the status
    respond(getPet, 500, pet);
    // @ts-expect-error -- no body
    respond(getPet, 200);
    // @ts-expect-error -- the body
    respond(getPet, 404, { name: 1 });
    // @ts-expect-error -- the body of the media type
    respond(getPet, 200, pet, { mediaType: "text/csv" });
    // @ts-expect-error -- the media type
    respond(getPet, 200, pet, { mediaType: "text/html" });
    // @ts-expect-error -- a header
    respond(getPet, 200, pet, { headers: { "X-Left": "3" } });
    // @ts-expect-error -- a body that is not there
    respond(putPet, 204, "a");
  };
  expect(check).toThrow(ValidationError);
});
