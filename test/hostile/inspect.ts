import ts from "typescript";

// Controls, line separators, lone surrogates, and what changes the direction of a line or is not
// shown at all; the tags of plane 14 are how invisible text is smuggled into a document.
const treacherous =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u2028\u2029\p{Cs}\p{Bidi_Control}\u180e\u200b-\u200d\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** The characters of a text that an editor does not show as what they are: `U+202E` and so on. */
export function treacherousCharacters(text: string): readonly string[] {
  const found = new Set(text.match(treacherous) ?? []);
  return [...found].map((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  });
}

/** What a module of a package says, as the compiler reads it. */
export interface Inspection {
  /** The names of the tags in its doc comments. */
  readonly tags: ReadonlySet<string>;
  /** Every name that is code: no string, no comment. */
  readonly identifiers: ReadonlySet<string>;
  /** The kinds of its statements. */
  readonly statements: ReadonlySet<string>;
}

/** Parses a module. */
export function inspectModule(text: string): Inspection {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022, true);
  const tags = new Set<string>();
  const identifiers = new Set<string>();
  function visit(node: ts.Node): void {
    if (ts.isIdentifier(node)) identifiers.add(node.text);
    for (const tag of ts.getJSDocTags(node)) tags.add(tag.tagName.text);
    ts.forEachChild(node, visit);
  }
  visit(file);
  return {
    tags,
    identifiers,
    statements: new Set(file.statements.map(({ kind }) => ts.SyntaxKind[kind])),
  };
}
