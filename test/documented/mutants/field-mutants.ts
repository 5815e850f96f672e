import type { PropertySignature } from "ts-morph";
import type { Aspect } from "../compare.js";
import type { DocumentedClass, DocumentedField } from "../facts/fact.js";
import { documentedClasses } from "../facts/index.js";
import { expectedType } from "../python-type.js";
import { findProperty, type Mutant } from "./mutant.js";

/** @returns for every documented field: dropped, renamed, retyped, its optionality flipped, a field added after it … */
export function fieldMutants(): readonly Mutant[] {
  return documentedClasses.flatMap((documented) => [
    ...documented.fields.flatMap((field) => [
      ...propertyMutants(documented, field),
      ...typeMutants(documented, field),
      additionAfter(documented, field),
    ]),
    ...orderMutants(documented),
  ]);
}

function propertyMutants(documented: DocumentedClass, field: DocumentedField): readonly Mutant[] {
  const mutant = mutantsOf(documented, field);
  return [
    mutant("is dropped", "missing", (property) => {
      property.remove();
    }),
    mutant("is renamed", "missing", (property) => {
      property.getNameNode().replaceWithText("renamed_field");
    }),
    mutant("becomes a method", "missing", (property) => {
      property.replaceWithText(`${field.name}(): string;`);
    }),
    mutant(field.required ? "becomes optional" : "becomes required", "presence", (property) => {
      property.setHasQuestionToken(field.required);
    }),
    mutant("becomes readonly", "modifier", (property) => {
      property.setIsReadonly(true);
    }),
  ];
}

const WRONG_TYPES = [
  "string",
  "number",
  "boolean",
  "unknown",
  "never",
  "string[]",
  "Record<string, string>",
  "Record<string, unknown>",
  '"wrong"',
] as const;

function typeMutants(documented: DocumentedClass, field: DocumentedField): readonly Mutant[] {
  const mutant = mutantsOf(documented, field);
  const type = expectedType(field.type);
  const [, bare = type, orNull = ""] = /^(.*?)( \| null)?$/.exec(type) ?? [];
  const wrongTypes = [
    ...WRONG_TYPES.filter((wrong) => wrong !== bare).map((wrong) => `${wrong}${orNull}`),
    orNull === "" ? `${bare} | null` : bare,
    `${type} | undefined`,
    `(${bare})[]${orNull}`,
    `Readonly<${bare}>${orNull}`,
  ];
  return [
    ...wrongTypes.map((wrong) =>
      mutant(`gets the type ${wrong}`, "type", (property) => {
        property.setType(wrong);
      }),
    ),
    mutant("loses its type", "type", (property) => {
      property.removeType();
    }),
  ];
}

function additionAfter(documented: DocumentedClass, field: DocumentedField): Mutant {
  return {
    change: `${documented.name} gets a field after ${field.name}`,
    at: [`${documented.name}.added_field`],
    aspect: "extra",
    apply: (sourceFiles) => {
      const property = findProperty(documented, field.name, sourceFiles);
      property.getSourceFile().insertText(property.getEnd(), "\n  added_field?: string;");
    },
  };
}

/** @returns every two fields of a class swapped, with their doc comments */
function orderMutants(documented: DocumentedClass): readonly Mutant[] {
  const { name, fields } = documented;
  return fields.flatMap((first, index) =>
    fields.slice(index + 1).map((second) => ({
      change: `${name}.${first.name} and ${name}.${second.name} are swapped`,
      at: [`${name}.${first.name}`, `${name}.${second.name}`],
      aspect: "order",
      apply: (sourceFiles) => {
        const one = findProperty(documented, first.name, sourceFiles);
        const other = findProperty(documented, second.name, sourceFiles);
        const [start, end] = [one.getStart(true), other.getStart(true)];
        const file = one.getSourceFile();
        const text = file.getFullText();
        file.replaceWithText(
          [
            text.slice(0, start),
            other.getText(true),
            text.slice(one.getEnd(), end),
            one.getText(true),
            text.slice(other.getEnd()),
          ].join(""),
        );
      },
    })),
  );
}

function mutantsOf(documented: DocumentedClass, field: DocumentedField) {
  return (what: string, aspect: Aspect, apply: (property: PropertySignature) => void): Mutant => ({
    change: `${documented.name}.${field.name} ${what}`,
    at: [`${documented.name}.${field.name}`],
    aspect,
    apply: (sourceFiles) => {
      apply(findProperty(documented, field.name, sourceFiles));
    },
  });
}
