import type { SourceText } from "../core/source-text.js";
import type { Json } from "../core/json.js";
import type { YAMLError } from "yaml";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { inputError, type Problem } from "../core/failure.js";
import {
  keyNotText,
  nestedTooDeeply,
  severalDocuments,
  yamlSyntax,
  yamlTag,
  type Finding,
} from "./findings.js";
import { maxErrorsPerFile } from "./limits.js";
import { readUsualYaml } from "./usual-yaml.js";
import { composeYaml } from "./yaml-document.js";
import { YamlValueReader } from "./yaml-value.js";

/**
 * Parses a YAML text.
 *
 * @param source The text.
 * @param log Takes the warnings.
 * @returns The value of the one document in it.
 * @throws InputError when the text is not YAML, or holds something that JSON cannot.
 * @see {@link https://yaml.org/spec/1.2.2/ | YAML 1.2.2}
 */
export function parseYaml(source: SourceText, log: DiagnosticLog): Json {
  const usual = readUsualYaml(source.text);
  return usual === undefined ? parseAnyYaml(source, log) : usual.value;
}

/** The same as {@link parseYaml}, by the node tree of any text. */
export function parseAnyYaml(source: SourceText, log: DiagnosticLog): Json {
  const composed = composeYaml(source.text);
  if (composed.kind !== "document") {
    const offset = { uri: source.uri, offset: composed.offset };
    throw inputError([{ ...nestedTooDeeply, offset }], source);
  }
  const { document, second } = composed;
  // To the parser an unknown tag is only a warning; dropping the tag would change the value, though.
  const errors = [...document.errors, ...document.warnings.filter(isTagError)];
  const problems = errors
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .map((error) => problem(source, error));
  if (second !== undefined) {
    problems.push({
      ...severalDocuments,
      offset: { uri: source.uri, offset: second },
    });
  }
  throwIfAny(problems, source);

  for (const warning of document.warnings) {
    const offset = { uri: source.uri, offset: warning.pos[0] };
    log.warning({ code: "yaml-warning", message: messageOf(warning), offset });
  }
  const reader = new YamlValueReader(source.uri);
  const value = reader.read(document.contents);
  throwIfAny(reader.problems, source);
  return value;
}

function throwIfAny(problems: readonly Problem[], source: SourceText): void {
  if (problems.length > 0) {
    throw inputError(problems.slice(0, maxErrorsPerFile), source);
  }
}

function isTagError({ code }: YAMLError): boolean {
  return code === "TAG_RESOLVE_FAILED";
}

/** The problem in words of ours where the parser's own would not help an OpenAPI author. */
function problem({ uri }: SourceText, error: YAMLError): Problem {
  return { ...finding(error), offset: { uri, offset: error.pos[0] } };
}

function finding(error: YAMLError): Finding {
  const message = messageOf(error);
  if (isTagError(error)) return yamlTag(message);
  if (error.code === "NON_STRING_KEY") return keyNotText;
  if (error.code === "RESOURCE_EXHAUSTION") return nestedTooDeeply;
  return yamlSyntax(message);
}

function messageOf({ message }: YAMLError): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
