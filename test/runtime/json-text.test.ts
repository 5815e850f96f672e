import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import fc from "fast-check";
import { parseJson, type JsonOptions } from "../../generator/runtime/parse.js";
import { parseLines } from "../../generator/runtime/parse-lines.js";
import { scanJson } from "../../generator/runtime/scan-json.js";
import { modelSchema } from "../../generator/runtime/schema.js";
import { report } from "../../generator/runtime/collect.js";
import { positionIn } from "../../generator/runtime/text-position.js";
import { ValidationError } from "../../generator/runtime/validation-error.js";
import type { Issue } from "../../generator/runtime/issue.js";
import { positionAt, textLines } from "../../generator/text/text-lines.js";
import { brokenTexts } from "./broken-texts.js";

/** Anything but a text that begins with "wrong". */
const AnySchema = modelSchema(
  "Any",
  "#/components/schemas/Any",
  (value): value is unknown => typeof value !== "string" || !value.startsWith("wrong"),
  (value, path) => {
    report(path, "pattern", "anything else", value);
  },
);

function errorOf(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}

/** The issue with a text. */
function issueOf(text: string, options?: JsonOptions): Issue {
  const error = errorOf(() => parseJson(AnySchema, text, options));
  if (!(error instanceof ValidationError) || error.issues.length !== 1) throw error;
  const [issue] = error.issues;
  if (issue === undefined) throw error;
  return issue;
}

/** The lines of a text, each with its message, or with its value as JSON. */
async function linesOf(text: string, options?: JsonOptions): Promise<readonly string[]> {
  const lines = [];
  for await (const { line, issues, value } of parseLines(AnySchema, text, options)) {
    const said = issues?.map(({ message }) => message).join() ?? JSON.stringify(value);
    lines.push(`${line}: ${said}`);
  }
  return lines;
}

describe.each(Object.entries(brokenTexts))("a text that %s", (_kind, rows) => {
  test.each(rows)("%j: %s %s", async (text, place, reason) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    const { line, column, message, keyword } = issueOf(text);
    expect(`${line}:${column}`).toBe(place);
    expect(message).toBe(`line ${line}, column ${column}: ${reason}`);
    expect(keyword).toBe("json");
    if (!text.includes("\n") && text.trim() !== "") {
      expect(await linesOf(text)).toEqual([`1: ${message}`]);
    }
  });

  test.each(rows)("shows nothing of itself where values are hidden: %j", (text, place) => {
    const { line, column, message, received } = issueOf(text, { hideValues: true });
    expect(`${line}:${column}`).toBe(place);
    expect(["text", "the end of the text"]).toContain(received);
    for (const part of text.match(/[a-z]{3,}|\d{2,}/gi) ?? []) {
      // Words of ours, which the texts have as well.
      if (!/^(?:data|html|the|object|text)$/i.test(part)) expect(message).not.toContain(part);
    }
  });
});

