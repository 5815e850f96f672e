import { checksOfSchema } from "../../model/lower.js";
import { reasonerOf } from "../../model/empty-schemas.js";
import type { Model, Models } from "../../model/model.js";
import { modelOf } from "../../model/model-of.js";
import { findUses, reachOf } from "../../model/uses.js";
import type { ShapedTypes } from "../../types/shape.js";
import { type Type } from "../../types/type.js";
import { assignable } from "../../types/assignable.js";
import { viewOf } from "../../types/object-view.js";
import {
  arrow,
  call,
  exported,
  hoisted,
  isSameCode,
  literal,
  local,
  member,
  object,
  pureCall,
} from "../../code/expressions.js";
import type { Declaration, Docs, ExportedName, Expression, Module } from "../../code/nodes.js";
import { typeReference, unknownType as unknownNode } from "../../code/type-nodes.js";
import type { SchemaId } from "../../core/schema-id.js";
import { typeName, type ModelModule } from "../models.js";
import { literalsOf } from "../types/literals.js";
import { fc, listed, type Arbitrary } from "./arbitrary.js";
import { componentsOf, type Component, type Group } from "./components.js";
import { derive, firstOf, type Derived } from "./derive.js";
import type { ArbitraryTools } from "./tools.js";

/** If more models contain each other, their values are nested only once, so that they stay small. */
const mostNested = 3;

/** How the arbitrary of a model makes values. */
export interface MadeArbitrary {
  readonly model: Model;
  /**
   * `exact`: every value that it makes is valid. `filtered`: the guard decides. `listed`: the values of a
   * part, or of the whole model, were found by a search. `none`: no valid value is known.
   */
  readonly how: "exact" | "filtered" | "listed" | "none";
}

/**
 * Makes the modules with the arbitraries of fast-check, one beside each module of types.
 *
 * @param onMade Is called with each model.
 */
export function* emitArbitraries(
  modules: readonly ModelModule[],
  models: Models,
  types: ShapedTypes,
  tools: ArbitraryTools,
  onMade: (made: MadeArbitrary) => void = () => undefined,
): Generator<Module> {
  if (modules.length === 0) return;
  const uses = findUses(models);
  const components = componentsOf(models, uses);
  const needed = reachOf(
    modules.flatMap(([, members]) => members),
    uses,
  );
  const maker = new ArbitraryMaker(models, types, tools, onMade);
  for (const component of components) {
    const all = component.groups.flatMap((group) => group.models);
    if (all.some((model) => needed.has(model))) maker.make(component);
  }
  for (const [name, members] of modules) yield maker.module(name, members);
}

/** The module with the arbitrary of a model. */
function arbitraryPath(module: string): string {
  return `arbitraries/${module}`;
}

class ArbitraryMaker {
  readonly #models: Models;
  readonly #types: ShapedTypes;
  readonly #tools: ArbitraryTools;
  readonly #onMade: (made: MadeArbitrary) => void;
  /** The modules that declare the arbitraries of models. */
  readonly #hosts = new Map<Model, string>();
  readonly #modules = new Map<string, Module>();
  /** The arbitraries of models, as they were derived. */
  readonly #derived = new Map<Model, Arbitrary>();

  constructor(
    models: Models,
    types: ShapedTypes,
    tools: ArbitraryTools,
    onMade: (made: MadeArbitrary) => void,
  ) {
    this.#models = models;
    this.#types = types;
    this.#tools = tools;
    this.#onMade = onMade;
  }

