import { describe, expect, it } from "vitest";
import { multipartBody, type WithFiles } from "../../generator/runtime/body-multipart.js";
import type { BodyCodec, BodyOptions } from "../../generator/runtime/body.js";
import { collect, report, reportProperty } from "../../generator/runtime/collect.js";
import { readLimited } from "../../generator/runtime/limit-body.js";
import { filePart, jsonPart, listPart, textPart } from "../../generator/runtime/multipart-parts.js";
import {
  asBoolean,
  asEither,
  asList,
  asNumber,
  asScalar,
  asText,
} from "../../generator/runtime/parameter-shapes.js";
import type { ValueSchema } from "../../generator/runtime/parameter.js";
import { isArray, isNumber, isObject } from "../../generator/runtime/values.js";
import { anything, repeat, streamOf } from "./messages.js";

const others = textPart(asScalar((value) => typeof value === "string"));
const codec = multipartBody(
  anything,
  [
    { name: "file", part: filePart() },
    { name: "images", part: listPart(filePart("image/png")) },
    { name: "meta", part: jsonPart() },
    { name: "rows", part: listPart(jsonPart("application/vnd.row+json")) },
    { name: "note", part: textPart(asText) },
    { name: "limit", part: textPart(asNumber) },
    { name: "isOn", part: textPart(asBoolean) },
    { name: "tags", part: textPart(asList(asText)) },
    {
      name: "ids",
      part: textPart(asEither(asList(asNumber), asNumber)),
      schema: { is: (value) => isNumber(value) || (isArray(value) && value.length > 1) },
    },
  ],
  others,
);

function write(value: unknown): FormData {
  return codec.write(value).body as FormData;
}

async function read(body: FormData | string | ReadableStream, options?: BodyOptions) {
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const message = body instanceof FormData ? new Response(body) : new Response(body, { headers });
  const { value, issues } = await readLimited(codec, message, options);
  return issues?.map(({ keyword, pointer, message: text }) => [keyword, pointer, text]) ?? value;
}

const file = new File(["{}\n"], 'a "b" é.jsonl', { type: "application/jsonl" });

