import type { Check, Checks } from "../../checks/check.js";
import { sizeLimits } from "../../checks/contradictions/limits.js";
import { call, exported, member } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import { formatModules } from "../runtime-formats.js";
import { runtimePath } from "../runtime.js";
import { arbitraryCall, fc, type Arbitrary } from "./arbitrary.js";
import { formatArbitraries } from "./formats.js";
import type { ArbitraryTools } from "./tools.js";

/** The longest string that an arbitrary has to make. */
const longest = 10_000;

/**
 * Returns an arbitrary of strings, or undefined if no simple one is known.
 *
 * @param own The checks of a string.
 */
export function strings(
  own: Checks,
  tools: Pick<ArbitraryTools, "canMatch">,
): Arbitrary | undefined {
  const { least, most } = sizeLimits(own);
  const minLength = least?.limit === 0 ? undefined : least?.limit;
  if ((minLength ?? 0) > longest) return undefined;
  const [only, ...more] = own.filter(({ kind }) => kind === "pattern" || kind === "format");
  const isKnown =
    more.length === 0 &&
    own.every(({ kind }) => kind === "pattern" || kind === "format" || kind === "size");
  const maxLength = most?.limit;
  const isSized = minLength !== undefined || maxLength !== undefined;
  const code =
    only === undefined
      ? arbitraryCall("string", [], { minLength, maxLength })
      : textsOf(only, tools);
  const isExact = isKnown && (only === undefined || !isSized);
  return code && { code, type: stringType, isInferred: true, isExact };
}

const stringType = { kind: "primitive", name: "string" } as const;

function textsOf(
  check: Check,
  { canMatch }: Pick<ArbitraryTools, "canMatch">,
): Expression | undefined {
  if (check.kind === "pattern") return matching(new RegExp(check.pattern, "u"), canMatch);
  if (check.kind !== "format") return undefined;
  const { format, test } = check;
  const known = formatArbitraries.get(format);
  if (typeof test !== "string") return known?.code ?? matching(test, canMatch);
  if (known === undefined || known.isExact) return known?.code;
  const tests = exported(test, runtimePath(formatModules[test]));
  return call(member(known.code, "filter"), tests);
}

function matching(pattern: RegExp, canMatch: ArbitraryTools["canMatch"]): Expression | undefined {
  if (!canMatch(pattern)) return undefined;
  const { source, flags } = pattern;
  return call(fc("stringMatching"), { kind: "regexp", source, flags });
}
