import {
  Composer,
  type CST,
  type Document,
  isScalar,
  Lexer,
  type ParsedNode,
  Parser,
  Scalar,
} from "yaml";
import { maxNesting } from "./limits.js";

/** The result of composing a YAML text. */
export type ComposedYaml =
  | {
      readonly kind: "document";
      /** The first document of the stream. It may have `errors` and `warnings`. */
      readonly document: Document.Parsed;
      /** Where a second document starts, if there is one. */
      readonly second?: number;
    }
  | {
      readonly kind: "nested-too-deeply";
      /** Where the nesting exceeds the limit. */
      readonly offset: number;
    };

/**
 * Composes the node tree of a YAML text, by the core schema of YAML 1.2 with strings as keys, as OpenAPI
 * requires. An explicit `%YAML 1.1` does not enable its schema (`yes`, dates).
 *
 * Unlike `parseDocument` of `yaml`, it stops at a nesting that would exhaust the stack.
 *
 * @param text A YAML text.
 * @returns The first document of the stream.
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#format | OpenAPI 3.1, Format}
 * @see {@link https://yaml.org/spec/1.2.2/#103-core-schema | YAML 1.2.2, Core Schema}
 */
export function composeYaml(text: string): ComposedYaml {
  const tokens = parseTokens(text);
  if (tokens.kind !== "tokens") return tokens;
  const composer = new Composer({
    schema: "core",
    resolveKnownTags: false,
    stringKeys: true,
    // Duplicates are found when the value is read: in linear time, and in the same way as for JSON.
    uniqueKeys: false,
  });
  const documents = composer.compose(tokens.tokens, true, text.length);
  let first: Document.Parsed | undefined;
  for (const document of documents) {
    if (first !== undefined) {
      return { kind: "document", document: first, second: document.range[0] };
    }
    first = document;
  }
  // With the second argument, the composer returns a document even for an empty text.
  if (first === undefined) throw new Error("No YAML document");
  return { kind: "document", document: first };
}

/** Parses into concrete syntax token by token, so that the depth is known before any recursion. */
function parseTokens(
  text: string,
):
  { kind: "tokens"; tokens: readonly CST.Token[] } | { kind: "nested-too-deeply"; offset: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    // The stack has the document at the bottom, and the open collections on top of it.
    const top = parser.stack.at(-1);
    const isCollection = top !== undefined && "items" in top;
    if (isCollection && parser.stack.length - 1 > maxNesting) {
      const offset = parser.offset - lexeme.length;
      return { kind: "nested-too-deeply", offset };
    }
  }
  tokens.push(...parser.end());
  return { kind: "tokens", tokens };
}

/**
 * Returns the name of a mapping key as written: `200` is `"200"`.
 *
 * @param key A key of a composed document.
 * @returns The name, or undefined for a key that is not a string, which composing has reported.
 */
export function keyName(key: ParsedNode): string | undefined {
  return isScalar(key) && typeof key.value === "string" ? key.value : undefined;
}

/**
 * Returns whether a mapping key is the merge key: a plain `<<`, not a quoted one.
 *
 * @param key A key of a composed document.
 * @see {@link https://yaml.org/type/merge.html | YAML, merge key}
 */
export function isMergeKey(key: ParsedNode): boolean {
  return isScalar(key) && key.type === Scalar.PLAIN && key.value === "<<";
}
