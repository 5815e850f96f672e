import type { Document } from "../openapi/document.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../core/json.js";
import { arrayIndex, childOf, joinPointer, parsePointer, resolvePointer } from "../core/pointer.js";
import { editsOf, type Edit, type Moved } from "./edits.js";
import { groupSteps, type EditedStep, type StepGroup } from "./group-steps.js";
import type { WidenedBy, WidenedSchema } from "./widening.js";

/** An action of an overlay, without its description. */
export type OverlayAction = { readonly target: string } & (
  { readonly update: JsonObject } | { readonly copy: string } | { readonly remove: true }
);

/** The actions that widen one schema, or several properties of one object in the same way. */
export interface PlannedStep {
  readonly members: readonly [WidenedBy, ...WidenedBy[]];
  readonly actions: readonly OverlayAction[];
}

/** The actions of an overlay, and how they move places. */
export interface OverlayPlan {
  readonly steps: readonly PlannedStep[];
  /** The steps that other keywords of their schemas prevent. */
  readonly impossible: readonly WidenedBy[];
  /** Maps a JSON pointer into the changed document to the pointer before the changes. */
  readonly before: (pointer: string) => string;
  /** Maps a JSON pointer into the document to the pointer after the changes. */
  readonly after: (pointer: string) => string;
}

/**
 * Plans the actions of an overlay.
 *
 * @param document The document.
 * @param schemas The schemas to widen, each once.
 * @returns The actions in the order of the document; a schema inside another one comes before it.
 */
export function planOverlay(document: Document, schemas: readonly WidenedSchema[]): OverlayPlan {
  const steps: EditedStep[] = [];
  const impossible: WidenedBy[] = [];
  const moves = new Map<string, readonly Moved[]>();
  for (const { pointer, steps: wanted } of inOrder(document.root, schemas)) {
    let schema = resolvePointer(document.root, pointer);
    for (const step of wanted) {
      const edited = isJsonObject(schema) ? editsOf(schema, step, document.version) : undefined;
      if (edited === undefined) {
        impossible.push({ pointer, step });
        continue;
      }
      steps.push({ pointer, step, edits: edited.edits, isLast: step === wanted.at(-1) });
      schema = edited.schema;
      if (edited.moved !== undefined) {
        moves.set(pointer, [...(moves.get(pointer) ?? []), edited.moved]);
      }
    }
  }
  return {
    steps: groupSteps(steps, document.root).map((group) => plannedStep(group, document.root)),
    impossible,
    before: (pointer) => undo(pointer, moves),
    after: (pointer) => redo(pointer, moves),
  };
}

/**
 * Returns the normalized path to a value: a JSONPath query that selects exactly this value.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9535#section-2.7 | RFC 9535, section 2.7}
 */
export function normalizedPath(tokens: readonly (string | number)[]): string {
  return `$${tokens.map((token) => selectorOf([token])).join("")}`;
}

/** Returns a segment that selects members by name, or an item by index. */
function selectorOf(tokens: readonly (string | number)[]): string {
  return `[${tokens.map((token) => (typeof token === "number" ? token : quoted(token))).join(",")}]`;
}

/** Returns a string literal of JSONPath in single quotes. */
function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}

/** Returns the member names and array indexes that lead to a value. */
function pathOf(root: Json, pointer: string): readonly (string | number)[] {
  let value: Json | undefined = root;
  return parsePointer(pointer).map((token) => {
    const index = isJsonArray(value) ? arrayIndex(token) : undefined;
    value = value === undefined ? undefined : childOf(value, token);
    return index ?? token;
  });
}

function plannedStep(members: StepGroup, root: Json): PlannedStep {
  const [{ pointer, edits }, ...others] = members;
  const path = pathOf(root, pointer);
  const schemas =
    others.length === 0
      ? normalizedPath(path)
      : normalizedPath(path.slice(0, -1)) +
        selectorOf(members.map(({ pointer: each }) => nameIn(each)));
  return { members, actions: edits.map((edit) => actionOf(schemas, edit)) };
}

function nameIn(pointer: string): string {
  return parsePointer(pointer).at(-1) ?? "";
}

/** @param schemas A query for the schemas that are edited. */
function actionOf(schemas: string, edit: Edit): OverlayAction {
  const target = schemas + edit.path.map((token) => selectorOf([token])).join("");
  switch (edit.kind) {
    case "remove":
      return { target, remove: true };
    case "remove-items": {
      const tests = edit.items.map((item) => `@==${quoted(item)}`);
      return { target: `${target}[?${tests.join(" || ")}]`, remove: true };
    }
    case "update":
      return { target, update: edit.update };
    case "copy":
      return { target, copy: schemas + edit.from.map((token) => selectorOf([token])).join("") };
  }
}

/** Sorts schemas in the order of the document, with those inside others before these. */
function inOrder(root: Json, schemas: readonly WidenedSchema[]): readonly WidenedSchema[] {
  const ranked = schemas.map((schema) => ({ schema, rank: rankOf(root, schema.pointer) }));
  return ranked
    .sort((left, right) => compareRanks(left.rank, right.rank))
    .map(({ schema }) => schema);
}

/** Returns a sort key for the position of a value: the index of each member on the way. */
function rankOf(root: Json, pointer: string): readonly number[] {
  let value: Json | undefined = root;
  return parsePointer(pointer).map((token) => {
    const keys: readonly string[] =
      typeof value === "object" && value !== null ? Object.keys(value) : [];
    value = value === undefined ? undefined : childOf(value, token);
    return keys.indexOf(token);
  });
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return right.length - left.length;
}

function undo(pointer: string, moves: ReadonlyMap<string, readonly Moved[]>): string {
  let before = "";
  let rest = parsePointer(pointer);
  for (;;) {
    for (const moved of [...(moves.get(before) ?? [])].reverse()) rest = undone(rest, moved);
    const [token, ...others] = rest;
    if (token === undefined) return before;
    before = joinPointer(before, token);
    rest = others;
  }
}

function undone(tokens: string[], moved: Moved): string[] {
  switch (moved.kind) {
    case "into":
      return moved.tokens.every((token, index) => tokens[index] === token)
        ? tokens.slice(moved.tokens.length)
        : tokens;
    case "renamed":
      return tokens[0] === moved.to ? [moved.from, ...tokens.slice(1)] : tokens;
  }
}

function redo(pointer: string, moves: ReadonlyMap<string, readonly Moved[]>): string {
  let before = "";
  let after = "";
  for (const token of parsePointer(pointer)) {
    const tokens = (moves.get(before) ?? []).reduce(redone, [token]);
    after = joinPointer(after, ...tokens);
    before = joinPointer(before, token);
  }
  return after;
}

function redone(tokens: readonly string[], moved: Moved): readonly string[] {
  const [first = ""] = tokens;
  switch (moved.kind) {
    case "into":
      return moved.keywords.includes(first) ? [...moved.tokens, ...tokens] : tokens;
    case "renamed":
      return first === moved.from ? [moved.to, ...tokens.slice(1)] : tokens;
  }
}