  /** Makes the module in which the arbitraries of a component are declared. */
  make({ host, groups }: Component): void {
    const path = arbitraryPath(host);
    const names = new Set<string>();
    const declarations: Declaration[] = [];
    for (const group of groups) {
      const made = group.isRecursive
        ? this.#recursive(group, path, names)
        : group.models.flatMap((model) => this.#single(model, path, names));
      declarations.push(...made);
      if (made.length === 0) continue;
      for (const model of group.models) if (declares(made, model)) this.#hosts.set(model, host);
    }
    const module = { path, declarations };
    this.#modules.set(host, module);
    this.#tools.add(module);
  }

  /** The module of some models: it re-exports arbitraries that are declared in another one. */
  module(name: string, members: readonly Model[]): Module {
    const own = this.#modules.get(name);
    if (own !== undefined) return own;
    const byHost = new Map<string, string[]>();
    for (const model of members) {
      const host = this.#hosts.get(model);
      if (host === undefined) continue;
      byHost.set(host, [...(byHost.get(host) ?? []), model.exports.arbitrary]);
    }
    return {
      path: arbitraryPath(name),
      declarations: [...byHost].map(([host, values]) => ({
        kind: "reexport",
        module: arbitraryPath(host),
        names: { values, types: [] },
      })),
    };
  }

  #single(model: Model, path: string, names: Set<string>): readonly Declaration[] {
    const isUsable = (declarations: readonly Declaration[]): boolean =>
      this.#tools.isUsable({ path, declarations }, [model]);
    for (const isCautious of [false, true]) {
      const derived = this.#derive(model, isCautious, (id) => this.#reference(id));
      if (derived === undefined) break;
      const { arbitrary, isListed } = derived;
      const declarations = this.#declare(model, arbitrary, names);
      if (!arbitrary.isExact && !isUsable(declarations)) continue;
      const how = isListed ? "listed" : arbitrary.isExact ? "exact" : "filtered";
      this.#derived.set(model, arbitrary);
      this.#onMade({ model, how });
      return declarations;
    }
    const found = firstOf(this.#tools.values(checksOfSchema(model.schema, this.#models)));
    this.#onMade({ model, how: found.length === 0 ? "none" : "listed" });
    return found.length === 0 ? [] : this.#declare(model, listed(found), names);
  }

  #derive(
    model: Model,
    isCautious: boolean,
    reference: (id: SchemaId) => Arbitrary | undefined,
  ): Derived | undefined {
    const derived = derive(checksOfSchema(model.schema, this.#models), {
      reasoning: reasonerOf(this.#models),
      tools: this.#tools,
      reference,
      isCautious,
    });
    const { values } = derived?.arbitrary ?? {};
    const list = values && this.#exportedList(model, values);
    if (derived === undefined || values === undefined || list === undefined) return derived;
    return { ...derived, arbitrary: listed(values, list) };
  }

  /** The exported list of the values of a model, if they are exactly these. */
  #exportedList(model: Model, values: Arbitrary["values"] = []): ExportedName | undefined {
    const literals = literalsOf(model, this.#types);
    const isSame =
      literals?.length === values.length && values.every((value) => literals.includes(value));
    return isSame ? exported(model.exports.values, `models/${model.module}`) : undefined;
  }

  #reference(id: SchemaId): Arbitrary | undefined {
    const model = modelOf(id, this.#models);
    const host = this.#hosts.get(model);
    if (host === undefined) return undefined;
    const code = exported(model.exports.arbitrary, arbitraryPath(host));
    const { weight, scalars } = this.#derived.get(model) ?? {};
    return { code, type: typeOf(model), isInferred: true, isExact: true, weight, scalars };
  }

  /** Declares the arbitrary of a model, filtered by the guard if it could make other values. */
  #declare(model: Model, arbitrary: Arbitrary, names: Set<string>): readonly Declaration[] {
    const { code, type, isInferred, isExact } = arbitrary;
    const own = typeOf(model);
    const fits = assignable(type, own, this.#types);
    if (isExact && fits) {
      if (!hasOpenMembers(own, this.#types)) return [declaration(model, pure(code))];
      // With the type of the model beside it, TypeScript would take optional keys for required ones.
      const name = fresh("made", names);
      return [
        { kind: "constant", name, value: pure(code), isHoisted: true },
        declaration(model, hoisted(name)),
      ];
    }
    const guard = guardOf(model);
    if (isInferred && assignable(own, type, this.#types)) {
      return [declaration(model, filtered(code, guard))];
    }
    const name = fresh("candidates", names);
    return [
      {
        kind: "constant",
        name,
        type: typeReference(fc("Arbitrary"), unknownNode),
        value: pure(code),
        isHoisted: true,
      },
      declaration(model, filtered(hoisted(name), guard)),
    ];
  }

  /** Declares the arbitraries of models that contain each other. */
  #recursive(group: Group, path: string, names: Set<string>): readonly Declaration[] {
    const name = fresh("recursive", names);
    for (const isCautious of [false, true]) {
      const made = this.#recursiveCode(group, isCautious);
      if (made.members.size === 0) break;
      const declarations = this.#declareRecursive(name, made);
      const models = [...made.members.keys()];
      if (!made.isExact && !this.#tools.isUsable({ path, declarations }, models)) continue;
      for (const model of group.models) {
        const member = made.members.get(model);
        const how = member?.how ?? "none";
        this.#onMade({ model, how });
      }
      return declarations;
    }
    return group.models.flatMap((model) => {
      const found = firstOf(this.#tools.values(checksOfSchema(model.schema, this.#models)));
      this.#onMade({ model, how: found.length === 0 ? "none" : "listed" });
      return found.length === 0 ? [] : this.#declare(model, listed(found), names);
    });
  }

  #recursiveCode({ models }: Group, isCautious: boolean): RecursiveCode {
    const inside = new Set(models);
    const simplest = new Map<Model, Arbitrary>();
    for (const model of models) {
      const leaf =
        this.#derive(model, isCautious, (id) =>
          inside.has(modelOf(id, this.#models)) ? undefined : this.#reference(id),
        )?.arbitrary ?? this.#found(model);
      if (leaf !== undefined) simplest.set(model, leaf);
    }
    const members = new Map<Model, RecursiveMember>();
    for (const [model, leaf] of simplest) {
      const whole = this.#derive(model, isCautious, (id) => {
        const used = modelOf(id, this.#models);
        if (!inside.has(used)) return this.#reference(id);
        if (!simplest.has(used)) return undefined;
        return {
          code: call(local("tie"), literal(used.name)),
          type: typeOf(used),
          isInferred: true,
          isExact: true,
          depthIdentifier: depthOfGroup(models),
          weight: simplest.get(used)?.weight,
        };
      });
      const { arbitrary = leaf, isListed = false } = whole ?? {};
      const isExact = leaf.isExact && arbitrary.isExact;
      const how = isListed ? "listed" : isExact ? "exact" : "filtered";
      members.set(model, { leaf, whole: arbitrary, how });
      this.#derived.set(model, arbitrary);
    }
    return {
      models,
      members,
      isExact: [...members.values()].every(({ leaf, whole }) => leaf.isExact && whole.isExact),
    };
  }

  #found(model: Model): Arbitrary | undefined {
    const found = firstOf(this.#tools.values(checksOfSchema(model.schema, this.#models)));
    return found.length === 0 ? undefined : listed(found);
  }

  #declareRecursive(name: string, { models, members }: RecursiveCode): readonly Declaration[] {
    const all = [...members];
    const isTyped = all.every(
      ([model, { leaf, whole }]) =>
        leaf.isExact &&
        whole.isExact &&
        [leaf, whole].every(({ type }) => assignable(type, typeOf(model), this.#types)),
    );
    const options = object([
      ["depthIdentifier", literal(depthOfGroup(models))],
      ["maxDepth", literal(models.length > mostNested ? 1 : 2)],
    ]);
    const values = all.map(([model, { leaf, whole }]): [string, Expression] => {
      const code = isSameCode(leaf.code, whole.code)
        ? whole.code
        : call(fc("oneof"), options, leaf.code, whole.code);
      const isExact = leaf.isExact && whole.isExact;
      return [model.name, isExact ? code : filtered(code, guardOf(model))];
    });
    const types = all.map(([model]) => ({
      kind: "property" as const,
      name: model.name,
      optional: false,
      type: isTyped ? typeReference(typeName(model)) : unknownNode,
    }));
    return [
      {
        kind: "constant",
        name,
        value: {
          kind: "call",
          callee: fc("letrec"),
          types: [{ kind: "object", members: types }],
          args: [arrow(["tie"], object(values))],
          isPure: true,
        },
        isHoisted: true,
      },
      ...all.map(([model]) => {
        const made = member(hoisted(name), model.name);
        return declaration(model, isTyped ? made : filtered(made, guardOf(model)));
      }),
    ];
  }
}

interface RecursiveMember {
  /** Values in which no model of the group is nested. */
  readonly leaf: Arbitrary;
  readonly whole: Arbitrary;
  readonly how: MadeArbitrary["how"];
}

interface RecursiveCode {
  readonly models: readonly Model[];
  readonly members: ReadonlyMap<Model, RecursiveMember>;
  readonly isExact: boolean;
}

/** The name under which fast-check counts how deeply models of a group are nested. */
function depthOfGroup([first]: readonly Model[]): string {
  return first?.name ?? "";
}

function typeOf({ id }: Model): Type {
  return { kind: "reference", model: id };
}

/** Whether a type declares some properties, and an index signature for others, itself or inside. */
function hasOpenMembers(type: Type, types: ShapedTypes): boolean {
  const inside = (inner: Type): boolean =>
    inner.kind !== "reference" && hasOpenMembers(inner, types);
  switch (type.kind) {
    case "reference":
      return (
        viewOf(type, types)?.index !== undefined || hasOpenMembers(types.get(type.model), types)
      );
    case "object":
      return (
        (type.index !== undefined && type.properties.length > 0) ||
        type.properties.some((property) => inside(property.type)) ||
        (type.index !== undefined && inside(type.index))
      );
    case "array":
      return inside(type.items);
    case "tuple":
      return [...type.items, type.rest].some(inside);
    case "union":
    case "intersection":
      return type.members.some(inside);
    default:
      return false;
  }
}

function guardOf({ exports, module }: Model): ExportedName {
  return exported(exports.is, `guards/${module}`);
}

function filtered(code: Expression, guard: ExportedName): Expression {
  return pureCall(member(code, "filter"), guard);
}

/** Marks a call so that bundlers may drop it. */
function pure(code: Expression): Expression {
  return code.kind === "call" ? { ...code, isPure: true } : code;
}

function declaration(model: Model, value: Expression): Declaration {
  return {
    kind: "constant",
    name: model.exports.arbitrary,
    docs: docsOf(model),
    type: typeReference(fc("Arbitrary"), typeReference(typeName(model))),
    value,
    isHoisted: false,
  };
}

function docsOf({ name }: Model): Docs {
  return { text: `Makes values of {@link ${name}}.`, tags: [] };
}

function declares(declarations: readonly Declaration[], { exports }: Model): boolean {
  return declarations.some((one) => one.kind === "constant" && one.name === exports.arbitrary);
}

function fresh(base: string, names: Set<string>): string {
  let name = base;
  for (let count = 2; names.has(name); count += 1) name = `${base}${count}`;
  names.add(name);
  return name;
}
