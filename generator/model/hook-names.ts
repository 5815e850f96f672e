import type { Config } from "../config/config.js";
import type { NameHook } from "../config/hooks.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import type { Place } from "../core/place.js";
import { valueAt, type Document } from "../openapi/document.js";
import { isBaseReading } from "../schema/scope.js";
import type { Model } from "./model.js";
import { referenceTo } from "../openapi/reference-to.js";

/** The names of models from the settings, and which of them a hook has given. */
export interface GivenNames extends Pick<Config, "names"> {
  /** The places of the models that the hook has named, by reference. */
  readonly hooked: ReadonlyMap<string, Place>;
}

/**
 * Asks the hook `name` about the models of a document. The setting `names` takes precedence.
 *
 * @param models The models with the names that they have without the hook.
 * @param log Takes an error if the hook throws, or returns something other than a text.
 */
export function askForNames(
  hook: NameHook,
  models: readonly Model[],
  names: Config["names"],
  document: Document,
  log: DiagnosticLog,
): GivenNames {
  const given = new Map(Object.entries(names));
  const hooked = new Map<string, Place>();
  for (const { name, schema, component, direction } of models) {
    const { place } = schema;
    const reference = referenceTo(place, document);
    // The name of a directional variant follows from that of the whole model.
    const isNamedAfterOther = direction !== undefined || isBaseReading(schema);
    if (isNamedAfterOther || hooked.has(reference) || Object.hasOwn(names, reference)) continue;
    try {
      const answer: unknown = hook({
        name,
        reference,
        component,
        schema: structuredClone(valueAt(place, document)),
      });
      if (answer === undefined) continue;
      if (typeof answer !== "string") throw new Error("it returned something other than a text");
      given.set(reference, answer);
      hooked.set(reference, place);
    } catch (error) {
      log.error({
        code: "hook-failed",
        message: `the function \`name\` failed for ${name}: ${error instanceof Error ? error.message : String(error)}`,
        help: "correct the function in the config",
        place,
      });
    }
  }
  return { names: Object.fromEntries(given), hooked };
}
