import type { Origin } from "../../core/source-text.js";
import type { Json } from "../../core/json.js";
import type { Place } from "../../core/place.js";
import type { Diagnostic, Severity } from "../../core/diagnostic.js";
import { nestedTooDeeply, type Finding } from "../../text/findings.js";
import { maxErrorsPerFile, maxNesting } from "../../text/limits.js";
import { joinPointer, parsePointer } from "../../core/pointer.js";
import {
  conflict,
  mixedTargets,
  notOneToCopy,
  primitiveTarget,
  removesRoot,
  tooManyPlaced,
  unmatched,
} from "./findings.js";
import { selectedBy } from "./json-path.js";
import { maxPlacedValues } from "./limits.js";
import { measured } from "./measure.js";
import { appends, kindOf, put, type Kind } from "./merge.js";
import type { Action, CopyAction, Overlay, OverlayVersion, UpdateAction } from "./overlay.js";
import { edited, selectionOf } from "./selection.js";
import { traced, tracedAt, type Traced } from "./traced.js";

/** What overlays have made of a document. */
export interface Applied {
  readonly document: Traced;
  /** How many values they have put into it. */
  readonly placed: number;
  /** What there is to say about the actions. An action with an error has changed nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies an overlay: each action to what the ones before it have left.
 *
 * @param before What the overlays before this one have left.
 * @param overlay The overlay.
 * @param name The document, as the user knows it.
 * @returns The document after the last action; what was given is as it was.
 * @see {@link https://spec.openapis.org/overlay/v1.1.0.html | Overlay Specification 1.1}
 */
export function applyOverlay(before: Applied, overlay: Overlay, name: string): Applied {
  return overlay.actions.reduce<Applied>((applied, action) => {
    const { document, placed, diagnostics } = applyAction(applied, { overlay, action, name });
    return { document, placed, diagnostics: [...applied.diagnostics, ...diagnostics] };
  }, before);
}

/** An action where it stands. */
interface Step<A extends Action = Action> {
  readonly overlay: Overlay;
  readonly action: A;
  /** The document, as the user knows it. */
  readonly name: string;
}

/** Applies one action; the diagnostics of the result are those of this action alone. */
function applyAction(before: Applied, step: Step): Applied {
  const { action, name } = step;
  const selected = selectedBy(action.target, before.document.value);
  if (selected.kind === "failed") return failed(before, step, "target", selected.finding);
  const pointers = selected.result;
  if (pointers.length === 0) {
    return { ...before, diagnostics: [diagnostic("warning", step, "target", unmatched(name))] };
  }
  switch (action.kind) {
    case "remove": {
      const document = edited(before.document, selectionOf(pointers), () => undefined);
      if (document === undefined) return failed(before, step, "target", removesRoot);
      return { ...before, document, diagnostics: [] };
    }
    case "update": {
      const pointer = joinPointer(action.pointer, "update");
      const update = traced(action.update, step.overlay.source, pointer);
      return applyUpdate(before, { ...step, action }, pointers, update);
    }
    case "copy": {
      const sources = selectedBy(action.copy, before.document.value);
      if (sources.kind === "failed") return failed(before, step, "copy", sources.finding);
      const [source, ...others] = sources.result;
      if (source === undefined || others.length > 0) {
        return failed(before, step, "copy", notOneToCopy(sources.result.length));
      }
      return applyUpdate(before, { ...step, action }, pointers, tracedAt(before.document, source));
    }
  }
}

function applyUpdate(
  before: Applied,
  step: Step<UpdateAction | CopyAction>,
  pointers: readonly string[],
  update: Traced,
): Applied {
  const { kind } = step.action;
  const { version } = step.overlay;
  const targets = pointers.map((pointer) => tracedAt(before.document, pointer).value);
  const unfit = whyUnfit(targets, version);
  if (unfit !== undefined) return failed(before, step, "target", unfit);

  const size = measured(update.value, maxPlacedValues);
  const placed = before.placed + size.values * pointers.length;
  if (placed > maxPlacedValues) return failed(before, step, "target", tooManyPlaced);
  const depths = pointers.map((pointer, index) => {
    const isItem = appends(targets[index] ?? null, update.value, version);
    return parsePointer(pointer).length + (isItem ? 1 : 0) + size.height;
  });
  if (depths.some((depth) => depth > maxNesting)) {
    return failed(before, step, kind, nestedTooDeeply);
  }

  const conflicts = new Map<string, Diagnostic>();
  const document = edited(before.document, selectionOf(pointers), (target) =>
    put(target, update, version, (inTarget, inUpdate) => {
      // One value can be in conflict with many others.
      const { pointer } = inUpdate.origin;
      if (!conflicts.has(pointer)) conflicts.set(pointer, conflictOf(step, inTarget, inUpdate));
    }),
  );
  if (document === undefined || conflicts.size > 0) {
    return { ...before, diagnostics: [...conflicts.values()].slice(0, maxErrorsPerFile) };
  }
  return { document, placed, diagnostics: [] };
}

/** Why nothing can be merged into all the targets at once. */
function whyUnfit(targets: readonly Json[], version: OverlayVersion): Finding | undefined {
  const kinds = new Set(targets.map(kindOf));
  switch (version) {
    // Here the text does not ask that all of them are of one kind.
    case "1.0":
      return kinds.has("primitive") ? primitiveTarget : undefined;
    case "1.1":
      return kinds.size > 1 ? mixedTargets([...kinds].map((kind) => nouns[kind].many)) : undefined;
  }
}

function conflictOf(
  step: Step<UpdateAction | CopyAction>,
  target: Traced,
  update: Traced,
): Diagnostic {
  const { source, pointer } = target.origin;
  const where = `${pointer === "" ? "at the top" : `at ${pointer}`} of ${source.name}`;
  const [what, into] = [nouns[kindOf(update.value)].one, nouns[kindOf(target.value)].one];
  const found = diagnostic("error", step, step.action.kind, conflict(what, into, where));
  // What does not fit stands in the overlay, unless it was copied.
  return step.action.kind === "copy" ? found : { ...found, place: placeOf(update.origin) };
}

function placeOf({ source, pointer }: Origin): Place {
  return { uri: source.uri, pointer };
}

function failed(before: Applied, step: Step, member: string, finding: Finding): Applied {
  return { ...before, diagnostics: [diagnostic("error", step, member, finding)] };
}

/** @param member The member of the action that is meant. */
function diagnostic(
  severity: Severity,
  { overlay, action }: Step,
  member: string,
  finding: Finding,
): Diagnostic {
  const pointer = joinPointer(action.pointer, member);
  return { ...finding, severity, place: { uri: overlay.source.uri, pointer } };
}

const nouns: Readonly<Record<Kind, { readonly one: string; readonly many: string }>> = {
  object: { one: "an object", many: "objects" },
  array: { one: "an array", many: "arrays" },
  primitive: { one: "a primitive value", many: "primitive values" },
};