describe("docs/guide/json-text.md", () => {
  const page = readFileSync(new URL("../../docs/guide/json-text.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\| (`.*?`|nothing) +\| (line .*?) +\|$/gm)];

  test.each(rows.map(([, text = "", message]) => [text, message]))(
    "is true of %s",
    (text, message) => {
      const written = text === "nothing" ? "" : text.slice(1, -1).replace("⏎", "\n");
      expect(issueOf(written).message).toBe(message);
    },
  );

  test("has a table", () => {
    expect(rows.length).toBeGreaterThan(20);
  });
});

describe("the scanner", () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const parts = ['"', "\\", "u", "00e9", "\n", "{", "}", "[", "]", ",", ":", "-", "0", "1", "."];
  const more = ["e", "E", "+", "true", "null", "nul", " ", "\t", "\r", "'", "/", "\u00a0", '"a"'];

  test("accepts what JSON.parse accepts, and nothing else", () => {
    const text = fc
      .array(fc.constantFrom(...parts, ...more), { maxLength: 10 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, (each) => {
        expect(scanJson(each) === undefined).toBe(isJson(each));
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), (each) => {
        expect(scanJson(each)).toBeUndefined();
      }),
    );
  });

  test.each([
    ["escapes in a string that does not end", `"${String.raw`\n`.repeat(3_500_000)}`],
    ["escapes before a broken one", `"${String.raw`\u00e9`.repeat(1_200_000)}\\x"`],
    ["a long string", `"${"x".repeat(20_000_000)}`],
    ["a long number", `${"1".repeat(20_000_000)}x`],
    ["a long word", "a".repeat(20_000_000)],
    ["a long name", `{"${"a".repeat(20_000_000)}" 1}`],
    ["white space", " \n".repeat(10_000_000)],
    ["white space after a comma", `[1,${" ".repeat(20_000_000)}]`],
    ["brackets that are not closed", "[".repeat(1_000_000)],
    ["objects that are not closed", '{"a":'.repeat(1_000_000)],
    ["line ends of every kind", `${"\r\n\r".repeat(7_000_000)}?`],
    ["many values", `[${"1,".repeat(5_000_000)}`],
  ])("takes linear time and no stack for %s", (_what, text) => {
    // It takes some 200 ms; what is not linear would take hours.
    const { line, column } = issueOf(text);
    expect([line, column]).not.toContain(undefined);
  });
});

describe("positions", () => {
  test("are those that the command line prints", () => {
    const text = fc
      .array(fc.constantFrom("\n", "\r", "\r\n", "a", "😀", "\u2028"), { maxLength: 12 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.nat(12), (each, offset) => {
        fc.pre(offset <= each.length);
        expect(positionIn(each, offset, 1)).toEqual(positionAt(textLines(each), offset));
      }),
    );
  });

  test("do not count a byte order mark, which every text may begin with", async () => {
    expect(parseJson(AnySchema, '\ufeff{"a":1}')).toEqual({ a: 1 });
    expect(issueOf("\ufeff[x]")).toMatchObject({ line: 1, column: 2 });
    expect(issueOf("\ufeff\ufeff1")).toMatchObject({ line: 1, column: 1 });
    expect(await linesOf("\ufeff1\n\ufeff[x]\n\ufeff\n\ufeff\ufeff1")).toEqual([
      "1: 1",
      '2: line 2, column 2: expected a JSON value or "]", received "x"',
      "4: line 4, column 1: expected a JSON value, received U+FEFF",
    ]);
  });

  test.each([
    ["1\r2\n3", ["1: line 2, column 1: second JSON value after the first", "3: 3"]],
    ["[1,\r2]\n3", ["1: [1,2]", "3: 3"]],
    [
      "1\r\n\r\n2\r\nx",
      ["1: 1", "3: 2", '4: line 4, column 1: expected a JSON value, received "x"'],
    ],
    ["\r\r\n1", ["3: 1"]],
    ["\r1\r\r\n2", ["1: 1", "4: 2"]],
  ])("count carriage returns in lines of JSON Lines, as editors do: %j", async (text, lines) => {
    expect(await linesOf(text)).toEqual(lines);
    const last = /[^\n]*$/.exec(text)?.[0] ?? "";
    const { line } = positionIn(text, text.length - last.length, 1);
    if (last !== "") expect(lines.at(-1)).toMatch(`${line}: `);
  });
});

describe("a key that an object has twice", () => {
  const reject: JsonOptions = { duplicateKeys: "reject" };

  test.each([
    ['{"a": 1, "a": 2}', "/a", 'line 1, column 10: duplicate key "a", first at line 1, column 2'],
    [
      '{"a": 1, "\\u0061": 2}',
      "/a",
      'line 1, column 10: duplicate key "a", first at line 1, column 2',
    ],
    [
      '{"__proto__": 1,\n "__proto__": 2}',
      "/__proto__",
      'line 2, column 2: duplicate key "__proto__", first at line 1, column 2',
    ],
    [
      '[0, {"x/y": [{"b": 1, "c": {"b": 1}, "b": 2}]}]',
      "/1/x~1y/0/b",
      'line 1, column 38: duplicate key "b", first at line 1, column 15',
    ],
    ['{"": 1, "": 2}', "/", 'line 1, column 9: duplicate key "", first at line 1, column 2'],
    [
      '{"hasOwnProperty": 1, "b": [], "hasOwnProperty": 2, "b": 1}',
      "/hasOwnProperty",
      'line 1, column 32: duplicate key "hasOwnProperty", first at line 1, column 2',
    ],
  ])("is rejected on demand: %s", async (text, pointer, message) => {
    expect(() => parseJson(AnySchema, text)).not.toThrow();
    expect(issueOf(text, reject)).toMatchObject({ pointer, message, keyword: "json" });
    // Names are shown where values are hidden.
    expect(issueOf(text, { ...reject, hideValues: true }).message).toBe(message);
    if (!text.includes("\n")) {
      const shifted = message.replaceAll("line 1", "line 3");
      expect(await linesOf(`1\n\n${text}`, reject)).toEqual(["1: 1", `3: ${shifted}`]);
    }
  });

  test.each(['[{"a": 1}, {"a": 2}]', '{"a": {"a": {"a": 1}}}', '{"a": 1, "A": 2}', '["a", "a"]'])(
    "is none in %s",
    (text) => {
      expect(parseJson(AnySchema, text, reject)).toEqual(JSON.parse(text));
    },
  );

  test("is found in linear time", () => {
    const keys = Array.from({ length: 500_000 }, (_, index) => `"${index}":[{}]`);
    expect(issueOf(`{${keys.join()},"7":1}`, reject).pointer).toBe("/7");
  });
});

describe("what is not text", () => {
  const parsed = "if the value is already parsed, use AnySchema.parse(value)";
  const bytes = "decode the bytes: new TextDecoder().decode(bytes)";
  const whole = "text, or an iterable of its pieces";
  const values = "if the values are already parsed, use parse(value) of the schema";

  test.each<[value: unknown, message: string]>([
    [{ id: 1 }, `received object; ${parsed}`],
    [[], `received array; ${parsed}`],
    [null, `received null; ${parsed}`],
    [undefined, `received undefined; ${parsed}`],
    [12, `received number; ${parsed}`],
    [new Date(0), `received Date; ${parsed}`],
    [Promise.resolve("{}"), "received Promise; await it"],
    [new Response("{}"), "received Response; await its text()"],
    [new File(["{}"], "a.json"), "received File; await its text()"],
    [
      new ReadableStream(),
      "received ReadableStream; read it whole: await new Response(stream).text()",
    ],
    // Callers with one of these want its text.
    [Object("{}"), "received String; use its toString()"],
    [new Uint8Array(2), `received Uint8Array; ${bytes}`],
    [Buffer.from("{}"), `received Uint8Array; ${bytes}`],
    [new Uint16Array(2), `received Uint16Array; ${bytes}`],
    [new DataView(new ArrayBuffer(2)), `received DataView; ${bytes}`],
    [new ArrayBuffer(2), `received ArrayBuffer; ${bytes}`],
  ])("is explained by parseJson: %o", (value, message) => {
    // Callers without types may pass anything.
    const error = errorOf(() => parseJson(AnySchema, value as string));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe(`parseJson takes JSON text, ${message}`);
  });

  test.each<[value: unknown, message: string]>([
    [{}, `${whole}, received object; ${values}`],
    [null, `${whole}, received null; ${values}`],
    [undefined, `${whole}, received undefined; ${values}`],
    [new Response("1"), `${whole}, received Response; pass its body`],
    [new Blob(["1"]), `${whole}, received Blob; pass its stream()`],
    [Promise.resolve("1"), `${whole}, received Promise; await it`],
    [new ArrayBuffer(1), `${whole}, received ArrayBuffer; pass the bytes as a Uint8Array`],
    [new Uint16Array(1), `${whole}, received Uint16Array; pass the bytes as a Uint8Array`],
    [[1], `strings and Uint8Arrays as pieces, received number; ${values}`],
    [[{}], `strings and Uint8Arrays as pieces, received object; ${values}`],
    [["1\n", null], `strings and Uint8Arrays as pieces, received null; ${values}`],
    [
      [new DataView(new ArrayBuffer(1))],
      "strings and Uint8Arrays as pieces, received DataView; pass the bytes as a Uint8Array",
    ],
  ])("is explained by parseLines: %o", async (value, message) => {
    const error = await linesOf(value as string).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toBe(`parseLines takes ${message}`);
  });

  test("may be a text as a whole for parseLines, or its bytes", async () => {
    const lines = [];
    for await (const { value } of parseLines(AnySchema, new TextEncoder().encode("1\n2"))) {
      lines.push(value);
    }
    expect(lines).toEqual([1, 2]);
    expect(await linesOf("1\n2")).toEqual(["1: 1", "2: 2"]);
  });
});

describe("an error with hidden values", () => {
  const secret = "s3cr3t-token";

  test.each([
    ["no JSON", secret],
    ["a string that is cut off", `{"a": "${secret}`],
    ["an invalid escape", `"${secret}\\x${secret}"`],
    ["text after the value", `1 ${secret}`],
    ["a number", `1_${secret}`],
    ["a value that is wrong", `"wrong ${secret}"`],
  ])("shows none, however it is printed: %s", async (_what, text) => {
    const error = errorOf(() => parseJson(AnySchema, text, { hideValues: true }));
    const lines = await linesOf(text, { hideValues: true });
    const printed = [error.stack, inspect(error, { depth: 9, showHidden: true }), ...lines];
    expect([...printed, String(error), JSON.stringify(error)].join("\n")).not.toContain(secret);
    expect(error.cause).toBeUndefined();
  });

  test.each([secret, `"wrong ${secret}"`])("shows some otherwise: %s", (text) => {
    expect(inspect(errorOf(() => parseJson(AnySchema, text)))).toContain("s3cr3t");
  });
});

describe("a text that JSON.parse of a platform does not take, though it is JSON", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("is an issue where it is nested too deeply", () => {
    vi.spyOn(JSON, "parse").mockImplementation(() => {
      throw new RangeError("Maximum call stack size exceeded");
    });
    expect(issueOf("[[]]").message).toBe(
      "line 1, column 1: expected JSON that this platform can parse, received too many levels of nesting",
    );
  });

  test("has the error of the platform otherwise", () => {
    vi.spyOn(JSON, "parse").mockImplementation(() => {
      throw new Error("out of order");
    });
    expect(() => parseJson(AnySchema, "[]")).toThrow("out of order");
  });
});

test("a line that comes in many pieces is read in linear time", async () => {
  const lines = [];
  function* pieces(): Generator<string | Uint8Array> {
    yield '"';
    for (let at = 0; at < 200_000; at += 1) yield "x".repeat(50);
    for (let at = 0; at < 200_000; at += 1) yield new Uint8Array(50).fill(0x78);
    yield '"\n1';
  }
  for await (const { value } of parseLines(AnySchema, pieces())) lines.push(value);
  expect(lines).toEqual(["x".repeat(20_000_000), 1]);
});
