import { Document, isScalar, visit } from "yaml";
import type { OverlayAction } from "./overlay-plan.js";

/** The `info` and `extends` of an overlay. */
export interface OverlayInfo {
  readonly title: string;
  readonly version: string;
  /** A URI reference to the document that the overlay is for. Default: none. */
  readonly extends?: string;
}

/** Actions that belong together, with their description. */
export interface DescribedActions {
  readonly actions: readonly OverlayAction[];
  readonly description: string;
}

/** Longer descriptions are written as block scalars. */
const longestPlain = 70;

/** The default `info`. */
const defaultOverlayInfo: OverlayInfo = {
  title: "Values that the API sends or receives, and its description does not allow",
  version: "1.0.0",
};

/**
 * Writes an overlay.
 *
 * @param groups The actions, in their order; each gets the description of its group.
 * @param info The `info` and `extends` of the overlay.
 * @returns The overlay as YAML text.
 * @see {@link https://spec.openapis.org/overlay/v1.1.0.html | Overlay Specification 1.1}
 */
export function writeOverlay(
  groups: readonly DescribedActions[],
  info: OverlayInfo = defaultOverlayInfo,
): string {
  const actions = groups.flatMap(({ actions: all, description }) =>
    all.map(({ target, ...what }) => ({ target, description, ...what })),
  );
  const overlay = {
    // `copy` exists from 1.1 on.
    overlay: actions.some((action) => "copy" in action) ? "1.1.0" : "1.0.0",
    info: { title: info.title, version: info.version },
    ...(info.extends !== undefined && { extends: info.extends }),
    actions,
  };
  const document = new Document(overlay, { aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !isScalar(value) || key.value !== "description") return;
      if (String(value.value).length > longestPlain) value.type = "BLOCK_FOLDED";
    },
  });
  return document.toString({ lineWidth: 100 });
}