describe("a form in multipart/form-data", () => {
  it.each<[value: Record<string, unknown>]>([
    [{}],
    [{ note: "", limit: -1.5, isOn: false }],
    [{ note: "12", tags: ["true", "a,b", ""], meta: { a: [null, "\n"] } }],
    [{ rows: [{ a: 1 }, { a: 2 }], ids: 12 }],
    [{ more: "text", __proto: "1" }],
  ])("is read as it was written: %j", async (value) => {
    expect(await read(write(value))).toEqual(value);
  });

  it("keeps the names and types of files", async () => {
    const value = {
      file,
      images: [new Blob(["1"], { type: "image/gif" }), new File(["2"], "2.png")],
    };
    const form = (await read(write(value))) as { file: File; images: File[] };
    const parts = [form.file, ...form.images];
    expect(parts.map(({ name, type }) => [name, type])).toEqual([
      [file.name, "application/jsonl"],
      ["blob", "image/gif"],
      ["2.png", "image/png"],
    ]);
    expect(await Promise.all(parts.map((part) => part.text()))).toEqual(["{}\n", "1", "2"]);
  });

  it.each<[name: string, files: readonly string[], read: number | undefined]>([
    ["one", ["1"], undefined],
    ["one", [], undefined],
    ["some", ["1", "22"], 2],
    ["atLeastOne", ["1"], 1],
  ])("has a file, or a list of files: %s %j", async (name, contents, length) => {
    const isList = (value: unknown): boolean => isArray(value) && value.length > 0;
    const either = { is: (value: unknown) => isList(value) || typeof value === "string" };
    const form = multipartBody(
      anything,
      [
        { name: "one", part: filePart(), schema: either },
        { name: "some", part: filePart(), schema: either },
        { name: "atLeastOne", part: filePart(), schema: { is: isList } },
      ],
      others,
    );
    const files = contents.map((each) => new File([each], each));
    const { body } = form.write({ [name]: files });
    const { value } = await form.read(new Response(body as FormData));
    const found = (value as Record<string, unknown>)[name];
    expect(isArray(found) ? found.length : undefined).toBe(length);
    const read = isArray(found) ? found : found === undefined ? [] : [found];
    expect(await Promise.all(read.map((each) => (each as File).text()))).toEqual(contents);
  });

  it("has JSON with its media type", () => {
    const form = write({ meta: { a: 1 }, rows: [1] });
    expect((form.get("meta") as Blob).type).toBe("application/json");
    expect((form.get("rows") as Blob).type).toBe("application/vnd.row+json");
  });

  it.each<[value: unknown, message: string]>([
    [1, "expected an object, received 1 (number)"],
    [{ file: "x" }, `file: expected a Blob, received "x" (string)`],
    [{ file: null }, "file: expected a Blob, received null"],
    [{ file: [file, "x"] }, `file: expected a Blob, received "x" (string)`],
    [{ images: file }, "images: expected a list, received File"],
    [{ meta: 1n }, "meta: "],
    [{ note: {} }, "note: "],
  ])("cannot be written: %#", (value, message) => {
    expect(() => write(value)).toThrow(TypeError);
    expect(() => write(value)).toThrow(message);
  });

  it.each<[parts: [name: string, content: string][], value: unknown]>([
    [[["meta", "[1]"]], { meta: [1] }],
    [[["limit", "x"]], { limit: "x" }],
    [
      [
        ["ids", "1"],
        ["ids", "2"],
      ],
      { ids: [1, 2] },
    ],
    [[["images", "x"]], { images: ["x"] }],
    // Nothing is lost where one value was expected.
    [
      [
        ["note", "1"],
        ["note", "2"],
      ],
      { note: ["1", "2"] },
    ],
    [
      [
        ["more", "1"],
        ["more", "2"],
      ],
      { more: ["1", "2"] },
    ],
    [
      [
        ["meta", "1"],
        ["meta", "2"],
      ],
      { meta: ["1", "2"] },
    ],
    [[["file", "x"]], { file: "x" }],
  ])("is read: %j", async (parts, value) => {
    const form = new FormData();
    for (const [name, content] of parts) form.append(name, content);
    expect(await read(form)).toEqual(value);
  });

  const head = '--x\r\nContent-Disposition: form-data; name="note"\r\n\r\n';
  it.each<[body: string, issues: unknown]>([
    [`${head}1\r\n--x--\r\n`, { note: "1" }],
    [
      `${head}1\r\n--x`,
      [["body", "", "expected multipart/form-data, received a malformed or truncated form"]],
    ],
    [`${head}1`, [["body", "", expect.stringContaining("truncated")]]],
    ["", [["body", "", expect.stringContaining("truncated")]]],
    [
      `${head.replace("note", "meta")}{\r\n--x--\r\n`,
      [["json", "/meta", expect.stringMatching(/^meta: line 1, column 2: /)]],
    ],
  ])("that was sent is read: %j", async (body, issues) => {
    expect(await read(body)).toEqual(issues);
  });

  it("is cancelled where it exceeds the limit", async () => {
    const { stream, seen } = streamOf(repeat("x".repeat(1000)));
    expect(await read(stream, { maxBytes: 4500 })).toEqual([
      ["maxBytes", "", "expected at most 4500 bytes, received more"],
    ]);
    expect(seen).toEqual({ pulled: 5, isCancelled: true });
  });

  it("throws the reason for which the caller aborted the response", async () => {
    const reason = new DOMException("too slow", "TimeoutError");
    await expect(read(new ReadableStream({ pull: (to) => to.error(reason) }))).rejects.toBe(reason);
  });
});

