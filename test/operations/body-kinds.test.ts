import { describe, expect, it } from "vitest";
import { binaryBody } from "../../generator/runtime/body-binary.js";
import { formBody } from "../../generator/runtime/body-form.js";
import { textBody } from "../../generator/runtime/body-text.js";
import type { BodyCodec, BodyOptions } from "../../generator/runtime/body.js";
import { collect } from "../../generator/runtime/collect.js";
import { readLimited } from "../../generator/runtime/limit-body.js";
import { jsonContent } from "../../generator/runtime/parameter-content.js";
import { deepObject } from "../../generator/runtime/parameter-deep-object.js";
import { form } from "../../generator/runtime/parameter-form.js";
import {
  asList,
  asNumber,
  asObject,
  asScalar,
  asText,
} from "../../generator/runtime/parameter-shapes.js";
import { anything, repeat, streamOf } from "./messages.js";

type Body = ConstructorParameters<typeof Response>[0];

async function read(codec: BodyCodec, body: Body, type: string, options?: BodyOptions) {
  const message = new Response(body, { headers: { "content-type": type } });
  const { value, issues } = await readLimited(codec, message, options);
  return issues?.map((issue) => issue.message) ?? value;
}

describe("a body of text", () => {
  const text = textBody(anything);

  it.each<[type: string, bytes: number[], text: unknown]>([
    ["text/plain", [0xc3, 0xa9], "é"],
    ["text/plain;charset=utf-8", [0xef, 0xbb, 0xbf, 0x61], "a"],
    ["text/plain; charset=ISO-8859-1", [0xe9, 0x80], "é€"],
    [`text/plain; format=flowed; CHARSET="utf-16le"`, [0xe9, 0x00], "é"],
    ["text/plain; charset=unknown", [0xc3, 0xa9], "é"],
    ["text/plain", [], ""],
    ["text/plain", [0xe9], ["expected text in UTF-8, received other bytes"]],
    [
      "text/plain; charset=utf-16be",
      [0xd8, 0x00],
      ["expected text in UTF-16BE, received other bytes"],
    ],
  ])("in %s is read: %j", async (type, bytes, value) => {
    expect(await read(text, Uint8Array.from(bytes), type)).toEqual(value);
  });

  it.each([
    ["text/plain", "text/plain;charset=UTF-8"],
    ["text/*", "text/plain;charset=UTF-8"],
    ["application/xml", "application/xml"],
  ])("in %s is written", (mediaType, contentType) => {
    expect(textBody(anything, mediaType).write("é")).toEqual({ body: "é", contentType });
  });

  it("is nothing but text", () => {
    expect(() => text.write(1)).toThrow(/expected a text, received 1/);
  });
});

describe("a body of bytes", () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const png = new Blob([bytes], { type: "image/png" });

  it.each<[value: unknown, type: string]>([
    [bytes, "application/octet-stream"],
    [bytes.buffer, "application/octet-stream"],
    [Buffer.from(bytes), "application/octet-stream"],
    [png, "image/png"],
    [new File([bytes], "a"), "application/octet-stream"],
    [png.stream(), "application/octet-stream"],
  ])("%# is written", async (value, type) => {
    const codec = binaryBody("*/*");
    expect(codec.schema.is(value)).toBe(true);
    const { body, contentType } = codec.write(value);
    expect(contentType).toBe(type);
    expect(new Uint8Array(await new Response(body as Blob).arrayBuffer())).toEqual(bytes);
  });

  it("has the media type of the document", () => {
    expect(binaryBody("image/gif").write(png).contentType).toBe("image/gif");
  });

  it.each(["text", undefined, {}, [1], new Float64Array(1)])("is not %j", (value) => {
    const { schema, write } = binaryBody();
    expect(schema.is(value)).toBe(false);
    expect(collect(schema, value)[0]?.message).toMatch(
      /expected Blob, ArrayBuffer, Uint8Array or R/,
    );
    expect(() => write(value)).toThrow(TypeError);
  });

  it("is read as a stream", async () => {
    const value = await read(binaryBody(), bytes, "image/png");
    expect(new Uint8Array(await new Response(value as ReadableStream).arrayBuffer())).toEqual(
      bytes,
    );
    const empty = await read(binaryBody(), null, "image/png");
    expect(await new Response(empty as ReadableStream).text()).toBe("");
  });

  it("is read in constant memory, and cancelled", async () => {
    const { stream, seen } = streamOf(repeat("x".repeat(70_000)));
    const value = (await read(binaryBody(), stream, "image/png")) as ReadableStream;
    const reader = value.getReader();
    for (let count = 1; count <= 750; count += 1) {
      await reader.read();
      if (seen.pulled !== count) throw new Error(`${seen.pulled} chunks were pulled for ${count}`);
    }
    await reader.cancel();
    expect(seen).toEqual({ pulled: 750, isCancelled: true });
  });

  it("fails where it exceeds the limit", async () => {
    const { stream, seen } = streamOf(repeat("x".repeat(1000)));
    const value = await read(binaryBody(), stream, "image/png", { maxBytes: 4500 });
    await expect(new Response(value as ReadableStream).blob()).rejects.toThrow(
      /at most 4500 bytes/,
    );
    expect(seen).toEqual({ pulled: 5, isCancelled: true });
  });

  it("is not read if its declared size exceeds the limit", async () => {
    const message = new Response(bytes, { headers: { "content-length": "3" } });
    const { issues } = await readLimited(binaryBody(), message, { maxBytes: 2 });
    expect(issues).toMatchObject([{ keyword: "maxBytes" }]);
  });
});

describe("an urlencoded form", () => {
  const codec = formBody(
    anything,
    [
      { name: "name", codec: form(asText) },
      { name: "limit", codec: form(asNumber) },
      { name: "tags", codec: form(asList(asText)) },
      { name: "filter", codec: deepObject(asObject({ a: asText, n: asNumber })) },
      { name: "meta", codec: jsonContent() },
    ],
    form(asScalar((value) => typeof value === "number")),
  );
  const type = "application/x-www-form-urlencoded";

  it.each<[value: unknown, body: string]>([
    [{}, ""],
    [{ name: "a b+&=é", limit: 10 }, "name=a%20b%2B%26%3D%C3%A9&limit=10"],
    [
      { tags: ["a", "b,c"], filter: { a: "1", n: 2 } },
      "tags=a&tags=b%2Cc&filter%5Ba%5D=1&filter%5Bn%5D=2",
    ],
    [{ meta: { a: [1] } }, "meta=%7B%22a%22%3A%5B1%5D%7D"],
    [{ more: 5, name: undefined }, "more=5"],
  ])("is written and read: %j", async (value, body) => {
    expect(codec.write(value)).toEqual({ body, contentType: type });
    expect(await read(codec, body, type)).toEqual(JSON.parse(JSON.stringify(value)));
  });

  it.each<[body: string, value: unknown]>([
    ["name=a+b&&limit=x", { name: "a b", limit: "x" }],
    ["name", { name: "" }],
    ["__proto__=1", JSON.parse(`{"__proto__":1}`)],
    ["more=text", { more: "text" }],
  ])("is read: %j", async (body, value) => {
    expect(await read(codec, body, type)).toEqual(value);
  });

  it("is limited", async () => {
    const issues = ["expected at most 4 bytes, received more"];
    expect(await read(codec, "name=1", type, { maxBytes: 4 })).toEqual(issues);
  });
});
