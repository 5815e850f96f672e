import { Document, isScalar, visit } from "yaml";
import type { OverlayAction } from "./overlay-plan.js";

/** What an overlay says of itself. */
export interface OverlayInfo {
  readonly title: string;
  readonly version: string;
  /** A URI reference to the document that it is made for. Default: it does not say. */
  readonly extends?: string;
}

/** Actions that belong together, and why they are made. */
export interface DescribedActions {
  readonly actions: readonly OverlayAction[];
  readonly description: string;
}

/** Longer descriptions are written in lines of their own. */
const longestPlain = 70;

/** What an overlay says of itself where nothing else is asked for. */
const defaultOverlayInfo: OverlayInfo = {
  title: "What the API sends and takes, and its description does not allow",
  version: "1.0.0",
};

/**
 * Writes an overlay.
 *
 * @param groups The actions, in their order; each gets the description of its group.
 * @param info What the overlay says of itself.
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
    // Only since 1.1 can an action copy.
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
