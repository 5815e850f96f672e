import type { SchemaId } from "../core/schema-id.js";
import { relativeUri } from "../core/uri.js";
import type { Config } from "../config/config.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import type { ChildRole } from "../schema/keywords/keyword.js";
import type { Document } from "../openapi/document.js";
import { childrenOf } from "../schema/children.js";
import { onlyReference } from "../schema/name-givers.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { Claims } from "./claims.js";
import { deservesName } from "./deserves-name.js";
import { reportEndlessReferences } from "./endless.js";
import type { Model, Models } from "./model.js";
import { differsIn, findForms, type Form } from "./forms.js";
import { exportsOf, isIdentifier, pascalCase } from "./names.js";
import { findTargets, type RootPlace, type Targets } from "./roots.js";
import { componentAt } from "../openapi/components.js";
import { targetNames } from "./target-names.js";

/** Which models there are, and what to call them. */
export interface CollectOptions {
  /** Where the roots are. */
  readonly roots: readonly RootPlace[];
  /** Names by reference: a JSON pointer as a fragment, behind the file where that is another one. */
  readonly names: Config["names"];
  /** Names that no model may take, since the package exports or uses them itself. */
  readonly reservedNames: Iterable<string>;
}

/**
 * Finds the schemas that become models: the roots, everything that they reach by reference, and the
 * objects and enums that are written inside these.
 */
export function collectModels(
  document: Document,
  schemas: Schemas,
  { roots, names, reservedNames }: CollectOptions,
  log: DiagnosticLog,
): Models {
  const targets = findTargets(document, schemas, roots, log);
  const claims = new Claims(reservedNames, Object.values(names), log);
  const forms = findForms([...targets.schemas, ...targets.nameGivers.values()], schemas);
  const collector = new Collector(targets, forms, schemas, names, claims, document.uri);
  const models = collector.collect();
  reportUnusedNames(names, collector.usedNames, document, log);
  reportEndlessReferences(models.all, schemas, log);
  return models;
}

/** Where a schema stands, for its name: the model around it, and the way from there. */
interface Position {
  readonly parent: Pick<Model, "name" | "module" | "direction" | "isPartial">;
  readonly way: readonly ChildRole[];
}

/** Names the models, those that others refer to first. */
class Collector {
  readonly usedNames = new Set<string>();
  readonly #models = new Map<SchemaId, Model>();
  readonly #targets: Targets;
  readonly #forms: ReadonlyMap<SchemaId, readonly Form[]>;
  readonly #schemas: Schemas;
  readonly #names: Config["names"];
  readonly #claims: Claims;
  readonly #documentUri: string;

  constructor(
    targets: Targets,
    forms: ReadonlyMap<SchemaId, readonly Form[]>,
    schemas: Schemas,
    names: Config["names"],
    claims: Claims,
    documentUri: string,
  ) {
    this.#targets = targets;
    this.#forms = forms;
    this.#schemas = schemas;
    this.#names = names;
    this.#claims = claims;
    this.#documentUri = documentUri;
  }

