import { describe, expect, test } from "vitest";
import { charsetOf, mediaTypeOf, preferredMediaType } from "../../generator/runtime/media-types.js";

const both = ["application/json", "text/csv"];

describe("the media type that a client prefers", () => {
  test.each([
    // Without a preference, the first one.
    [both, null, "application/json"],
    [both, "", "application/json"],
    [both, "*/*", "application/json"],
    [both, "text/csv, application/json", "application/json"],
    [both, "text/csv;q=0.5, application/json;q=0.5", "application/json"],
    // By weight, and by the most specific range.
    [both, "text/csv", "text/csv"],
    [both, "text/*", "text/csv"],
    [both, "TEXT/CSV", "text/csv"],
    [both, "text/csv, */*;q=0.1", "text/csv"],
    [both, "application/json;q=0.9, text/csv", "text/csv"],
    [both, "application/json;q=0, */*", "text/csv"],
    [both, "application/*;q=0.2, application/json, text/csv;q=0.5", "application/json"],
    [both, "*/*, text/*;q=0, application/*;q=0.001", "application/json"],
    [both, "text/html,application/xhtml+xml,*/*;q=0.8", "application/json"],
    // Parameters do not count.
    [both, 'text/csv;header="a,b;q=0";charset=utf-8', "text/csv"],
    [both, 'text/csv;note="\\",application/json"', "text/csv"],
    [both, "text/csv; Q=0.5 , application/json ; q=0.4", "text/csv"],
    // Nothing fits.
    [both, "text/html", undefined],
    [both, "text/csv;q=0", undefined],
    [both, "*/*;q=0", undefined],
    [both, "*/*;q=0.000", undefined],
    [both, "application/jsonp", undefined],
    [[], "*/*", undefined],
    [[], null, undefined],
    // Invalid ranges are skipped, and an invalid weight is 1.
    [both, "json", "application/json"],
    [both, "*, , /, text/csv", "text/csv"],
    [both, "*/json, text/csv", "text/csv"],
    [both, "text/csv;q=high", "text/csv"],
    [both, "text/csv;q=-1, application/json;q=0.5", "text/csv"],
    [both, "text/csv;q=", "text/csv"],
    [both, 'text/csv;a="', "text/csv"],
    // A described range stands for each of its types.
    [["image/*"], "image/png", "image/*"],
    [["image/*"], "image/png;q=0", undefined],
    [["image/*"], "text/csv", undefined],
    [["image/*"], "text/csv, */*;q=0.1", "image/*"],
    [["*/*"], "text/csv", "*/*"],
    [["*/*"], "text/csv;q=0", undefined],
  ])("of %j by %j", (mediaTypes, accept, expected) => {
    expect(preferredMediaType(mediaTypes, accept)).toBe(expected);
  });

  test.each(['"', '\\"', ",", ";q=1", 'a/b;c="', "a/b,", "\\"])(
    "is found in time among 100,000 times %j",
    (part) => {
      const start = performance.now();
      preferredMediaType(both, part.repeat(100_000));
      expect(performance.now() - start).toBeLessThan(2_000);
    },
  );
});

test.each([
  ["application/json", "application/json", undefined],
  ["Application/JSON ; charset=UTF-8", "application/json", "utf-8"],
  ['text/plain; format=flowed; Charset = "ISO-8859-1"', "text/plain", "iso-8859-1"],
  ["text/plain; xcharset=a", "text/plain", undefined],
  ["", "", undefined],
  ["application/json, text/plain", "application/json, text/plain", undefined],
])("the media type and the charset of %j", (contentType, mediaType, charset) => {
  expect([mediaTypeOf(contentType), charsetOf(contentType)]).toEqual([mediaType, charset]);
});
