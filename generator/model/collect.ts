import type { DiagnosticLog } from "../core/diagnostic.js";
import { isSamePlace } from "../core/place.js";
import type { SchemaId } from "../core/schema-id.js";
import { componentAt } from "../openapi/components.js";
import type { Document } from "../openapi/document.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { isBaseReading, wholeId, writtenId } from "../schema/scope.js";
import { claimantFor, Claims, type Candidates, type NamedExports } from "./claims.js";
import { ConfiguredNames, type NameOptions } from "./configured-names.js";
import { reportCircularReferences } from "./circular-references.js";
import { findInlineModels, type InlineModel } from "./inline-models.js";
import { inlineNames, sharedNames } from "./inline-names.js";
import type { Model, Models } from "./model.js";
import { nameTargets } from "./name-targets.js";
import { pascalCase } from "./names.js";
import { findTargets, type RootPlace, type Targets } from "./roots.js";
import { SchemaKeys } from "./same-schema.js";
import { findVariants, type DirectionalVariant, type Variants } from "./variants.js";

/** Which schemas become models, and how they are named. */
export interface CollectOptions extends NameOptions {
  /** The places of the roots. */
  readonly roots: readonly RootPlace[];
  /** Whether equal schemas inside one model become one model. Default: yes. */
  readonly sharesModels?: boolean;
  /** Whether a document without schemas is fine. Default: it is an error. */
  readonly mayBeEmpty?: boolean | undefined;
}

/**
 * Finds the schemas that become models: the roots, everything that they reach by reference, and the
 * objects and enums that are written inside these.
 */
export function collectModels(
  document: Document,
  schemas: Schemas,
  { roots, sharesModels = true, mayBeEmpty, ...config }: CollectOptions,
  log: DiagnosticLog,
): Models {
  const configured = new ConfiguredNames(config, document.uri, log);
  const keys = sharesModels ? new SchemaKeys(({ place }) => configured.isSetFor(place)) : undefined;
  const targets = findTargets(document, schemas, { places: roots, keys, mayBeEmpty }, log);
  const variants = findVariants(targets, schemas);
  const claims = new Claims(document.uri, log);
  const collector = new Collector({ targets, variants, schemas, configured, claims, sharesModels });
  const models = collector.collect(document);
  configured.reportUnused(
    document,
    models.all.map(({ schema }) => schema.place),
  );
  reportCircularReferences(models.all, schemas, log);
  return models;
}

/** The context for collecting models. */
interface CollectContext {
  readonly targets: Targets;
  readonly variants: Variants;
  readonly schemas: Schemas;
  readonly configured: ConfiguredNames;
  readonly claims: Claims;
  readonly sharesModels: boolean;
}

/** Names the models: those that are referred to come first. */
class Collector {
  readonly #models = new Map<SchemaId, Model>();
  readonly #context: CollectContext;

  constructor(context: CollectContext) {
    this.#context = context;
  }

