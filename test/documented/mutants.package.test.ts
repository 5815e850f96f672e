import type { SourceFile } from "ts-morph";
import { describe, expect, test } from "vitest";
import { compareWithDocuments } from "./compare.js";
import { readGeneratedModels, sourceFilesOf } from "./generated-files.js";
import { declarationMutants } from "./mutants/declaration-mutants.js";
import { docMutants } from "./mutants/doc-mutants.js";
import { equivalentRewritings } from "./mutants/equivalent-rewritings.js";
import { fieldMutants } from "./mutants/field-mutants.js";
import { literalMutants } from "./mutants/literal-mutants.js";
import type { Mutant } from "./mutants/mutant.js";

describe("every change to the generated declarations is a difference", () => {
  test.each(
    [...fieldMutants(), ...docMutants(), ...literalMutants(), ...declarationMutants()].map(
      (mutant) => [mutant.change, mutant] as const,
    ),
  )("%s", (_, { apply, at, aspect }) => {
    const sourceFiles = changedCopy(apply);
    // A mutant that is not a change would prove nothing.
    expect(sourceFiles.map((file) => [file.getBaseName(), file.getFullText()])).not.toEqual([
      ...readGeneratedModels(),
    ]);

    const named = compareWithDocuments(sourceFiles)
      .filter((difference) => difference.aspect === aspect)
      .map((difference) => difference.at);
    expect(named).toEqual(expect.arrayContaining([...at]));
  });
});

describe("another spelling of the same declarations is no difference", () => {
  test.each(equivalentRewritings().map((rewriting) => [rewriting.change, rewriting] as const))(
    "%s",
    (_, { apply }) => {
      expect(compareWithDocuments(changedCopy(apply))).toEqual([]);
    },
  );
});

function changedCopy(apply: Mutant["apply"]): readonly SourceFile[] {
  const sourceFiles = sourceFilesOf(readGeneratedModels());
  apply(sourceFiles);
  return sourceFiles;
}