/** The model of a form: a file of at most four characters, images, and a note. */
const model: ValueSchema = {
  is: (value) =>
    isObject(value) &&
    typeof value.file === "string" &&
    value.file.length <= 4 &&
    (value.images === undefined ||
      (isArray(value.images) && value.images.every((each) => typeof each === "string"))) &&
    typeof value.note === "string",
  "~collect": (value, path) => {
    if (!isObject(value)) return report(path, "type", "object", value);
    const { file: text, images, note } = value;
    if (typeof text !== "string") reportProperty(path, "type", "string", value, "file");
    else if (text.length > 4)
      reportProperty(path, "maxLength", "at most 4 characters", value, "file");
    if (images !== undefined && !isArray(images))
      reportProperty(path, "type", "array", value, "images");
    if (isArray(images))
      images.forEach((each, index) => {
        if (typeof each !== "string") report([[path, "images"], index], "type", "string", each);
      });
    if (typeof note !== "string") reportProperty(path, "type", "string", value, "note");
  },
  "~place": "#/form",
};

describe("the schema of a form with files", () => {
  const { schema }: BodyCodec = multipartBody(
    model,
    [
      { name: "file", part: filePart() },
      { name: "images", part: listPart(filePart()) },
    ],
    others,
  );
  const blob = new Blob(["1234"]);

  it.each<[value: unknown, messages: string[]]>([
    [{ file: blob, note: "" }, []],
    [{ file, note: "" }, []],
    [{ file: blob, images: [blob, file], note: "" }, []],
    [{ file: blob, images: undefined, note: "" }, []],
    [1, ["expected object, received 1 (number)"]],
    [{ file: "x", note: "" }, [`file: expected Blob, received "x" (string)`]],
    [{ file: 1, note: "" }, ["file: expected Blob, received 1 (number)"]],
    [
      { file: {}, note: 1 },
      [
        "note: expected string, received 1 (number)",
        "file: expected Blob, received object of size 0",
      ],
    ],
    [{ note: "" }, ["file: missing, expected string"]],
    [
      { file: new Blob(["12345"]), note: "" },
      ["file: expected at most 4 characters, received a file of 5 bytes"],
    ],
    [{ file: [blob], note: "" }, ["file: expected string, received array of length 1"]],
    [{ file: null, note: "" }, ["file: expected string, received null"]],
    [
      { file: blob, images: blob, note: "" },
      ["images: expected array, received a file of 4 bytes"],
    ],
    [
      { file: blob, images: [blob, "x"], note: "" },
      [`images[1]: expected Blob, received "x" (string)`],
    ],
    [{ file: blob, note: blob }, ["note: expected string, received Blob"]],
  ])("checks %j", (value, messages) => {
    expect(schema.is(value)).toBe(messages.length === 0);
    const found = messages.length > 0 ? collect(schema, value) : [];
    expect(found.map(({ message }) => message)).toEqual(messages);
  });

  it("says where a file is in a call", () => {
    const body: ValueSchema = {
      is: () => false,
      "~collect": (value, path) => schema["~collect"](value, [path, "body", schema]),
      "~place": "",
    };
    const [issue] = collect(body, { file: new Blob(["12345"]), note: "" });
    expect(issue?.message).toMatch(/^body\.file: /);
    expect(issue?.schemaPath).toBe("#/form/properties/file/maxLength");
  });
});

interface Form {
  readonly file: string;
  images?: readonly string[];
  readonly maybe: string | null;
  note: string;
  any: unknown;
}

describe("the type of a form with files", () => {
  it("has blobs for files, and is otherwise that of the model", () => {
    const blob = new Blob([]);
    const form: WithFiles<Form, "file" | "images" | "maybe" | "any"> = {
      file: blob,
      images: [blob],
      maybe: null,
      note: "text",
      any: blob,
    };
    form.note = "other";
    // @ts-expect-error -- it is readonly
    form.file = blob;
    // @ts-expect-error -- a text is not a file
    form.images = ["text"];
    // @ts-expect-error -- the note is not a file
    form.note = blob;
    const without: WithFiles<Form, "file"> = { file: blob, maybe: "", note: "", any: 1 };
    const either: WithFiles<{ file: string } | { url: string }, "file"> = { url: "" };
    expect(Object.keys({ ...without, ...either })).toContain("url");
  });
});
