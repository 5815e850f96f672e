import type { Origin } from "../../core/source-text.js";
import type { Json } from "../../core/json.js";
import type { Place } from "../../core/place.js";
import type { Diagnostic, Severity } from "../../core/diagnostic.js";
import { nestedTooDeeply, type ProblemText } from "../../text/problems.js";
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
} from "./problems.js";
import { selectedBy } from "./json-path.js";
import { maxPlacedValues } from "./limits.js";
import { measured } from "./measure.js";
import { appends, kindOf, put, type Kind } from "./merge.js";
import type { Action, CopyAction, Overlay, OverlayVersion, UpdateAction } from "./overlay.js";
import { edited, selectionOf } from "./selection.js";
import { traced, tracedAt, type Traced } from "./traced.js";

/** A document after some overlays. */
export interface Applied {
  readonly document: Traced;
  /** How many values the overlays have added. */
  readonly placed: number;
  /** Errors and warnings about the actions. An action with an error has changed nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies the actions of an overlay, each to the result of the one before.
 *
 * @param before The result of the overlays before.
 * @param overlay The overlay.
 * @param name The document, as the user knows it.
 * @returns The document after the last action; the given one does not change.
 * @see {@link https://spec.openapis.org/overlay/v1.1.0.html | Overlay Specification 1.1}
 */
export function applyOverlay(before: Applied, overlay: Overlay, name: string): Applied {
  return overlay.actions.reduce<Applied>((applied, action) => {
    const { document, placed, diagnostics } = applyAction(applied, { overlay, action, name });
    return { document, placed, diagnostics: [...applied.diagnostics, ...diagnostics] };
  }, before);
}

/** An action with its overlay and the document. */
interface ActionContext<A extends Action = Action> {
  readonly overlay: Overlay;
  readonly action: A;
  /** The document, as the user knows it. */
  readonly name: string;
}

/** Applies one action. The result only has the diagnostics of this action. */
function applyAction(before: Applied, context: ActionContext): Applied {
  const { action, name } = context;
  const selected = selectedBy(action.target, before.document.value);
  if (selected.kind === "failed") return failed(before, context, "target", selected.problem);
  const pointers = selected.result;
  if (pointers.length === 0) {
    return { ...before, diagnostics: [diagnostic("warning", context, "target", unmatched(name))] };
  }
  switch (action.kind) {
    case "remove": {
      const document = edited(before.document, selectionOf(pointers), () => undefined);
      if (document === undefined) return failed(before, context, "target", removesRoot);
      return { ...before, document, diagnostics: [] };
    }
    case "update": {
      const pointer = joinPointer(action.pointer, "update");
      const update = traced(action.update, context.overlay.source, pointer);
      return applyUpdate(before, { ...context, action }, pointers, update);
    }
    case "copy": {
      const sources = selectedBy(action.copy, before.document.value);
      if (sources.kind === "failed") return failed(before, context, "copy", sources.problem);
      const [source, ...others] = sources.result;
      if (source === undefined || others.length > 0) {
        return failed(before, context, "copy", notOneToCopy(sources.result.length));
      }
      return applyUpdate(
        before,
        { ...context, action },
        pointers,
        tracedAt(before.document, source),
      );
    }
  }
}

function applyUpdate(
  before: Applied,
  context: ActionContext<UpdateAction | CopyAction>,
  pointers: readonly string[],
  update: Traced,
): Applied {
  const { kind } = context.action;
  const { version } = context.overlay;
  const targets = pointers.map((pointer) => tracedAt(before.document, pointer).value);
  const unfit = whyUnfit(targets, version);
  if (unfit !== undefined) return failed(before, context, "target", unfit);

  const size = measured(update.value, maxPlacedValues);
  const placed = before.placed + size.values * pointers.length;
  if (placed > maxPlacedValues) return failed(before, context, "target", tooManyPlaced);
  const depths = pointers.map((pointer, index) => {
    const isItem = appends(targets[index] ?? null, update.value, version);
    return parsePointer(pointer).length + (isItem ? 1 : 0) + size.height;
  });
  if (depths.some((depth) => depth > maxNesting)) {
    return failed(before, context, kind, nestedTooDeeply);
  }

  const conflicts = new Map<string, Diagnostic>();
  const document = edited(before.document, selectionOf(pointers), (target) =>
    put(target, update, version, (inTarget, inUpdate) => {
      // One value can be in conflict with many others.
      const { pointer } = inUpdate.origin;
      if (!conflicts.has(pointer)) conflicts.set(pointer, conflictOf(context, inTarget, inUpdate));
    }),
  );
  if (document === undefined || conflicts.size > 0) {
    return { ...before, diagnostics: [...conflicts.values()].slice(0, maxErrorsPerFile) };
  }
  return { document, placed, diagnostics: [] };
}

/** Returns a problem if no value can be merged into all targets. */
function whyUnfit(targets: readonly Json[], version: OverlayVersion): ProblemText | undefined {
  const kinds = new Set(targets.map(kindOf));
  switch (version) {
    // Version 1.0 does not require targets of the same kind.
    case "1.0":
      return kinds.has("primitive") ? primitiveTarget : undefined;
    case "1.1":
      return kinds.size > 1 ? mixedTargets([...kinds].map((kind) => nouns[kind].many)) : undefined;
  }
}

function conflictOf(
  context: ActionContext<UpdateAction | CopyAction>,
  target: Traced,
  update: Traced,
): Diagnostic {
  const { source, pointer } = target.origin;
  const where = `${pointer === "" ? "at the top" : `at ${pointer}`} of ${source.name}`;
  const [what, into] = [nouns[kindOf(update.value)].one, nouns[kindOf(target.value)].one];
  const found = diagnostic("error", context, context.action.kind, conflict(what, into, where));
  // The conflicting value is in the overlay, unless it was copied.
  return context.action.kind === "copy" ? found : { ...found, place: placeOf(update.origin) };
}

function placeOf({ source, pointer }: Origin): Place {
  return { uri: source.uri, pointer };
}

function failed(
  before: Applied,
  context: ActionContext,
  member: string,
  problem: ProblemText,
): Applied {
  return { ...before, diagnostics: [diagnostic("error", context, member, problem)] };
}

/** @param member The member of the action that the diagnostic is about. */
function diagnostic(
  severity: Severity,
  { overlay, action }: ActionContext,
  member: string,
  problem: ProblemText,
): Diagnostic {
  const pointer = joinPointer(action.pointer, member);
  return { ...problem, severity, place: { uri: overlay.source.uri, pointer } };
}

const nouns: Readonly<Record<Kind, { readonly one: string; readonly many: string }>> = {
  object: { one: "an object", many: "objects" },
  array: { one: "an array", many: "arrays" },
  primitive: { one: "a primitive value", many: "primitive values" },
};
