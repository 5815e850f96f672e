import type { Document } from "../openapi/document.js";
import { isSamePlace, type Place } from "../core/place.js";
import { joinPointer, parsePointer, resolvePointer } from "../core/pointer.js";
import { resolveUri } from "../core/uri.js";
import type { Issue } from "../runtime/issue.js";
import type { Schema } from "../schema/schema.js";
import type { Checked, SampledValue } from "./check-samples.js";
import type { Breach } from "./propose.js";
import { atSamePlace } from "./same-place.js";
import type { Tags } from "./tags.js";
import { wayTo, type VisitedSchema } from "./walk.js";

/** An issue of a sample, with the schema, the keyword and the way to them. */
export interface ExplainedIssue extends Breach {
  /** Where the value is in the sample. */
  readonly pointer: string;
  /** The value there, shortened. */
  readonly received: string;
}

/** What explaining depends on. */
export interface ExplainContext {
  readonly document: Document;
  readonly checked: Checked;
  readonly tags: Tags;
}

/**
 * Finds the way to each issue of a sample. For a union, guards report the issues of the alternative with
 * the fewest. If constants of the value point to another alternative, its issues are returned instead.
 *
 * @param subject The sample.
 * @param issues What guards report.
 * @param context The document of the guards.
 */
export function explainIssues(
  subject: SampledValue,
  issues: readonly Issue[],
  context: ExplainContext,
): readonly ExplainedIssue[] {
  const replaced = new Set<string>();
  return issues.flatMap((issue) => {
    const breach = breachOf(subject, issue, context);
    const better = betterOption(subject, breach, context);
    if (better === undefined) return [breach];
    const key = JSON.stringify([better.schema, better.pointer]);
    if (replaced.has(key)) return [];
    replaced.add(key);
    const inner = explainIssues(better, better.issues, context);
    return inner.map((one) => within(one, better));
  });
}

function breachOf(
  subject: SampledValue,
  issue: Issue,
  { document, checked }: ExplainContext,
): ExplainedIssue {
  const { place, keyword } = keywordPlace(issue.schemaPath, document);
  const value = resolvePointer(subject.value, issue.pointer);
  const tokens = parsePointer(issue.pointer);
  // Issues of missing and unexpected properties belong to the schema of the object.
  const isAbout = value === undefined || aboutMembers.has(keyword);
  const pointer = isAbout ? joinPointer("", ...tokens.slice(0, -1)) : issue.pointer;
  return {
    keyword,
    schema: place,
    value,
    name: tokens.at(-1) ?? "",
    expected: issue.expected,
    way: wayTo(checked.schemas, subject, pointer, place),
    pointer: issue.pointer,
    received: issue.received,
  };
}

const aboutMembers: ReadonlySet<string> = new Set([
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
  "patternProperties",
]);

/** Splits `#/components/schemas/Batch/required` into the schema and the keyword. */
function keywordPlace(
  schemaPath: string,
  document: Document,
): { readonly place: Place; readonly keyword: string } {
  const hash = schemaPath.indexOf("#");
  const file = schemaPath.slice(0, Math.max(hash, 0));
  const tokens = parsePointer(schemaPath.slice(hash + 1));
  const uri = file === "" ? document.uri : resolveUri(file, document.uri).uri;
  const keyword = tokens.at(-1) ?? "";
  return { place: { uri, pointer: joinPointer("", ...tokens.slice(0, -1)) }, keyword };
}

/** The alternative that a value points to, and the issues of the value under it. */
interface Better extends SampledValue {
  /** Where the value is in the sample. */
  readonly pointer: string;
  readonly issues: readonly Issue[];
  /** The schemas on the way to the alternative. */
  readonly way: readonly VisitedSchema[];
}

/** Returns a better alternative for the first union on the way that has one. */
function betterOption(
  subject: SampledValue,
  { way = [], keyword, schema, pointer }: ExplainedIssue,
  { checked, tags }: ExplainContext,
): Better | undefined {
  const tokens = parsePointer(pointer);
  for (const [index, visited] of way.entries()) {
    const next = way[index + 1];
    const isEnd = next === undefined && isSamePlace(visited.schema.place, schema);
    const union = isEnd
      ? unionsOf(visited.schema).find((one) => one.keyword === keyword)
      : unionsOf(visited.schema).find(({ options }) => next && options.includes(next.schema));
    if (union === undefined) continue;
    const at = joinPointer("", ...tokens.slice(0, visited.depth));
    const value = resolvePointer(subject.value, at);
    if (value === undefined) continue;
    const options = tags.optionsFor(union.options, value);
    if (next !== undefined && options.includes(next.schema)) continue;
    const [best] = options
      .map((option) => {
        const part = { schema: option.place, direction: subject.direction, value };
        return { ...part, option, issues: checked.issuesOf(part) ?? [] };
      })
      .filter(({ issues }) => issues.length > 0)
      .sort((left, right) => left.issues.length - right.issues.length);
    if (best === undefined) continue;
    const { option, ...part } = best;
    const last: VisitedSchema = { schema: option, depth: visited.depth, via: "option" };
    return { ...part, pointer: at, way: [...way.slice(0, index + 1), last] };
  }
  return undefined;
}

/** A keyword whose value is a list of alternatives. */
interface Union {
  readonly keyword: "anyOf" | "oneOf";
  readonly options: readonly Schema[];
}

/** The alternatives that a schema has in the document. */
function unionsOf(schema: Schema): readonly Union[] {
  return atSamePlace(schema).flatMap(({ keywords: { anyOf, oneOf } }) =>
    [
      { keyword: "anyOf" as const, options: anyOf ?? [] },
      { keyword: "oneOf" as const, options: oneOf ?? [] },
    ].filter(({ options }) => options.some(({ place }) => !isSamePlace(place, schema.place))),
  );
}

/** Returns an issue of a part of a sample as an issue of the sample. */
function within(issue: ExplainedIssue, { pointer, way }: Better): ExplainedIssue {
  const depth = parsePointer(pointer).length;
  return {
    ...issue,
    pointer: `${pointer}${issue.pointer}`,
    way: issue.way && [
      ...way,
      ...issue.way.slice(1).map((visited) => ({ ...visited, depth: visited.depth + depth })),
    ],
  };
}
