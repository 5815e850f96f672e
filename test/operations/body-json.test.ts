import { describe, expect, it } from "vitest";
import { jsonBody } from "../../generator/runtime/body-json.js";
import type { BodyOptions } from "../../generator/runtime/body.js";
import { readLimited } from "../../generator/runtime/limit-body.js";
import { anything, repeat, streamOf } from "./messages.js";

const codec = jsonBody(anything);

/** Reads a body, and returns its value or the messages of its issues. */
async function read(body: BodyInit | null, options?: BodyOptions): Promise<unknown> {
  const { value, issues } = await readLimited(codec, new Response(body), options);
  return issues?.map(({ keyword, message }) => `${keyword}: ${message}`) ?? value;
}

type BodyInit = ConstructorParameters<typeof Response>[0];

describe("a JSON body", () => {
  it.each<[body: string, value: unknown]>([
    [`{"a":[1,null,"é"]}`, { a: [1, null, "é"] }],
    ["\ufeff1", 1],
    [" null\n", null],
    [`{"__proto__":1}`, JSON.parse(`{"__proto__":1}`)],
  ])("is read: %j", async (body, value) => {
    expect(await read(body)).toEqual(value);
  });

  it.each<[body: string | Uint8Array | null, options: BodyOptions | undefined, issue: string]>([
    ["", {}, "json: expected JSON, received an empty body"],
    [null, {}, "json: expected JSON, received an empty body"],
    ["\ufeff", {}, "json: expected JSON, received an empty body"],
    ["{\n1}", {}, "json: line 2, column 1: property name without double quotes"],
    [`{"a":1,"a":2}`, { duplicateKeys: "reject" }, `json: line 1, column 8: duplicate key "a"`],
    [Uint8Array.of(0x22, 0xff, 0x22), {}, "body: expected text in UTF-8, received other bytes"],
    [Uint8Array.of(0x22, 0xc3), {}, "body: expected text in UTF-8, received other bytes"],
    ["12345", { maxBytes: 4 }, "maxBytes: expected at most 4 bytes, received more"],
  ])("is refused: %j", async (body, options, issue) => {
    expect(await read(body, options)).toEqual([expect.stringContaining(issue)]);
  });

  it("has the greatest size that is allowed", async () => {
    expect(await read("12345", { maxBytes: 5 })).toBe(12345);
  });

  it("is cancelled where it exceeds the limit", async () => {
    const { stream, seen } = streamOf(repeat(" ".repeat(1000)));
    const { issues } = await readLimited(codec, new Response(stream), { maxBytes: 4500 });
    const [issue] = issues ?? [];
    expect({ keyword: issue?.keyword, ...seen }).toEqual({
      keyword: "maxBytes",
      pulled: 5,
      isCancelled: true,
    });
  });

  it("is not read if its declared size exceeds the limit", async () => {
    const { stream, seen } = streamOf(repeat(" "));
    const message = new Response(stream, { headers: { "content-length": "100000000" } });
    const { issues } = await readLimited(codec, message, { maxBytes: 4500 });
    const [issue] = issues ?? [];
    expect({ keyword: issue?.keyword, ...seen }).toEqual({
      keyword: "maxBytes",
      pulled: 0,
      isCancelled: true,
    });
    expect(issue?.message).toBe("expected at most 4500 bytes, received 100000000 bytes");
  });

  it("is refused if the connection ends early", async () => {
    const stream = new ReadableStream({ pull: (to) => to.error(new TypeError("terminated")) });
    expect(await read(stream)).toEqual(["body: expected the whole body, received a part of it"]);
  });

  it("throws the reason for which the caller aborted the response", async () => {
    const reason = new DOMException("too slow", "TimeoutError");
    const stream = new ReadableStream({ pull: (to) => to.error(reason) });
    await expect(read(stream)).rejects.toBe(reason);
  });

  it("is read once", async () => {
    const message = new Response("1");
    await codec.read(message);
    await expect(codec.read(message)).rejects.toThrow(/already read/);
  });

  it.each<[value: unknown, body: string]>([
    [{ a: undefined, b: "\ud800" }, `{"b":"\\ud800"}`],
    [null, "null"],
    ["", `""`],
  ])("is written: %j", (value, body) => {
    expect(codec.write(value)).toEqual({ body, contentType: "application/json" });
  });

  it.each([undefined, () => 1, 1n])("cannot be written: %s", (value) => {
    expect(() => codec.write(value)).toThrow(TypeError);
  });

  it.each([
    ["application/problem+json", "application/problem+json"],
    ["application/*", "application/json"],
  ])("has the media type %s", (mediaType, contentType) => {
    const { mediaType: declared, write } = jsonBody(anything, mediaType);
    expect([declared, write(1).contentType]).toEqual([mediaType, contentType]);
  });
});
