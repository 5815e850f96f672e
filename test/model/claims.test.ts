import { describe, expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { Claims, type Candidates, type Claimant } from "../../generator/model/claims.js";

const uri = "file:///api/openapi.yaml";

function claimant(title: string, mayHaveValues = true): Claimant {
  return { title, place: { uri, pointer: `/components/schemas/${title}` }, mayHaveValues };
}

/** Claims that were made before, and those that are made: the names, and what is said about them. */
interface Row {
  readonly what: string;
  readonly taken?: readonly string[];
  readonly wanted: readonly Candidates[];
  readonly names: readonly string[];
  readonly said?: readonly string[];
}

function claim({ taken = [], wanted }: Row): [readonly string[], readonly string[]] {
  const log = new DiagnosticLog();
  const claims = new Claims(uri, log);
  for (const name of taken) claims.claim(name, `the name of ${name}`);
  const names = wanted.map((each, index) => claims.name(each, claimant(`X${index}`)));
  return [names, log.all.map(({ message }) => message)];
}

describe("the name that is given", () => {
  test.each<Row>([
    { what: "is the first one", wanted: [{ built: ["A", "B"] }], names: ["A"] },
    {
      what: "is the next one that is free, which is not news",
      taken: ["A"],
      wanted: [{ built: ["A", "B"] }],
      names: ["B"],
    },
    {
      what: "is what the document asks for",
      wanted: [{ wanted: "T", built: ["A"] }],
      names: ["T"],
    },
    {
      what: "is another one than the document asks for, which is news",
      taken: ["T"],
      wanted: [{ wanted: "T", built: ["A"] }],
      names: ["A"],
      said: ["X0 is named A, because T is the name of T"],
    },
    {
      what: "is the last one with a number",
      taken: ["A", "B", "B2"],
      wanted: [{ built: ["A", "B"] }],
      names: ["B3"],
      said: ["X0 is named B3, because A is the name of A"],
    },
    {
      what: "has a number without a word, where words are left out",
      taken: ["A"],
      wanted: [{ built: ["A"], isShortened: true }],
      names: ["A2"],
    },
    {
      what: "is taken after that",
      wanted: [{ built: ["A"] }, { built: ["A"] }, { built: ["A"] }],
      names: ["A", "A2", "A3"],
      said: [
        "X1 is named A2, because A is the name of X0",
        "X2 is named A3, because A is the name of X0",
      ],
    },
    {
      what: "is no reserved word",
      wanted: [{ built: ["class"] }, { built: ["class"] }],
      names: ["ClassModel", "ClassModel2"],
      said: [
        "X0 is named ClassModel, because class is a reserved word",
        "X1 is named ClassModel2, because class is a reserved word",
      ],
    },
  ])("$what", (row) => {
    expect(claim(row)).toEqual([row.names, row.said ?? []]);
  });

  test("is free together with its exports", () => {
    const log = new DiagnosticLog();
    const claims = new Claims(uri, log);
    claims.claim("isA", "the name of isA");
    const { name, exports } = claims.nameWithExports({ built: ["A", "B"] }, claimant("X"));
    expect([name, exports.is, log.all]).toEqual(["B", "isB", []]);
    expect(claims.name({ built: ["BSchema", "C"] }, claimant("Y"))).toBe("C");
  });
});

describe("what is exported", () => {
  test.each<[what: string, taken: readonly string[], values: boolean, said: readonly string[]]>([
    ["isFoo", [], true, []],
    ["isFooModel", ["isFoo"], true, ["X exports isFooModel, because isFoo is taken"]],
    ["isFooModel2", ["isFoo", "isFooModel"], true, ["X exports isFooModel2, because isFoo is taken"]], // prettier-ignore
    ["isFoo", ["fooValues"], true, ["X exports fooModelValues, because fooValues is taken"]],
    ["isFoo", ["fooValues"], false, []],
    ["isFoo", ["FooSchema"], false, ["X exports FooModelSchema, because FooSchema is taken"]],
  ])("is %s beside %j, with values: %s", (is, taken, values, said) => {
    const log = new DiagnosticLog();
    const claims = new Claims(uri, log);
    for (const name of taken) claims.claim(name, "taken");
    expect(claims.exports("Foo", claimant("X", values)).is).toBe(is);
    expect(log.all.map(({ message }) => message)).toEqual(said);
  });
});

test("modules have numbers where they are taken", () => {
  const claims = new Claims(uri, new DiagnosticLog());
  const names = ["FooBar", "foo_bar", "fooBar", "Foo"];
  expect(names.map((name) => claims.module(name))).toEqual(
    ["foo-bar", "foo-bar-2", "foo-bar-3", "foo"], // prettier-ignore
  );
});

test("a warning tells the reference for the config", () => {
  const log = new DiagnosticLog();
  const claims = new Claims(uri, log);
  claims.claim("A", "taken");
  const place = { uri: "file:///api/models/a.yaml", pointer: "/$defs/A" };
  claims.name({ built: ["A"] }, { title: "X", place, mayHaveValues: true });
  expect(log.all).toMatchObject([
    {
      code: "renamed-model",
      help: 'choose a name with `names` in the config: { "models/a.yaml#/$defs/A": "…" }',
      place: { ...place, part: "key" },
    },
  ]);
});
