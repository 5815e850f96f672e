import type { Candidates } from "./claims.js";
import { isIdentifier, joinNames, pascalCase, wordsOf } from "./names.js";
import type { Schema } from "../schema/schema.js";
import type { InlineModel, InlinePlace } from "./inline-models.js";

/** How long a name may become before words in its middle are left out. */
const longestName = 60;

/** The names of the models that contain a model. */
export interface NamesAround {
  /** Of the model that stands on its own. */
  readonly root: string;
  /** Of the model that it is written in. */
  readonly parent: string;
}

/**
 * Names for a model that is written inside others, best first: its title, if that is a name; or the
 * name of the containing model and the steps from there.
 */
export function inlineNames(model: InlineModel, { root, parent }: NamesAround): Candidates {
  const { schema, way } = model;
  const title = titleOf(schema);
  const isName = title !== undefined && /^\p{Lu}/u.test(title) && isIdentifier(title);
  // A title that repeats the name of the containing model adds nothing.
  const wanted = isName && title !== root && title !== parent ? title : undefined;
  const short = way.flatMap(({ short }) => short);
  if (short.length === 0 && way.some(({ isKnown }) => isKnown)) {
    return { wanted, built: [`Known${parent}`, `${parent}Known`] };
  }
  const full = way.flatMap(({ full }) => full);
  const words = short.length > 0 ? short : full;
  return {
    wanted,
    isShortened: behind(parent, words).length > longestName,
    built: [
      ...namesBehind(parent, words, model.parent, root),
      ...namesBehind(parent, full, model.parent, root),
    ],
  };
}

/**
 * The inline model that contains all places of a model; undefined, if only the outermost model
 * does.
 */
function commonParent({ parent, copies }: InlineModel): InlineModel | undefined {
  const ways = [parent, ...copies.map((copy) => copy.parent)].map(withParents);
  const [first = []] = ways;
  return first.findLast((model, index) => ways.every((way) => way[index] === model));
}

/**
 * The same for a model that is written in several places: the name of what contains them all,
 * followed by the common end of their names.
 *
 * @param nameOf - The name of a model that contains the first place.
 */
export function sharedNames(
  model: InlineModel,
  { root, parent: own }: NamesAround,
  nameOf: (model: InlineModel) => string,
): Candidates {
  const around = commonParent(model);
  const all = [model, ...model.copies];
  const common = commonWords(all.map((place) => shortWords(place, around)));
  const { wanted, built, ...others } = inlineNames(model, { root, parent: own });
  const isAgreed = all.every(({ schema }) => titleOf(schema) === titleOf(model.schema));
  const title = isAgreed ? wanted : undefined;
  if (common.length === 0) return { wanted: title, built, ...others };
  const parent = around === undefined ? root : nameOf(around);
  const names = [...namesBehind(parent, common, around, root), ...built];
  return { wanted: title, built: names, ...others };
}

/** A model and the models that contain it, the outermost first. */
function withParents(model: InlineModel | undefined): readonly InlineModel[] {
  const found: InlineModel[] = [];
  for (let next = model; next !== undefined; next = next.parent) found.push(next);
  return found.reverse();
}

/** The words of the steps to a place from a containing model. */
function shortWords(place: InlinePlace, around: InlineModel | undefined): readonly string[] {
  const words: string[] = [];
  for (let next: InlinePlace | undefined = place; next !== undefined && next !== around;) {
    words.unshift(...next.way.flatMap(({ short }) => short));
    next = next.parent;
  }
  return words;
}

/**
 * The words that several paths have in common: their last steps, or else the words that their last
 * step ends or begins with.
 */
function commonWords(ways: readonly (readonly string[])[]): readonly string[] {
  const steps = sharedEnd(ways);
  if (steps.length > 0) return steps;
  const last = ways.map((way) => wordsOf(way.at(-1) ?? ""));
  const end = sharedEnd(last).join("");
  const start = sharedEnd(last.map((words) => words.toReversed()))
    .toReversed()
    .join("");
  const found = [end, start].find((words) => words !== "" && !prepositions.test(words));
  return found === undefined ? [] : [found];
}

const prepositions = /^(?:As|At|By|For|From|In|Of|On|To|With)$/;

function sharedEnd(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  let length = 0;
  while (
    length < first.length &&
    others.every((other) => other.at(-1 - length) === first.at(-1 - length))
  ) {
    length += 1;
  }
  return first.slice(first.length - length);
}

function titleOf(schema: Schema): string | undefined {
  return schema.kind === "object" ? schema.keywords.title : undefined;
}

/** Appends words to the name of a model; only the last words, if the name gets too long. */
function namesBehind(
  parent: string,
  words: readonly string[],
  model: InlineModel | undefined,
  root: string,
): readonly string[] {
  const isShort = (name: string): boolean => name.length <= longestName;
  const whole = [behind(parent, words), pascalCase([parent, ...words].join(" "))].filter(isShort);
  if (whole.length > 0) return whole;
  const around = model?.way.flatMap(({ short }) => short) ?? [];
  const last = [behind(root, [...around, ...words])].filter(isShort);
  return [...last, behind(root, words)];
}

function behind(name: string, words: readonly string[]): string {
  const start = pascalCase(name);
  const [first = "Value", ...others] = words;
  const joined = joinNames(start, joinNames(first, ...others));
  return joined === start ? `${start}Value` : joined;
}
