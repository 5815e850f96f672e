import type { SourceDocument, SourceText } from "../../core/source-text.js";
import { inputError, InputError } from "../../core/failure.js";
import { parseSource } from "../../text/parse.js";
import type { Host } from "../host.js";
import { readInput, type ReadInputOptions, type SpecInput } from "../read-input.js";
import { openRetrieval, type RetrieveOptions } from "../retrieve.js";
import { normalizeUri, parseUrl, resolveUri } from "../../core/uri.js";
import { extendsNothing, forAnotherDocument } from "./problems.js";
import type { Overlay } from "./overlay.js";
import { isOverlay, parseOverlay } from "./parse-overlay.js";

/** What reading overlays depends on. */
export interface OverlayOptions extends ReadInputOptions, RetrieveOptions {
  /** The overlays to apply, in their order. Default: none. */
  readonly overlays?: readonly SpecInput[];
}

/** A document and the overlays to apply to it, in their order. */
export interface Overlaid {
  readonly entry: SourceDocument;
  readonly overlays: readonly Overlay[];
}

/**
 * Reads a document and its overlays.
 *
 * If the input is an overlay, the document is the one that it `extends`, and the input is the first overlay.
 *
 * @param input The document, or an overlay.
 * @param options The overlays, and what may be retrieved.
 * @returns The files, parsed; nothing is applied.
 * @throws {InputError} If a file cannot be read or parsed, or is not an overlay.
 */
export async function readOverlaid(input: SpecInput, options: OverlayOptions): Promise<Overlaid> {
  const named = await readInput(input, options);
  const own = isOverlay(named.value) ? parseOverlay(named) : undefined;
  const entry = own === undefined ? named : await readExtended(own, options);
  const overlays = own === undefined ? [] : [own];
  for (const each of options.overlays ?? []) {
    const overlay = parseOverlay(await readInput(each, options));
    await checkExtends(overlay, entry, options);
    overlays.push(overlay);
  }
  return { entry, overlays };
}

/** Retrieves the document that an overlay extends, by the rules for references. */
async function readExtended(overlay: Overlay, options: OverlayOptions): Promise<SourceDocument> {
  const { source } = overlay;
  if (overlay.extends === undefined) {
    throw inputError([{ ...extendsNothing, place: { uri: source.uri, pointer: "" } }], source);
  }
  try {
    const retrieve = await openRetrieval(source, options);
    return parseSource(await retrieve(resolveUri(overlay.extends, source.uri).uri), options.log);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw atExtends(error, source);
  }
}

/** Moves the errors of a file that cannot be retrieved to the reference to it. */
function atExtends({ diagnostics, sources }: InputError, source: SourceText): InputError {
  const place = { uri: source.uri, pointer: "/extends" };
  return new InputError(
    diagnostics.map((found) => {
      if (found.offset || found.place) return found;
      return { ...found, place, ...(found.code === "outside-root" && { help: outsideHelp }) };
    }),
    new Map([[source.uri, source], ...sources]),
  );
}

const outsideHelp =
  "name the document itself, and the overlay as one of the `overlays` (`--overlay`); or set `references.root` to a folder that contains both";

async function checkExtends(
  overlay: Overlay,
  entry: SourceText,
  { host, log }: OverlayOptions,
): Promise<void> {
  const { source } = overlay;
  // A document without a base URI, such as standard input, may be any document.
  if (overlay.extends === undefined || parseUrl("x", entry.uri) === undefined) return;
  const { uri } = resolveUri(overlay.extends, source.uri);
  if ((await identityOf(uri, host)) === (await identityOf(entry.uri, host))) return;
  const place = { uri: source.uri, pointer: "/extends" };
  log.warning({ ...forAnotherDocument(overlay.extends, entry.name), place });
}

/** Returns a text that is the same for all URIs of a file. */
async function identityOf(uri: string, { files }: Host): Promise<string> {
  const path = files?.pathOf(uri);
  if (files !== undefined && path !== undefined) return files.realPath(path).catch(() => path);
  const url = parseUrl(uri);
  return url === undefined ? uri : normalizeUri(url.href);
}
