import { describe, expect, test } from "vitest";
import {
  exportsOf,
  isIdentifier,
  joinNames,
  moduleName,
  pascalCase,
  toIdentifier,
  wordsOf,
} from "../../generator/model/names.js";

describe("an identifier", () => {
  test.each([
    ["Batch", true],
    ["_a$1", true],
    ["größe", true],
    ["class", true],
    ["", false],
    ["1a", false],
    ["a-b", false],
    ["a b", false],
    ["a\u200b", false],
    ["\ua7cb", false],
  ])("is %j: %s", (text, is) => {
    expect(isIdentifier(text)).toBe(is);
  });

  test.each([
    ["batch_request", "batch_request"],
    ["batch-request", "BatchRequest"],
    ["v1.batch.Request", "V1BatchRequest"],
    ["2d-point", "_2dPoint"],
    ["größe-名前", "Größe名前"],
    // Letters that are composed of two characters.
    ["gro\u0308ße", "größe"],
    ["!?", ""],
    ["", ""],
  ])("of %j is %j", (text, identifier) => {
    expect(toIdentifier(text)).toBe(identifier);
  });
});

describe("PascalCase", () => {
  test.each([
    ["input_tokens details", "InputTokensDetails"],
    ["$kind", "Kind"],
    ["a--b", "AB"],
    ["OpenAI-batchAPI", "OpenAIBatchAPI"],
    ["3.5", "_35"],
    // `_` and `$` part words in other scripts, too.
    ["größe_名$x", "Größe名X"],
    // A letter of two UTF-16 code units.
    ["\u{10428}x", "\u{10400}x"],
  ])("of %j is %j", (text, pascal) => {
    expect(pascalCase(text)).toBe(pascal);
  });
});

describe("the words of", () => {
  test.each([
    ["URLKindOf2", ["URL", "Kind", "Of2"]],
    ["BatchRequest", ["Batch", "Request"]],
    ["aB", ["a", "B"]],
    ["HTTP", ["HTTP"]],
    ["", []],
  ])("%j", (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe("names that are joined", () => {
  test.each([
    [["Sign", "Request"], "SignRequest"],
    [["SignRequest", "RequestStatus"], "SignRequestStatus"],
    [["AB", "BC"], "ABBC"],
    [["PetOwner", "PetOwnerName"], "PetOwnerName"],
    [["PetOwner", "PetName"], "PetOwnerPetName"],
    [["Pet", "Pet"], "Pet"],
    [["A", "Item", "Item2"], "AItemItem2"],
    [["Only"], "Only"],
  ])("%j", ([first = "", ...others], joined) => {
    expect(joinNames(first, ...others)).toBe(joined);
  });
});

describe("the module of", () => {
  test.each([
    ["BatchRequestCounts", "batch-request-counts"],
    ["HTTPServer", "http-server"],
    ["OAuth2Token", "o-auth2-token"],
    ["snake__case$", "snake-case"],
    ["_private", "private"],
    ["größe", "gruf6udfe"],
    ["index", "index-model"],
    ["Con", "con-model"],
    ["COM0", "com0-model"],
    ["lpt9", "lpt9-model"],
    ["Com10", "com10"],
    ["$", "model"],
    ["a".repeat(120), "a".repeat(100)],
  ])("%s is %s", (name, module) => {
    expect(moduleName(name)).toBe(module);
  });
});

describe("the exports of", () => {
  test.each([
    ["BatchStatus", "isBatchStatus", "BatchStatusSchema", "batchStatusValues"],
    ["URLKind", "isURLKind", "URLKindSchema", "urlKindValues"],
    ["URL", "isURL", "URLSchema", "urlValues"],
    ["foo", "isFoo", "fooSchema", "fooValues"],
  ])("%s", (name, is, schema, values) => {
    expect(exportsOf(name)).toMatchObject({
      is,
      schema,
      values,
      jsonSchema: `${name}JsonSchema`,
      arbitrary: values.replace(/Values$/, "Arbitrary"),
      fixtures: values.replace(/Values$/, "Fixtures"),
    });
  });
});
