import type { PropertySignature } from "ts-morph";
import type { DocumentedClass } from "../facts/fact.js";
import { documentedClasses } from "../facts/index.js";
import { findProperty, type Mutant } from "./mutant.js";

/** @returns for every field whose text is documented: its words and its paragraphs changed, or its text dropped */
export function docMutants(): readonly Mutant[] {
  return documentedClasses.flatMap((documented) =>
    documented.fields.flatMap(({ name, doc }) =>
      doc === undefined
        ? []
        : textChanges(doc).map(({ what, paragraphs }) =>
            docMutant(documented, name, what, paragraphs),
          ),
    ),
  );
}

interface TextChange {
  readonly what: string;
  readonly paragraphs: readonly string[];
}

function textChanges(doc: readonly string[]): readonly TextChange[] {
  return [
    { what: "gets one more paragraph", paragraphs: [...doc, "One more."] },
    ...(doc.length === 0 ? [] : [{ what: "loses its text", paragraphs: [] }]),
    ...doc.flatMap((paragraph, index) => {
      const words = paragraph.split(" ");
      const half = Math.ceil(words.length / 2);
      const [first, second] = [words.slice(0, half), words.slice(half)];
      const place = `in paragraph ${index + 1}`;
      return [
        {
          what: `loses the last character ${place}`,
          paragraphs: doc.with(index, paragraph.slice(0, -1)),
        },
        {
          what: `loses the first word ${place}`,
          paragraphs: doc.with(index, words.slice(1).join(" ")),
        },
        {
          what: `changes the case ${place}`,
          paragraphs: doc.with(index, paragraph.toUpperCase()),
        },
        {
          what: `is broken in two ${place}`,
          paragraphs: doc.toSpliced(index, 1, first.join(" "), second.join(" ")),
        },
      ];
    }),
    ...doc.slice(1).flatMap((paragraph, index) => {
      const previous = doc[index] ?? "";
      const place = `paragraphs ${index + 1} and ${index + 2}`;
      return [
        {
          what: `merges ${place}`,
          paragraphs: doc.toSpliced(index, 2, `${previous} ${paragraph}`),
        },
        {
          what: `swaps ${place}`,
          paragraphs: doc.toSpliced(index, 2, paragraph, previous),
        },
        {
          what: `loses paragraph ${index + 2}`,
          paragraphs: doc.toSpliced(index + 1, 1),
        },
      ];
    }),
  ];
}

function docMutant(
  documented: DocumentedClass,
  field: string,
  what: string,
  paragraphs: readonly string[],
): Mutant {
  const at = `${documented.name}.${field}`;
  return {
    change: `the doc of ${at} ${what}`,
    at: [at],
    aspect: "doc",
    apply: (sourceFiles) => {
      setDoc(findProperty(documented, field, sourceFiles), paragraphs);
    },
  };
}

/** Replaces the doc comment of a property by one with these paragraphs. */
export function setDoc(property: PropertySignature, paragraphs: readonly string[]): void {
  for (const doc of property.getJsDocs()) {
    doc.remove();
  }
  if (paragraphs.length > 0) {
    property.addJsDoc({ description: `\n${paragraphs.join("\n\n")}` });
  }
}
