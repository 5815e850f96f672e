import type { SourceText } from "../../generator/core/source-text.js";
import { expect, test } from "vitest";
import { InputError, inputError } from "../../generator/core/failure.js";

const source: SourceText = {
  uri: "file:///a.yaml",
  name: "a.yaml",
  text: "a: 1",
  format: "yaml",
};

test("the message of the error holds every problem with its code", () => {
  const error = inputError([
    { code: "empty-file", message: "a is empty" },
    { code: "not-utf8", message: "b is odd" },
  ]);
  expect(error).toBeInstanceOf(InputError);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("InputError");
  expect(error.message).toBe("a is empty (empty-file)\nb is odd (not-utf8)");
});

test("every problem becomes an error, and the file comes along", () => {
  const error = inputError([{ code: "empty-file", message: "m" }], source);
  expect(error.diagnostics).toEqual([{ severity: "error", code: "empty-file", message: "m" }]);
  expect([...error.sources]).toEqual([[source.uri, source]]);
});

test("without a file there are no sources", () => {
  expect(inputError([]).sources.size).toBe(0);
  expect(new InputError([]).sources.size).toBe(0);
});