  collect(document: Document): Models {
    const { targets, variants, claims, configured } = this.#context;
    const names = nameTargets(targets, { claims, configured, document });
    const models = targets.schemas.map((schema) => {
      const { place } = targets.aliases.byTarget.get(schema.id) ?? schema;
      const named = names.get(schema.id);
      if (named === undefined) throw new Error(`No name for ${schema.id}`);
      const component = isBaseReading(schema) ? undefined : componentAt(place, document)?.name;
      const only = variants.only.get(schema.id);
      const model = this.#add(only ?? schema, named, claims.module(named.name), {
        ...(component !== undefined && { component }),
      });
      this.#models.set(schema.id, model);
      return model;
    });
    const groups = models.map((model) => [model, ...this.#variantsOf(model)]);
    this.#addNameGivers();
    const all = groups.flat().flatMap((model) => [model, ...this.#inside(model)]);
    return { all, byId: this.#models };
  }

  /** The directional variants of a model, in the module of the model. */
  #variantsOf({ id, name, module }: Model): readonly Model[] {
    const { variants, claims } = this.#context;
    return variants.of(wholeId(id)).map((variant) => {
      const { schema, direction, isPartial } = variant;
      const named = claims.nameWithExports(
        variantNames(name, variant),
        claimantFor(schema, `the ${direction} variant of ${name}`),
      );
      return this.#add(schema, named, module, { direction, isPartial });
    });
  }

  /** Maps the components that only refer to a model to it, and their variants to its variants. */
  #addNameGivers(): void {
    const { targets, variants } = this.#context;
    for (const [schema, id] of targets.aliases.targetIds) {
      this.#shareModel(schema, id);
      const written = writtenId(schema.id);
      for (const { schema: variant } of variants.of(schema.id)) {
        // In an id, the direction comes before the mark of a base.
        this.#shareModel(variant, writtenId(id) + variant.id.slice(written.length));
      }
    }
  }

  #shareModel({ id }: Pick<Schema, "id">, of: SchemaId): void {
    const model = this.#models.get(of);
    if (model !== undefined) this.#models.set(id, model);
  }

  /** The models written inside a model, each before those inside it. */
  #inside(root: Model): readonly Model[] {
    const { schemas, sharesModels } = this.#context;
    const keys = sharesModels
      ? new SchemaKeys(
          (schema) =>
            this.#configuredName(schema, root) !== undefined &&
            this.#context.configured.isSetFor(schema.place),
        )
      : undefined;
    const found = findInlineModels(root.schema, {
      get: schemas.get,
      isModel: (schema) => this.#models.has(schema.id) || this.#isSharedWithWhole(schema),
      keys,
    });
    const names = new Map<InlineModel, string>();
    const whole = this.#models.get(writtenId(root.id))?.name ?? root.name;
    const nameOf = (model: InlineModel): string => names.get(model) ?? root.name;
    return found.map((inline) => {
      const { schema, parent, copies } = inline;
      // A base and the whole schema describe the same, and the whole has the simpler name.
      const rootName = isBaseReading(schema) ? root.name : whole;
      const around = { root: rootName, parent: parent === undefined ? rootName : nameOf(parent) };
      const candidates =
        copies.length === 0 ? inlineNames(inline, around) : sharedNames(inline, around, nameOf);
      const named = this.#nameInside(schema, candidates, root);
      names.set(inline, named.name);
      const model = this.#add(schema, named, root.module, {
        ...pickDirection(root),
        ...(copies.length > 0 && { isShared: true }),
      });
      for (const copy of copies) this.#models.set(copy.schema.id, model);
      return model;
    });
  }

  #nameInside(schema: Schema, candidates: Candidates, root: Model): NamedExports {
    const { claims } = this.#context;
    const claimant = claimantFor(schema, `the model at #${schema.place.pointer}`);
    const name = this.#configuredName(schema, root);
    if (name !== undefined) return { name, exports: claims.exports(name, claimant) };
    // In a variant, the title already names a model inside the whole one.
    const { wanted, ...others } = candidates;
    const own = root.direction === undefined ? { wanted, ...others } : others;
    return claims.nameWithExports(own, claimant);
  }

  /** The name that the config gives to a schema inside a model, but not to the model itself. */
  #configuredName(schema: Schema, root: Model): string | undefined {
    const { place } = schema;
    if (root.direction !== undefined || isSamePlace(place, root.schema.place)) return undefined;
    if (isBaseReading(schema)) return undefined;
    return this.#context.configured.at(place);
  }

  /** Whether a schema in a direction equals the one in the whole model: then they share a model. */
  #isSharedWithWhole(schema: Schema): boolean {
    const whole = this.#models.get(wholeId(schema.id));
    const isOther = whole === undefined || this.#context.variants.differs(schema, whole.schema);
    if (!isOther) this.#models.set(schema.id, whole);
    return !isOther;
  }

  #add(
    schema: Schema,
    named: NamedExports,
    module: string,
    others: Pick<Model, "component" | "direction" | "isPartial" | "isShared">,
  ): Model {
    const model: Model = { id: schema.id, ...named, module, schema, ...others };
    this.#models.set(schema.id, model);
    return model;
  }
}

function pickDirection({ direction, isPartial }: Model): Pick<Model, "direction" | "isPartial"> {
  return {
    ...(direction !== undefined && { direction }),
    ...(isPartial !== undefined && { isPartial }),
  };
}

/** Names for a directional variant of a model. */
function variantNames(name: string, { direction, unsent }: DirectionalVariant): Candidates {
  const suffix = direction === "request" ? "Request" : "Response";
  if (unsent.length > 0) {
    const words = unsent.slice(0, mostNamed).map(pascalCase).join("And");
    return {
      built: [`${name}${name.endsWith(suffix) ? "" : suffix}Without${words}`],
      isShortened: true,
    };
  }
  const other = `${name}In${suffix}`;
  return name.endsWith(suffix)
    ? { built: [other] }
    : { wanted: `${name}${suffix}`, built: [other] };
}

/** How many properties the name of a model that leaves them out may contain. */
const mostNamed = 3;
