import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventStreamBody } from "../../generator/runtime/body-events.js";
import { jsonLinesBody } from "../../generator/runtime/body-json-lines.js";
import { jsonSequenceBody } from "../../generator/runtime/body-json-sequence.js";
import type { BodyCodec, BodyOptions } from "../../generator/runtime/body.js";
import { anything, numbers, repeat, streamOf } from "./messages.js";

const lines = jsonLinesBody(anything);
const sequence = jsonSequenceBody(anything);
const events = eventStreamBody(anything, { of: "event" });
const data = eventStreamBody(anything, { of: "data", end: "[DONE]" });
const codecs = { lines, sequence, data, events };

/** Reads the items of a stream, and the issues of those that cannot be read. */
async function read(
  codec: BodyCodec,
  body: string | Uint8Array | ReadableStream,
  options?: BodyOptions,
): Promise<unknown[]> {
  const found: unknown[] = [];
  const onInvalidItem: BodyOptions["onInvalidItem"] = (issues, index) => {
    found.push(`${index}: ${issues.map(({ message }) => message).join("; ")}`);
  };
  const { value } = await codec.read(new Response(body), { onInvalidItem, ...options });
  for await (const item of value as AsyncIterable<unknown>) found.push(item);
  return found;
}

/** Cuts a text into chunks of some bytes. */
function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let start = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(start, start + size));
    start += size;
  }
  return [...chunks, bytes.subarray(start)];
}

const truncated = "expected a blank line, received the end of the stream inside an event";
const notUtf8 = "expected text in UTF-8, received other bytes";

