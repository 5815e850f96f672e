import { describe, expect, test } from "vitest";
import { compareWithDocuments } from "./compare.js";
import { documentedClasses } from "./facts/index.js";
import { readGeneratedModels, sourceFilesOf } from "./generated-files.js";
import { expectedType, hasDefault } from "./python-type.js";

test("the generated declarations are exactly the documented ones", () => {
  expect(compareWithDocuments(sourceFilesOf(readGeneratedModels()))).toEqual([]);
});

describe("the documented facts agree with each other", () => {
  const fields = documentedClasses.flatMap(({ name, fields }) =>
    fields.map((field) => [`${name}.${field.name}`, field] as const),
  );

  test.each(fields)(
    "%s is required exactly when it has no default, and lists the literals of its type",
    (_, field) => {
      expect(field.required).toBe(!hasDefault(field.type));
      expect(field.literals?.map((literal) => `"${literal}"`).join(" | ")).toBe(
        field.type.startsWith("Literal") ? expectedType(field.type) : undefined,
      );
    },
  );
});
