import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Samples } from "../../generator/reconcile/sample.js";
import { sourceSamples } from "../../generator/reconcile/sources/sample-source.js";
import { parseSampleArgument } from "../../generator/commands/samples/sample-argument.js";
import { sampleFiles } from "../../generator/commands/samples/sample-files.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { readDocument } from "./read-document.js";

const document = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers:
  - url: https://api.example.com/v1
  - url: https://{region}.example.com/{stage}/api/
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": { description: All, content: { application/json: { schema: { type: array } } } }
        4XX: { description: No, content: { application/problem+json: { schema: { type: object } } } }
        default: { description: No, content: { application/*: { schema: { type: string } } } }
    post:
      requestBody: { $ref: "#/components/requestBodies/Pet" }
      responses:
        "201": { description: Made, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
        "204": { description: Made }
  /pets/{id}:
    get:
      responses:
        "200": { description: One, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
  /pets/mine:
    servers: [{ url: /own }]
    get:
      operationId: minePet
      responses:
        "200": { description: Mine, content: { text/plain: {}, application/json: { schema: { type: object } } } }
components:
  requestBodies:
    Pet: { content: { application/json: { schema: { type: object } } } }
  schemas:
    Pet: { type: object, properties: { name: { type: string } } }
    Odd-name: { type: string }
`;

const schemas = {
  list: "/paths/~1pets/get/responses/200/content/application~1json/schema",
  problem: "/paths/~1pets/get/responses/4XX/content/application~1problem+json/schema",
  otherwise: "/paths/~1pets/get/responses/default/content/application~1*/schema",
  made: "/paths/~1pets/post/responses/201/content/application~1json/schema",
  request: "/components/requestBodies/Pet/content/application~1json/schema",
  one: "/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema",
  mine: "/paths/~1pets~1mine/get/responses/200/content/application~1json/schema",
};

type Files = Readonly<Record<string, string>>;

/** The samples that arguments name among some files. */
async function read(
  args: readonly string[],
  files: Files,
  stdin: readonly string[] = [],
): Promise<Samples> {
  const cwd = await temporaryFolder();
  await put(cwd, files);
  const sources = sampleFiles(args.map(parseSampleArgument), {
    cwd,
    stdin: () => chunksOf(stdin),
    onFile: () => undefined,
  });
  const all = await sourceSamples(sources, await readDocument(cwd, document));
  return {
    samples: all.flatMap(({ samples }) => samples),
    unusable: all.flatMap(({ unusable }) => unusable),
    slips: all.flatMap(({ slips }) => slips),
  };
}

async function* chunksOf(texts: readonly string[]): AsyncGenerator<Uint8Array, void> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

/** A sample as `subject @ file:line#pointer = value`. */
function shown({ samples }: Samples): readonly string[] {
  return samples.map(({ subject, origin: { file, line, pointer }, value }) => {
    const at = `${file}${line === undefined ? "" : `:${line}`}#${pointer}`;
    return `${subject} @ ${at} = ${JSON.stringify(value)}`;
  });
}

/** What is not a sample, as `subject @ file:line#pointer: reason`. */
function reasons({ unusable }: Samples): readonly string[] {
  return unusable.map(({ subject, origin: { file, line, pointer }, reason }) => {
    const at = `${file}${line === undefined ? "" : `:${line}`}#${pointer}`;
    return `${subject} @ ${at}: ${reason}`;
  });
}

describe("the samples of a model", () => {
  const files = {
    "a.json": '{"name":"A"}',
    "b.jsonl": '{"name":"B"}\r\n\n[]\r\n',
    "deep/c.json": "1",
    "deep/er/d.json": "2",
    "deep/.hidden.json": "3",
    "deep/other.txt": "4",
    "deep/[x].json": "5",
    "deep/e?.json": "6",
  };

  it.each<[args: readonly string[], want: readonly string[]]>([
    [["Pet=a.json"], ['Pet @ a.json# = {"name":"A"}']],
    [["Pet=b.jsonl"], ['Pet @ b.jsonl:1# = {"name":"B"}', "Pet @ b.jsonl:3# = []"]],
    [["Odd-name=a.json"], ['OddName @ a.json# = {"name":"A"}']],
    [["Pet=a.json", "Pet=./a.json"], ['Pet @ a.json# = {"name":"A"}']],
    [
      ["Pet=a.json", "Odd-name=a.json"],
      ['Pet @ a.json# = {"name":"A"}', 'OddName @ a.json# = {"name":"A"}'],
    ],
    [
      ["Pet=deep/*.json"],
      ["Pet @ deep/[x].json# = 5", "Pet @ deep/c.json# = 1", "Pet @ deep/e?.json# = 6"],
    ],
    [["Pet=deep/?.json"], ["Pet @ deep/c.json# = 1"]],
    [["Pet=deep/er"], ["Pet @ deep/er/d.json# = 2"]],
    [["Pet=deep/[x].json"], ["Pet @ deep/[x].json# = 5"]],
    // A file of this very name is meant before others that match.
    [["Pet=deep/e?.json"], ["Pet @ deep/e?.json# = 6"]],
    [["Pet=deep/.*.json"], ["Pet @ deep/.hidden.json# = 3"]],
    [["Pet=d*/*/*.json"], ["Pet @ deep/er/d.json# = 2"]],
    [["Pet=deep/**/?.json"], ["Pet @ deep/c.json# = 1", "Pet @ deep/er/d.json# = 2"]],
  ])("named by %j", async (args, want) => {
    const samples = await read(args, files);
    expect(shown(samples)).toEqual(want);
    expect(samples.unusable).toEqual([]);
  });

  it("point to the schema of the model", async () => {
    const { samples } = await read(["Odd-name=a.json"], files);
    expect(samples[0]?.schema.pointer).toBe("/components/schemas/Odd-name");
    expect(samples[0]?.schema.uri).toMatch(/^file:.*\/openapi\.yaml$/);
  });

  it("come from standard input, where the content says whether they are lines", async () => {
    expect(shown(await read(["Pet=-"], {}, ["1", "\n2\n"]))).toEqual([
      "Pet @ <stdin>:1# = 1",
      "Pet @ <stdin>:2# = 2",
    ]);
    expect(shown(await read(["Pet=-"], {}, ["[\n1]"]))).toEqual(["Pet @ <stdin># = [1]"]);
  });

  it.each([
    [
      "a.json",
      '{\n"name": oops }',
      'a.json:2#: it is not JSON: expected a JSON value, received "oops"',
    ],
    ["a.json", " \n", "a.json#: there is no value"],
    [
      "a.jsonl",
      "1\n{,\n2",
      'a.jsonl:2#: it is not JSON: expected a property name in double quotes or "}", received ","',
    ],
    [
      "a.json",
      '{"a":1,"a":2}',
      'a.json:1#: it is not JSON: duplicate key "a", first at line 1, column 2',
    ],
  ])("are unusable where they are no JSON: %s with %j", async (file, text, want) => {
    expect(reasons(await read([`Pet=${file}`], { [file]: text }))).toEqual([`Pet @ ${want}`]);
  });

  it.each([
    ["Pet=nowhere.json", "there is no file nowhere.json (file-not-found)"],
    ["Pet=deep/er/none", "there is no file deep/er/none (file-not-found)"],
    ["Pet=no*.json", "no file matches no*.json (no-matching-files)"],
    ["Pet=no/**/*.json", "no file matches no/**/*.json (no-matching-files)"],
    ["Pte=a.json", 'the document has no model named "Pte" (unknown-model)'],
    [
      "samples.json",
      "samples.json does not say which model its samples belong to (unknown-samples)",
    ],
    [
      "a/Pet=b.json",
      "a/Pet=b.json does not say which model its samples belong to (unknown-samples)",
    ],
    ["=a.json", "=a.json does not say which model its samples belong to (unknown-samples)"],
  ])("cannot be named by %s", async (argument, message) => {
    await expect(async () => read([argument], files)).rejects.toThrow(message);
  });
});

describe("recorded pairs", () => {
  it.each<[pair: object, want: readonly string[], schema: string]>([
    [
      { operation: "listPets", status: 200, body: [1] },
      ["GET /pets 200 @ p.jsonl:1#/body = [1]"],
      schemas.list,
    ],
    [
      { operation: "GET /pets", status: 404, body: {} },
      ["GET /pets 404 @ p.jsonl:1#/body = {}"],
      schemas.problem,
    ],
    [
      { operation: "get /v1/pets", status: 500, body: null },
      ["GET /pets 500 @ p.jsonl:1#/body = null"],
      schemas.otherwise,
    ],
    [
      { operation: "GET /pets/{id}", status: 200, body: 1 },
      ["GET /pets/{id} 200 @ p.jsonl:1#/body = 1"],
      schemas.one,
    ],
    [
      { operation: "GET /pets/p%2F1?full=1", status: 200, body: 1, at: "noon" },
      ["GET /pets/{id} 200 @ p.jsonl:1#/body = 1"],
      schemas.one,
    ],
    [
      { operation: "GET /pets/mine", status: 200, body: 1 },
      ["GET /pets/mine 200 @ p.jsonl:1#/body = 1"],
      schemas.mine,
    ],
    [
      { operation: "POST /pets", request: 1 },
      ["POST /pets request @ p.jsonl:1#/request = 1"],
      schemas.request,
    ],
  ])("%j", async (pair, want, schema) => {
    const samples = await read(["p.jsonl"], { "p.jsonl": JSON.stringify(pair) });
    expect(reasons(samples)).toEqual([]);
    expect(shown(samples)).toEqual(want);
    expect(samples.samples.map((each) => each.schema.pointer)).toEqual([schema]);
  });

  it("can have both a request and a response", async () => {
    const pair = { operation: "POST /pets", request: 1, status: 201, body: 2 };
    expect(shown(await read(["p.ndjson"], { "p.ndjson": JSON.stringify(pair) }))).toEqual([
      "POST /pets request @ p.ndjson:1#/request = 1",
      "POST /pets 201 @ p.ndjson:1#/body = 2",
    ]);
  });

  it.each([
    [
      "{",
      'a recorded pair @ p.jsonl:1#: it is not JSON: expected a property name in double quotes or "}", received the end of the text',
    ],
    ["[]", "a recorded pair @ p.jsonl:1#: a pair has to be an object"],
    [
      "{}",
      "a recorded pair @ p.jsonl:1#: `operation` has to be an operationId, or a method and a path",
    ],
    [
      '{"operation":"nope","status":200,"body":1}',
      'a recorded pair @ p.jsonl:1#: the document has no operation "nope"',
    ],
    [
      '{"operation":"DELETE /pets","status":200,"body":1}',
      'a recorded pair @ p.jsonl:1#: the document has no operation "DELETE /pets"',
    ],
    [
      '{"operation":"listPets"}',
      "GET /pets @ p.jsonl:1#: the pair has neither a `body` nor a `request`",
    ],
    [
      '{"operation":"listPets","body":1}',
      "GET /pets @ p.jsonl:1#: `status` has to be the status code of the `body`",
    ],
    [
      '{"operation":"POST /pets","status":204,"body":1}',
      "POST /pets @ p.jsonl:1#: the document describes no JSON body with the status 204",
    ],
    [
      '{"operation":"listPets","request":1}',
      "GET /pets @ p.jsonl:1#: the document describes no JSON body of its request",
    ],
  ])("that are wrong are unusable: %s", async (text, want) => {
    const samples = await read(["p.jsonl"], { "p.jsonl": text });
    expect(reasons(samples)).toEqual([want]);
    expect(samples.samples).toEqual([]);
  });
});

interface EntryParts {
  readonly status?: number;
  readonly type?: string;
  readonly text?: string;
  readonly encoding?: string;
  readonly request?: string;
}

/** An entry of a HAR file; its response is JSON unless something else is said. */
function entry(method: string, url: string, parts: EntryParts = {}): object {
  const { status = 200, type = "application/json; charset=utf-8", text, encoding, request } = parts;
  const postData = request && { postData: { mimeType: "application/json", text: request } };
  return {
    request: { method, url, ...postData },
    response: { status, content: { size: 1, mimeType: type, text, encoding } },
  };
}

function har(...entries: readonly unknown[]): Files {
  return { "api.har": JSON.stringify({ log: { version: "1.2", entries } }) };
}

describe("a HAR file", () => {
  const host = "https://api.example.com";
  it.each<[what: string, entry: object, want: readonly string[]]>([
    [
      "by method, path and status",
      entry("GET", `${host}/v1/pets?limit=2`, { text: "[]" }),
      [`GET /pets 200 @ ${schemas.list} = []`],
    ],
    [
      "by a range of statuses, with its media type",
      entry("GET", `${host}/v1/pets`, {
        status: 404,
        type: "application/problem+json",
        text: "{}",
      }),
      [`GET /pets 404 @ ${schemas.problem} = {}`],
    ],
    [
      "by the default, with a range of media types",
      entry("GET", `${host}/v1/pets`, { status: 500, text: '""' }),
      [`GET /pets 500 @ ${schemas.otherwise} = ""`],
    ],
    [
      "behind a base path with variables",
      entry("GET", "https://eu.example.com/test/api/pets/p-1", { text: "{}" }),
      [`GET /pets/{id} 200 @ ${schemas.one} = {}`],
    ],
    [
      "without the base path, on another host",
      entry("GET", "http://localhost:8080/pets/1/", { text: "{}" }),
      [`GET /pets/{id} 200 @ ${schemas.one} = {}`],
    ],
    [
      "with a path that has no variables before one that has",
      entry("GET", "http://localhost/own/pets/mine", { text: "{}" }),
      [`GET /pets/mine 200 @ ${schemas.mine} = {}`],
    ],
    [
      "with its request",
      entry("POST", `${host}/v1/pets`, { request: "1", status: 201, text: "2" }),
      [`POST /pets request @ ${schemas.request} = 1`, `POST /pets 201 @ ${schemas.made} = 2`],
    ],
    [
      "in base64",
      entry("GET", `${host}/v1/pets`, { text: "WyLDpCJd", encoding: "base64" }),
      [`GET /pets 200 @ ${schemas.list} = ["ä"]`],
    ],
    [
      "with a request that was broken off",
      entry("POST", `${host}/v1/pets`, { request: "1", status: 0 }),
      [`POST /pets request @ ${schemas.request} = 1`],
    ],
    ["but not what is not JSON", entry("GET", `${host}/v1/pets`, { type: "text/html" }), []],
    [
      "but not another kind of JSON",
      entry("GET", `${host}/v1/pets`, { status: 404, text: "{}" }),
      [],
    ],
    ["but not a response without a body", entry("POST", `${host}/v1/pets`, { status: 204 }), []],
  ])("has samples %s", async (_what, one, want) => {
    const samples = await read(["api.har"], har(one));
    expect(reasons(samples)).toEqual([]);
    const found = samples.samples.map(
      ({ subject, schema, value }) => `${subject} @ ${schema.pointer} = ${JSON.stringify(value)}`,
    );
    expect(found).toEqual(want);
  });

  it("says where in it a sample is", async () => {
    const other = entry("GET", `${host}/elsewhere`);
    const samples = await read(
      ["api.har"],
      har(other, entry("POST", `${host}/pets`, { request: "1", status: 201, text: "2" })),
    );
    expect(shown(samples)).toEqual([
      "POST /pets request @ api.har#/log/entries/1/request/postData/text = 1",
      "POST /pets 201 @ api.har#/log/entries/1/response/content/text = 2",
    ]);
    expect(samples.unusable).toEqual([]);
  });

  it("is only looked at for the hosts of the servers, where these are among its requests", async () => {
    const [ours, theirs] = [`${host}/v1/pets`, "https://ads.example.net/pets"];
    const both = har(entry("GET", theirs, { text: "1" }), entry("GET", ours, { text: "2" }));
    const at = "@ api.har#/log/entries";
    expect(shown(await read(["api.har"], both))).toEqual([
      `GET /pets 200 ${at}/1/response/content/text = 2`,
    ]);
    expect(shown(await read(["api.har"], har(entry("GET", theirs, { text: "1" }))))).toEqual([
      `GET /pets 200 ${at}/0/response/content/text = 1`,
    ]);
  });

  const content = "#/log/entries/0/response/content/text";
  it.each<[what: string, files: Files, want: readonly string[]]>([
    [
      "it is not JSON",
      { "api.har": "{" },
      [
        'a HAR file @ api.har:1#: it is not JSON: expected a property name in double quotes or "}", received the end of the text',
      ],
    ],
    [
      "it has no entries",
      { "api.har": "{}" },
      ["a HAR file @ api.har#: there are no entries at /log/entries"],
    ],
    [
      "entries are none",
      har(1, null, {}, { request: { url: 1 } }),
      ["a HAR file @ api.har#: the document describes none of its requests"],
    ],
    [
      "nothing is described",
      har(entry("GET", `${host}/v2/cats`)),
      ["a HAR file @ api.har#: the document describes none of its requests"],
    ],
    [
      "a body is no JSON",
      har(entry("GET", `${host}/pets`, { text: "[" })),
      [
        `GET /pets 200 @ api.har${content}: it is not JSON: expected a JSON value or "]", received the end of the text`,
      ],
    ],
    [
      "a body is empty",
      har(entry("GET", `${host}/pets`, { text: "" })),
      [`GET /pets 200 @ api.har${content}: there is no value`],
    ],
    [
      "there are no bodies",
      har(entry("GET", `${host}/pets`)),
      [`GET /pets 200 @ api.har${content}: the recording was made without bodies`],
    ],
    [
      "an encoding is unknown",
      har(entry("GET", `${host}/pets`, { text: "1", encoding: "rot13" })),
      [`GET /pets 200 @ api.har${content}: its encoding is "rot13", not base64`],
    ],
    [
      "bytes are no UTF-8",
      har(entry("GET", `${host}/pets`, { text: "/w==", encoding: "base64" })),
      [`GET /pets 200 @ api.har${content}: the body is not encoded in UTF-8`],
    ],
  ])("is unusable where %s", async (_what, files, want) => {
    const samples = await read(["api.har"], files);
    expect(reasons(samples)).toEqual(want);
    expect(samples.samples).toEqual([]);
  });
});

it("reads many kinds of samples in the order of the arguments", async () => {
  const cwd = await temporaryFolder();
  const pair = JSON.stringify({ operation: "listPets", status: 200, body: 1 });
  await put(cwd, { "p.jsonl": pair, "a.json": "2" });
  const samples = await read([join(cwd, "p.jsonl"), `Pet=${join(cwd, "a.json")}`], {});
  expect(samples.samples.map(({ value }) => value)).toEqual([1, 2]);
});
