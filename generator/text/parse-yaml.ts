import type { SourceText } from "../core/source-text.js";
import type { Json } from "../core/json.js";
import type { Document, YAMLError } from "yaml";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { inputError, type Problem } from "../core/failure.js";
import {
  keyNotText,
  nestedTooDeeply,
  outdented,
  severalDocuments,
  yamlSyntax,
  yamlTag,
  type ProblemText,
} from "./problems.js";
import { maxErrorsPerFile } from "./limits.js";
import { printPosition } from "../runtime/text-position.js";
import { positionAt, textLines, type TextLines } from "./text-lines.js";
import { readUsualYaml } from "./usual-yaml.js";
import { lineOf } from "./yaml-indent.js";
import { mendYaml, type MendedYaml } from "./mend-yaml.js";
import { composeYaml, type ComposedYaml } from "./yaml-document.js";
import { YamlValueReader } from "./yaml-value.js";

/** The result of reading a YAML text. */
export interface ReadYaml {
  readonly value: Json;
  /** The text for finding positions, if the text had to be mended: see {@link mendYaml}. */
  readonly mended?: string;
}

/**
 * Parses a YAML text.
 *
 * @param source The text.
 * @param log Receives the warnings.
 * @returns The value of the one document in it.
 * @throws {InputError} If the text is not YAML, or has values that JSON does not have.
 * @see {@link https://yaml.org/spec/1.2.2/ | YAML 1.2.2}
 */
export function parseYaml(source: SourceText, log: DiagnosticLog): ReadYaml {
  return readUsualYaml(source.text) ?? parseAnyYaml(source, log);
}

/** Parses a YAML text as {@link parseYaml} does, always by its node tree. */
export function parseAnyYaml(source: SourceText, log: DiagnosticLog): ReadYaml {
  const composed = composeYaml(source.text);
  if (composed.kind !== "document") {
    const offset = { uri: source.uri, offset: composed.offset };
    throw inputError([{ ...nestedTooDeeply, offset }], source);
  }
  const isWrong = composed.document.errors.some(
    (error) => problemText(error).code === "yaml-syntax",
  );
  const mended = isWrong ? mendedYaml(source.text, composed) : undefined;
  const { document, second } = mended?.composed ?? composed;
  const harmless = mended?.mend.isWhole === true ? document.errors.filter(isHarmless) : [];
  // The parser only warns about unknown tags, but ignoring a tag would change the value.
  const errors = [
    ...document.errors.filter((error) => !harmless.includes(error)),
    ...document.warnings.filter(isTagError),
  ];
  const problems = errors
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .map((error) => problem(source, error));
  if (second !== undefined) {
    problems.push({
      ...severalDocuments,
      offset: { uri: source.uri, offset: second },
    });
  }
  for (const slip of mended?.mend.slips ?? []) {
    log.warning({ ...outdented(slip.inside), offset: { uri: source.uri, offset: slip.offset } });
  }
  throwIfAny(problems, source);

  for (const warning of [...harmless, ...document.warnings]) {
    const offset = { uri: source.uri, offset: warning.pos[0] };
    log.warning({ code: "yaml-warning", message: messageOf(warning), offset });
  }
  let lines: TextLines | undefined;
  const placeOf = (offset: number): string => {
    lines ??= textLines(source.text);
    return printPosition(positionAt(lines, offset));
  };
  const reader = new YamlValueReader(source.uri, placeOf, mended?.mend.values);
  const value = reader.read(document.contents);
  throwIfAny(reader.problems, source);
  return { value, ...(mended !== undefined && { mended: mended.mend.text }) };
}

type ComposedDocument = Extract<ComposedYaml, { kind: "document" }>;

/** Returns a mended text, or undefined if mending does not help. */
function mendedYaml(
  text: string,
  { document }: ComposedDocument,
): { readonly mend: MendedYaml; readonly composed: ComposedDocument } | undefined {
  const mend = mendYaml(text);
  const composed = composeYaml(mend.text);
  if (composed.kind !== "document") return undefined;
  if (mend.isWhole) return { mend: withSomeSlip(mend, document), composed };
  // A remaining error has to be later in the text: otherwise a quote was paired with one of another text.
  const [before, after] = [document, composed.document].map(({ errors: [first] }) => first?.pos[0]);
  const isLater =
    before !== undefined && after !== undefined && lineOf(text, after) > lineOf(text, before) + 1;
  return isLater ? { mend, composed } : undefined;
}

/** Makes sure that a mended text has a warning, at least at the first error of the parser. */
function withSomeSlip(mend: MendedYaml, { errors }: Document.Parsed): MendedYaml {
  const [first] = errors;
  if (mend.slips.length > 0 || first === undefined || isHarmless(first)) return mend;
  return { ...mend, slips: [{ inside: "flow collection", offset: first.pos[0] }] };
}

/** Returns whether an error leaves no doubt about the value, and other parsers accept the text. */
function isHarmless({ code, message }: YAMLError): boolean {
  return (
    code === "KEY_OVER_1024_CHARS" ||
    (code === "MISSING_CHAR" &&
      /^(?:Comments must be separated|Block collection cannot start on same line)/.test(message))
  );
}

function throwIfAny(problems: readonly Problem[], source: SourceText): void {
  if (problems.length > 0) {
    throw inputError(problems.slice(0, maxErrorsPerFile), source);
  }
}

function isTagError({ code }: YAMLError): boolean {
  return code === "TAG_RESOLVE_FAILED";
}

/** Returns a problem, with a message of ours if the parser's would not help an OpenAPI author. */
function problem({ uri }: SourceText, error: YAMLError): Problem {
  return { ...problemText(error), offset: { uri, offset: error.pos[0] } };
}

function problemText(error: YAMLError): ProblemText {
  const message = messageOf(error);
  if (isTagError(error)) return yamlTag(message);
  if (error.code === "NON_STRING_KEY") return keyNotText;
  if (error.code === "RESOURCE_EXHAUSTION") return nestedTooDeeply;
  return yamlSyntax(message);
}

function messageOf({ message }: YAMLError): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
