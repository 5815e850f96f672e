import { describe, expect, it } from "vitest";
import { detectData, detectLines } from "../../generator/validate/detect-data.js";

/** A stream that counts how much of it was read. */
function streamOf(pieces: readonly string[]): AsyncIterable<Uint8Array> & { read: number } {
  return {
    read: 0,
    async *[Symbol.asyncIterator]() {
      for (const piece of pieces) {
        this.read += 1;
        yield await Promise.resolve(Buffer.from(piece));
      }
    },
  };
}

describe("data without a name", () => {
  it.each<[pieces: readonly string[], kind: "document" | "lines"]>([
    [[""], "document"],
    [['{"a":1}'], "document"],
    [["{\n", '"a":1\n', "}\n"], "document"],
    [["[1,\n2]"], "document"],
    [["1\n2\n"], "lines"],
    [['{"a":', "1}\n{"], "lines"],
    [['\n\n{"a":1}\r\n{"a":2}\r\n'], "lines"],
    [['\u{feff}{"a":1}\n{"a":2}\n'], "lines"],
    // The first line is broken, and the others show what was meant.
    [["{\n1\n2\n"], "lines"],
    [["{\n", '"a": {},\n', '"b": 1,\n', "}\n"], "document"],
    [['[\n{"a":1},\n{"a":2},\n{"a":3}\n'], "document"],
    [["{"], "document"],
  ])("as %j is taken for a %s", async (pieces, kind) => {
    const data = await detectData(streamOf(pieces));
    expect(data.kind).toBe(kind);
    const read: Uint8Array[] = [];
    if (data.kind === "document") read.push(data.bytes);
    else if (data.kind === "lines") for await (const chunk of data.chunks) read.push(chunk);
    expect(Buffer.concat(read).toString()).toBe(pieces.join(""));
  });

  it("is not read beyond a first line that is a value", async () => {
    const stream = streamOf(['{"a"', ":1}\n", '{"a":2}\n', '{"a":3}\n']);
    await detectData(stream);
    expect(stream.read).toBe(2);
  });
});

describe("data whose name says that they are lines", () => {
  it.each<[pieces: readonly string[], want: "lines" | number]>([
    [[""], "lines"],
    [['{"a":1}'], "lines"],
    [['{"a":1}\n{"a":2}\n'], "lines"],
    [["{\n", '"a":1\n', "}\n"], 3],
    [["\n[1,\r\n2]\r\n"], 2],
    // A broken line among others is no value of many lines.
    [['{"a":\n{"a":2}\n'], "lines"],
    [["1\n2\n"], "lines"],
    [["{\n", " ".repeat(200), '"a":1\n', "}\n"], "lines"],
  ])("as %j is taken for %s", async (pieces, want) => {
    const data = await detectLines(streamOf(pieces), 100);
    expect(data.kind === "misnamed" ? data.lines : data.kind).toBe(want);
    if (data.kind !== "lines") return;
    const read: Uint8Array[] = [];
    for await (const chunk of data.chunks) read.push(chunk);
    expect(Buffer.concat(read).toString()).toBe(pieces.join(""));
  });
});
