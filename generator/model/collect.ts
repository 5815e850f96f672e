import type { Config } from "../config/config.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { isSamePlace } from "../core/place.js";
import type { SchemaId } from "../core/schema-id.js";
import { componentAt } from "../openapi/components.js";
import type { Document } from "../openapi/document.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { claimantFor, Claims, type Candidates, type NamedExports } from "./claims.js";
import { ConfiguredNames } from "./configured-names.js";
import { reportEndlessReferences } from "./endless.js";
import { differsIn, findForms, type Form } from "./forms.js";
import { findInlineModels, type InlineModel } from "./inline-models.js";
import { inlineNames, sharedNames } from "./inline-names.js";
import type { Model, Models } from "./model.js";
import { nameTargets } from "./name-targets.js";
import { findTargets, type RootPlace, type Targets } from "./roots.js";
import { SchemaKeys } from "./same-schema.js";

/** Which models there are, and what to call them. */
export interface CollectOptions extends Pick<Config, "names" | "source"> {
  /** Where the roots are. */
  readonly roots: readonly RootPlace[];
  /** Whether schemas that say the same inside one model are one model. Default: yes. */
  readonly sharesModels?: boolean;
}

/**
 * Finds the schemas that become models: the roots, everything that they reach by reference, and the
 * objects and enums that are written inside these.
 */
export function collectModels(
  document: Document,
  schemas: Schemas,
  { roots, sharesModels = true, ...config }: CollectOptions,
  log: DiagnosticLog,
): Models {
  const configured = new ConfiguredNames(config, document.uri, log);
  const keys = sharesModels
    ? new SchemaKeys(({ place }) => configured.at(place) !== undefined)
    : undefined;
  const targets = findTargets(document, schemas, { places: roots, keys }, log);
  const forms = findForms([...targets.schemas, ...targets.nameGivers.standIns.keys()], schemas);
  const claims = new Claims(document.uri, log);
  const collector = new Collector({ targets, forms, schemas, configured, claims, sharesModels });
  const models = collector.collect(document);
  configured.reportUnused();
  reportEndlessReferences(models.all, schemas, log);
  return models;
}

/** What collecting models depends on. */
interface CollectContext {
  readonly targets: Targets;
  readonly forms: ReadonlyMap<SchemaId, readonly Form[]>;
  readonly schemas: Schemas;
  readonly configured: ConfiguredNames;
  readonly claims: Claims;
  readonly sharesModels: boolean;
}

/** Names the models, those that others refer to first. */
class Collector {
  readonly #models = new Map<SchemaId, Model>();
  readonly #context: CollectContext;

  constructor(context: CollectContext) {
    this.#context = context;
  }

  collect(document: Document): Models {
    const { targets, claims, configured } = this.#context;
    const names = nameTargets(targets, { claims, configured, document });
    const models = targets.schemas.map((schema) => {
      const { place } = targets.nameGivers.givers.get(schema.id) ?? schema;
      const named = names.get(schema.id);
      if (named === undefined) throw new Error(`No name for ${schema.id}`);
      const component = componentAt(place, document)?.name;
      return this.#add(schema, named, claims.module(named.name), {
        ...(component !== undefined && { component }),
      });
    });
    const forms = new Map(models.map((model) => [model, this.#formsOf(model)]));
    this.#addNameGivers();
    const all = models.flatMap((model) =>
      [model, ...(forms.get(model) ?? [])].flatMap((form) => [form, ...this.#inside(form)]),
    );
    return { all, byId: this.#models };
  }

  /** The models for what goes in one direction, in the module of the whole one. */
  #formsOf({ id, name, module }: Model): readonly Model[] {
    const { forms, claims } = this.#context;
    return (forms.get(id) ?? []).map(({ schema, direction, isPartial }) => {
      const suffix = direction === "request" ? "Request" : "Response";
      const [plain, other] = [`${name}${suffix}`, `${name}In${suffix}`];
      const candidates = name.endsWith(suffix)
        ? { built: [other] }
        : { wanted: plain, built: [other] };
      const named = claims.nameWithExports(
        candidates,
        claimantFor(schema, `the ${direction} form of ${name}`),
      );
      return this.#add(schema, named, module, { direction, isPartial });
    });
  }

  /** Lets the components that only refer to a model stand for it, and their forms for its forms. */
  #addNameGivers(): void {
    const { targets, forms } = this.#context;
    for (const [schema, id] of targets.nameGivers.standIns) {
      this.#shareModel(schema, id);
      for (const form of forms.get(schema.id) ?? []) {
        this.#shareModel(form.schema, `${id}>${form.direction}`);
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
      ? new SchemaKeys((schema) => this.#configuredName(schema, root) !== undefined)
      : undefined;
    const found = findInlineModels(root.schema, {
      get: schemas.get,
      isModel: (schema) => this.#models.has(schema.id) || this.#isSharedWithWhole(schema, root),
      keys,
    });
    const names = new Map<InlineModel, string>();
    const nameOf = (model: InlineModel): string => names.get(model) ?? root.name;
    return found.map((inline) => {
      const { schema, parent, copies } = inline;
      const around = { root: root.name, parent: parent === undefined ? root.name : nameOf(parent) };
      const candidates =
        copies.length === 0 ? inlineNames(inline, around) : sharedNames(inline, around, nameOf);
      const named = this.#nameInside(schema, candidates, root);
      names.set(inline, named.name);
      const model = this.#add(schema, named, root.module, {
        ...pickForm(root),
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
    // In a form, the title names what the whole model has inside.
    const { wanted, ...others } = candidates;
    const own = root.direction === undefined ? { wanted, ...others } : others;
    return claims.nameWithExports(own, claimant);
  }

  /** The name that the config has for a schema inside a model, but not for the model itself. */
  #configuredName({ place }: Schema, root: Model): string | undefined {
    if (root.direction !== undefined || isSamePlace(place, root.schema.place)) return undefined;
    return this.#context.configured.at(place);
  }

  /** Whether a schema inside a form is just what the whole model has there: then it is the same. */
  #isSharedWithWhole(schema: Schema, { direction }: Model): boolean {
    if (direction === undefined) return false;
    const whole = this.#models.get(schema.id.replace(`>${direction}`, ""));
    const isOther =
      whole === undefined || differsIn(schema, whole.schema, direction, this.#context.schemas);
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

function pickForm({ direction, isPartial }: Model): Pick<Model, "direction" | "isPartial"> {
  return {
    ...(direction !== undefined && { direction }),
    ...(isPartial !== undefined && { isPartial }),
  };
}