describe("a stream", () => {
  it.each<[codec: keyof typeof codecs, body: string, items: unknown[]]>([
    ["lines", "", []],
    ["lines", "1\n2", [1, 2]],
    ["lines", `{"a":1}\r\n\r\n\n[2]\n`, [{ a: 1 }, [2]]],
    ["lines", "\ufeff1\n", [1]],
    ["lines", "1\n{\n3\n", [1, expect.stringMatching(/^1: line 2, column 2: /), 3]],
    ["sequence", "", []],
    ["sequence", `\x1e{"a":\n1}\n\x1e[2]\n`, [{ a: 1 }, [2]]],
    ["sequence", `\x1e\x1e\n\x1e"a"\x1etrue \x1enull\n`, ["a", true, null]],
    ["sequence", `1\n\x1e2\n`, ["0: expected a record separator (U+001E), received other text", 2]],
    [
      "sequence",
      "\x1e1\x1e[2",
      [
        "0: expected white space after the item, received the end of a truncated item",
        expect.stringMatching(/^1: line 1, column 3: /),
      ],
    ],
    ["data", "", []],
    ["data", "data: 1\n\ndata:2\n\n", [1, 2]],
    ["data", "data: [1,\ndata: 2]\n\n", [[1, 2]]],
    ["data", "data: 1\n\ndata: [DONE]\n\ndata: 2\n\n", [1]],
    ["data", "data: 1\n\ndata: [DONE]\n", [1]],
    ["data", "data: 1\n\ndata: [DONE]", [1]],
    ["data", "data: {\n\ndata: 1\n\n", [expect.stringMatching(/^0: line 1, column 2: /), 1]],
    // The rows of OpenAPI 3.2, Server-Sent Event Streams.
    [
      "events",
      "event: addString\ndata: This data is formatted\ndata: across two lines\nretry: 5\n\n",
      [{ event: "addString", data: "This data is formatted\nacross two lines", retry: 5 }],
    ],
    [
      "events",
      "event: addInt64\ndata: 1234.5678\nunknownField: this is ignored\n\n",
      [{ event: "addInt64", data: "1234.5678" }],
    ],
    [
      "events",
      `: This is a comment\nevent: addJSON\ndata: {"foo": 42}\n\n`,
      [{ event: "addJSON", data: `{"foo": 42}` }],
    ],
    // The rows of the HTML specification.
    ["events", "data: YHOO\ndata: +2\ndata: 10\n\n", [{ data: "YHOO\n+2\n10" }]],
    [
      "events",
      ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
      [
        { data: "first event", id: "1" },
        { data: "second event", id: "" },
        { data: " third event" },
      ],
    ],
    ["events", "data\n\ndata\ndata\n\ndata:", [{ data: "" }, { data: "\n" }, `2: ${truncated}`]],
    ["events", "data:test\n\ndata: test\n\n", [{ data: "test" }, { data: "test" }]],
    // Line ends, marks, and fields without effect.
    [
      "events",
      "\ufeffdata: 1\r\rdata: 2\r\n\r\ndata: 3\n\n",
      [1, 2, 3].map((n) => ({ data: `${n}` })),
    ],
    ["events", "data: 1\n\n\ufeffdata: 2\n\n", [{ data: "1" }]],
    ["events", "data: 1\r\ndata: 2\r\n\n\r\rid: 3\n\n", [{ data: "1\n2" }]],
    ["events", "id: a\0b\nretry: 1.5\nretry\ndata: 1\n\n", [{ data: "1" }]],
    ["events", "event: a\nevent: b\ndata: :x: y\n\n", [{ event: "b", data: ":x: y" }]],
    ["events", "event: ping\n\n: comment", []],
    ["events", "data: 1\n\nda", [{ data: "1" }, `1: ${truncated}`]],
    ["events", "data: 1\r", [`0: ${truncated}`]],
    ["events", "data: 1\r\n\r", [{ data: "1" }]],
  ])("of %s is read: %j", async (codec, body, items) => {
    expect(await read(codecs[codec], body)).toEqual(items);
  });

  const [a, ff, lf, rs] = [0x61, 0xff, 0x0a, 0x1e];
  it.each<[codec: keyof typeof codecs, body: number[], items: unknown[]]>([
    ["lines", [0x31, lf, ff, lf, 0x32], [1, `1: line 2: ${notUtf8}`, 2]],
    ["sequence", [rs, ff, lf, rs, 0x32, lf], [`0: ${notUtf8}`, 2]],
    [
      "events",
      [...bytesOf("data: "), ff, lf, lf, ...bytesOf("data: 2\n\n")],
      [`0: ${notUtf8}`, { data: "2" }],
    ],
    ["events", [...bytesOf(":"), ff, lf, a, lf, ...bytesOf("data: 2\n\n")], [{ data: "2" }]],
  ])("of %s has bytes that are not UTF-8: %j", async (codec, body, items) => {
    expect(await read(codecs[codec], Uint8Array.from(body))).toEqual(items);
  });

  it.each<[codec: keyof typeof codecs, body: string]>([
    ["lines", '\ufeff{"é":[1]}\r\n\r\n"\u{1f600}"\n{\n12'],
    ["sequence", 'x\x1e{"é":[1]}\n\x1e"\u{1f600}"\x1e12\x1e13'],
    ["data", '\ufeffdata: {"é":\rdata: [1]}\r\n\r\ndata: "\u{1f600}"\r\rdata: 1\n\n: é\r\ndata: {'],
    [
      "events",
      "\ufeffid: é\r\nevent: \u{1f600}\rdata: \r\n\r\r\ndata: a\n\rdata\r\ndata\r\n\r\n:é",
    ],
  ])("of %s has the same items whatever the chunks", async (codec, body) => {
    const bytes = new TextEncoder().encode(body);
    const items = await read(codecs[codec], bytes);
    expect(items.length).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(6)), async (sizes) => {
        const { stream } = streamOf(cut(bytes, sizes));
        expect(await read(codecs[codec], stream)).toEqual(items);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[codec: keyof typeof codecs, item: string, most: number]>([
    ["lines", `"${"x".repeat(98)}"\n`, 100],
    ["sequence", `\x1e"${"x".repeat(98)}"\n`, 101],
    ["data", `data: "${"x".repeat(45)}\ndata: ${"x".repeat(40)}"\n\n`, 99],
  ])("of %s limits each item, not the stream", async (codec, item, most) => {
    const body = item.repeat(50);
    // The JSON of the events has a line end inside of a string, and is refused as such.
    expect(await read(codecs[codec], body, { maxBytes: most })).toHaveLength(50);
    await expect(read(codecs[codec], body, { maxBytes: most - 1 })).rejects.toMatchObject({
      issues: [{ keyword: "maxBytes" }],
    });
  });

  it.each(["lines", "sequence", "data"] as const)(
    "of %s is cancelled where one item exceeds the limit",
    async (codec) => {
      const { stream, seen } = streamOf(repeat(`data: ${"x".repeat(994)}`));
      await expect(read(codecs[codec], stream, { maxBytes: 4500 })).rejects.toThrow(/4500 bytes/);
      expect(seen).toEqual({ pulled: 5, isCancelled: true });
    },
  );

  it("does not add comments and finished events to the size of an event", async () => {
    const body = `${": comment\n".repeat(50)}event: a\n\ndata: 1\n\n`;
    expect(await read(events, body, { maxBytes: 12 })).toEqual([{ data: "1" }]);
  });
});

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe("the items of a stream", () => {
  const body = '1\n"x"\n2\n';
  const numberLines = jsonLinesBody(numbers);

  it("are checked", async () => {
    expect(await read(numberLines, body)).toEqual([
      1,
      `1: expected number, received "x" (string)`,
      "x",
      2,
    ]);
  });

  it("are not checked without a function for those that are not valid", async () => {
    expect(await read(numberLines, body, { onInvalidItem: undefined })).toEqual([1, "x", 2]);
  });

  it("end where that function throws, and the body is cancelled", async () => {
    const { stream, seen } = streamOf(repeat(body));
    const onInvalidItem = (): never => {
      throw new Error("not a number");
    };
    await expect(read(numberLines, stream, { onInvalidItem })).rejects.toThrow("not a number");
    expect(seen).toEqual({ pulled: 1, isCancelled: true });
  });

  it("throw where one cannot be read, without that function", async () => {
    const reading = read(numberLines, "1\n{\n", { onInvalidItem: undefined });
    await expect(reading).rejects.toMatchObject({ issues: [{ keyword: "json", line: 2 }] });
  });

  it("throw where the connection ends early", async () => {
    const failed = new TypeError("terminated");
    const stream = new ReadableStream({ pull: (to) => to.error(failed) });
    await expect(read(numberLines, stream)).rejects.toMatchObject({
      message: "not a valid body: expected the whole body, received a part of it",
      cause: failed,
    });
  });

  it("are taken one by one, and the body is cancelled where the loop ends", async () => {
    const { stream, seen } = streamOf(repeat(`${"x".repeat(70_000)}\n`.replace(/.*/, `"$&"`)));
    const { value } = await lines.read(new Response(stream));
    let count = 0;
    let ahead = 0;
    for await (const item of value as AsyncIterable<string>) {
      expect(item).toHaveLength(70_000);
      count += 1;
      ahead = Math.max(ahead, seen.pulled - count);
      // That is 50 MB.
      if (count === 750) break;
    }
    expect(ahead).toBe(0);
    expect(seen).toEqual({ pulled: 750, isCancelled: true });
  });

  it("end at once while the next one is awaited", async () => {
    let isCancelled = false;
    const stream = new ReadableStream({
      start: (to) => to.enqueue(bytesOf("1\n2")),
      cancel: () => {
        isCancelled = true;
      },
    });
    const { value } = await lines.read(new Response(stream));
    const iterator = (value as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: 1 });
    const next = iterator.next();
    await iterator.return?.();
    expect(isCancelled).toBe(true);
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it("are none without a body", async () => {
    const { value } = await lines.read(new Response(null));
    const iterator = (value as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });
});

describe("a written stream", () => {
  const text = (codec: BodyCodec, items: unknown, options?: BodyOptions): Promise<string> => {
    const { body } = codec.write(items, options);
    return new Response(body as ReadableStream).text();
  };

  it.each<[codec: BodyCodec, items: unknown, body: string]>([
    [lines, [1, { a: "\n" }], `1\n{"a":"\\n"}\n`],
    [lines, new Set([null]), "null\n"],
    [sequence, [1, "a"], `\x1e1\n\x1e"a"\n`],
    [data, [1, { a: "\n" }], `data: 1\n\ndata: {"a":"\\n"}\n\ndata: [DONE]\n\n`],
    [eventStreamBody(anything, { of: "text" }), ["a\n b", ""], "data: a\ndata:  b\n\ndata: \n\n"],
    [
      events,
      [{ event: "e", data: { a: 1 }, id: "", retry: 5 }],
      `event: e\nid: \nretry: 5\ndata: {"a":1}\n\n`,
    ],
    [events, [{ data: "a" }], "data: a\n\n"],
  ])("%# has its items", async (codec, items, body) => {
    expect(await text(codec, items)).toBe(body);
  });

  it.each<[codec: BodyCodec, item: unknown]>([
    [lines, undefined],
    [data, undefined],
    [eventStreamBody(anything, { of: "text" }), 1],
    [eventStreamBody(anything, { of: "text" }), "a\rb"],
    [events, "data"],
    [events, { event: "e" }],
    [events, { event: "a\nb", data: "" }],
    [events, { id: "a\0", data: "" }],
    [events, { retry: -1, data: "" }],
  ])("%# refuses an item without a form: %j", async (codec, item) => {
    await expect(text(codec, [item])).rejects.toThrow(TypeError);
  });

  it.each([lines, sequence, data])("refuses what is not iterable", (codec) => {
    for (const items of ["text", undefined, {}, 1]) {
      expect(codec.schema.is(items)).toBe(false);
      expect(() => codec.write(items)).toThrow(
        /expected an iterable or an async iterable of items/,
      );
    }
    expect(codec.schema.is([])).toBe(true);
    expect(codec.schema.is(repeat(1))).toBe(true);
  });

  it("checks its items", async () => {
    const found: unknown[] = [];
    const onInvalidItem: BodyOptions["onInvalidItem"] = (issues, index) => {
      found.push(index, ...issues.map(({ message }) => message));
    };
    expect(await text(jsonLinesBody(numbers), [1, "x"], { onInvalidItem })).toBe(`1\n"x"\n`);
    expect(found).toEqual([1, `expected number, received "x" (string)`]);
  });

  it("takes items only where it is read, and closes the iterator where it is cancelled", async () => {
    let taken = 0;
    let isClosed = false;
    async function* items(): AsyncGenerator<number, void, void> {
      try {
        for (;;) yield await Promise.resolve((taken += 1));
      } finally {
        isClosed = true;
      }
    }
    const { body } = lines.write(items());
    const reader = (body as ReadableStream).getReader();
    await new Promise(setImmediate);
    expect(taken).toBe(0);
    await reader.read();
    await reader.read();
    expect(taken).toBe(2);
    await reader.cancel();
    expect(isClosed).toBe(true);
  });

  it("closes the iterator where an item is refused", async () => {
    let isClosed = false;
    function* items(): Generator<unknown, void, void> {
      try {
        yield undefined;
      } finally {
        isClosed = true;
      }
    }
    await expect(text(lines, items())).rejects.toThrow(/received undefined/);
    expect(isClosed).toBe(true);
  });

  it("is read back, whatever the items", async () => {
    const item = fc.record({
      event: line,
      data: fc.string({ unit: "binary" }).map((text) => text.replace(/\r/g, "\n")),
      id: line,
    });
    for (const codec of [lines, sequence, data, events]) {
      await fc.assert(
        fc.asyncProperty(fc.array(codec === events ? item : fc.jsonValue()), async (items) => {
          const written = items.map((one) => JSON.parse(JSON.stringify(one)) as unknown);
          const { body } = codec.write(written);
          expect(await read(codec, body as ReadableStream)).toEqual(written);
        }),
        { numRuns: 30 },
      );
    }
  });
});

const line = fc.string({ unit: "grapheme" });