  collect(): Models {
    const targets = this.#targets.schemas.map((schema) => {
      const giver = this.#targets.nameGivers.get(schema.id);
      const { place } = giver ?? schema;
      const suggested = this.#targets.names.get(schema.id);
      const names = suggested === undefined ? targetNames(place, this.#documentUri) : [suggested];
      const name = this.#claims.name(names, place, this.#configuredName(schema, giver));
      const component = componentAt(place, { uri: this.#documentUri })?.name;
      return this.#add(schema, name, this.#claims.module(name), {}, component);
    });
    const forms = new Map(targets.map((model) => [model, this.#formsOf(model)]));
    this.#addNameGivers();
    const all = targets.flatMap((model) =>
      [model, ...(forms.get(model) ?? [])].flatMap((form) => [
        form,
        ...this.#inside(form.schema, { parent: form, way: [] }),
      ]),
    );
    return { all, byId: this.#models };
  }

  /** The models for what goes in one direction, in the module of the whole one. */
  #formsOf({ id, name, module }: Model): readonly Model[] {
    return (this.#forms.get(id) ?? []).map((form) => {
      const { schema, direction } = form;
      const suffix = direction === "request" ? "Request" : "Response";
      const formName = this.#claims.name([`${name}${suffix}`, `${name}In${suffix}`], schema.place);
      return this.#add(schema, formName, module, form);
    });
  }

  /** Lets the components that only refer to a model stand for it, and their forms for its forms. */
  #addNameGivers(): void {
    for (const giver of this.#targets.nameGivers.values()) {
      const forms = this.#forms.get(giver.id) ?? [];
      for (const schema of [giver, ...forms.map((form) => form.schema)]) {
        const target = onlyReference(schema);
        const model = target === undefined ? undefined : this.#models.get(target);
        if (model !== undefined) this.#models.set(schema.id, model);
      }
    }
  }

  /** The models written inside a schema, each before those inside it. */
  #inside(schema: Schema, position: Position): readonly Model[] {
    if (schema.kind === "boolean") return [];
    return childrenOf(schema).flatMap(({ schema: child, role }) => {
      if (role.kind === "condition" || role.kind === "name" || this.#models.has(child.id))
        return [];
      const { parent, way } = position;
      const inner: Position = { parent, way: [...way, role] };
      if (role.kind === "part" || !deservesName(child)) return this.#inside(child, inner);
      if (this.#isSharedWithWhole(child, parent)) return [];
      const model = this.#addInside(child, inner);
      return [model, ...this.#inside(child, { parent: model, way: [] })];
    });
  }

  /** Whether a schema inside a form is just what the whole model has there: then it is the same. */
  #isSharedWithWhole(schema: Schema, { direction }: Position["parent"]): boolean {
    if (direction === undefined) return false;
    const whole = this.#models.get(schema.id.replace(`>${direction}`, ""));
    if (whole === undefined || differsIn(schema, whole.schema, direction, this.#schemas))
      return false;
    this.#models.set(schema.id, whole);
    return true;
  }

  #addInside(schema: Schema, { parent, way }: Position): Model {
    const words = way.flatMap(wordsOf);
    const ownWords = words.length === 0 ? ["Value"] : words;
    const fallback = pascalCase([parent.name, ...ownWords].join(" "));
    // In a form, the title names what the whole model has inside.
    const title =
      schema.kind === "object" && parent.direction === undefined
        ? schema.keywords.title
        : undefined;
    const candidates = title !== undefined && isIdentifier(title) ? [title, fallback] : [fallback];
    const name = this.#claims.name(candidates, schema.place, this.#configuredName(schema));
    return this.#add(schema, name, parent.module, parent);
  }

  #add(
    schema: Schema,
    name: string,
    module: string,
    { direction, isPartial }: Pick<Model, "direction" | "isPartial">,
    component?: string,
  ): Model {
    const model: Model = {
      id: schema.id,
      name,
      module,
      schema,
      ...(component !== undefined && { component }),
      ...(direction !== undefined && { direction }),
      ...(isPartial !== undefined && { isPartial }),
      exports: exportsOf(name),
    };
    this.#models.set(schema.id, model);
    return model;
  }

  /** The name that the config has for a schema, or for the component that names it. */
  #configuredName(...schemas: readonly (Schema | undefined)[]): string | undefined {
    for (const schema of schemas) {
      if (schema === undefined) continue;
      const { uri, pointer } = schema.place;
      const key = `${relativeUri(this.#documentUri, uri)}#${pointer}`;
      if (!Object.hasOwn(this.#names, key)) continue;
      this.usedNames.add(key);
      return this.#names[key];
    }
    return undefined;
  }
}

/** What a step from a schema to one inside adds to the name. */
function wordsOf(role: ChildRole): readonly string[] {
  switch (role.kind) {
    case "property":
      return [pascalCase(role.name)];
    case "item":
      return [role.index === undefined ? "Item" : `Item${role.index + 1}`];
    case "value":
      return ["Value"];
    case "option":
      return role.of <= 1 ? [] : [`Option${role.index + 1}`];
    case "name":
    case "part":
    case "condition":
      return [];
  }
}

function reportUnusedNames(
  names: Config["names"],
  used: ReadonlySet<string>,
  { uri }: Document,
  log: DiagnosticLog,
): void {
  for (const [reference, name] of Object.entries(names)) {
    if (!isIdentifier(name)) {
      log.error({
        code: "invalid-name",
        message: `${JSON.stringify(name)} in \`names\` is not an identifier`,
        help: "begin it with a letter, and use letters and digits only",
      });
    } else if (!used.has(reference)) {
      log.warning({
        code: "unused-name",
        message: `\`names\` has ${JSON.stringify(reference)}, where there is no model`,
        help: "name an object or an enum that is emitted, as a JSON pointer that begins with #/, behind the path of its file where that is another one",
        ...(reference.startsWith("#") && { place: { uri, pointer: reference.slice(1) } }),
      });
    }
  }
}
