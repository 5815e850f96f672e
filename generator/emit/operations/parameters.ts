import type { Check } from "../../checks/check.js";
import { optimize } from "../../checks/optimize.js";
import { exported, isSameCode, literal, object, pureCall } from "../../code/expressions.js";
import type { Expression, Member, TypeNode } from "../../code/nodes.js";
import { stringType, unknownType } from "../../code/type-nodes.js";
import type { Direction } from "../../core/direction.js";
import { below, type Place } from "../../core/place.js";
import { entriesOf, type Entry } from "../../openapi/entries.js";
import type { Found } from "../../openapi/navigate.js";
import type { PathOperation } from "../../openapi/operations.js";
import { encodingOf, type Encoding } from "../../openapi/parameter-encoding.js";
import { isRequired, parametersOf, variablesIn } from "../../openapi/parameters.js";
import type { Schema } from "../../schema/schema.js";
import { docsOfValue } from "./docs.js";
import { querystringCodec } from "./fields.js";
import { OperationModule } from "./operation-module.js";
import { contentCodec, styleCodec, type StyledValue } from "./parameter-codec.js";
import { Shapes } from "./shapes.js";

/** A parameter of an operation or a header of a response, as code. */
export interface DescribedParameter {
  readonly where: string;
  /** Its member in the group of its location. */
  readonly member: Extract<Member, { kind: "property" }>;
  /** The description of the parameter. */
  readonly code: Expression;
}

const locations: ReadonlySet<string> = new Set([
  "path",
  "query",
  "querystring",
  "header",
  "cookie",
]);

/** Describes the parameters of an operation, those of its path item among them. */
export function describeParameters(
  { path, pathItem, operation }: PathOperation,
  module: OperationModule,
): readonly DescribedParameter[] {
  const { document, unsupported } = module.context;
  const variables = new Set(variablesIn(path));
  const found = parametersOf(document, pathItem, operation).filter((entry) => {
    const isKnown = locations.has(entry.where);
    if (!isKnown) unsupported.add("location", entry.place);
    else if (entry.where === "path" && !variables.has(entry.name)) {
      unsupported.add("path-parameter", entry.place);
      return false;
    }
    return isKnown;
  });
  const described = found.map((entry) => describeParameter(entry, entry, "request", module));
  for (const { where, name } of found) if (where === "path") variables.delete(name);
  const missing = [...variables].map((name) => {
    unsupported.add("path-variable", operation.place);
    return textVariable(name, operation.place, module);
  });
  return [...described, ...missing];
}

/** Describes a parameter of an operation, or a header of a response. */
export function describeParameter(
  entry: Entry,
  named: ParameterName,
  direction: Direction,
  module: OperationModule,
): DescribedParameter {
  const { context } = module;
  const kind = direction === "request" ? "parameters" : "headers";
  const open = (): OperationModule => new OperationModule(context);
  const shared = context.shared.share(kind, entry, open, ({ value }, own) => {
    const described = describeOwn(entry, named, direction, own);
    const { docs } = described.member;
    return {
      described: { ...described, code: value },
      declarations: [],
      constant: { ...(docs !== undefined && { docs }), value: described.code },
    };
  });
  // A header has the name that its response gives it.
  const isSameName = shared?.member.name === named.name;
  return shared !== undefined && isSameName ? shared : describeOwn(entry, named, direction, module);
}

/** A parameter by its `in` and its name; the `in` of a header is `header`. */
interface ParameterName {
  readonly where: string;
  readonly name: string;
}

function describeOwn(
  entry: Entry,
  { where, name }: ParameterName,
  direction: Direction,
  module: OperationModule,
): DescribedParameter {
  const value = new HeldValue(entry, where, direction, module);
  const docs = docsOfValue(entry, value.documentedSchema());
  const required = isRequired(entry);
  return {
    where,
    member: {
      kind: "property",
      name,
      ...(docs !== undefined && { docs }),
      optional: !required,
      type: value.type(),
    },
    code: object([
      ["name", literal(name)],
      ["in", literal(where)],
      ...(required ? [["isRequired", literal(true)] as const] : []),
      ["codec", value.codec()],
      ["schema", value.checked(name)],
    ]),
  };
}

/** The value of a parameter or a header: in a style, or in its only media type. */
class HeldValue {
  readonly #encoding: Encoding;
  readonly #entry: Entry;
  readonly #where: string;
  readonly #direction: Direction;
  readonly #module: OperationModule;
  /** The object with its schema. */
  readonly #holder: Found;
  /** The place of its schema, if there is one. */
  readonly #place: Place | undefined;

  constructor(entry: Entry, where: string, direction: Direction, module: OperationModule) {
    const { document } = module.context;
    this.#entry = entry;
    this.#where = where;
    this.#direction = direction;
    this.#module = module;
    this.#encoding = encodingOf(document, entry, where);
    const [content] = entriesOf(document, entry, "content");
    this.#holder = this.#encoding.kind === "content" && content ? content[1] : entry;
    const hasSchema = Object.hasOwn(this.#holder.value, "schema");
    this.#place = hasSchema ? below(this.#holder.place, "schema") : undefined;
  }

  /** The schema, unless its model documents it. */
  documentedSchema(): Schema | undefined {
    if (this.#place === undefined) return undefined;
    const model = this.#module.model(this.#place, this.#direction);
    return model === undefined ? this.#schema() : undefined;
  }

  type(): TypeNode {
    const { typeAt } = this.#module.context;
    const isText = this.#encoding.kind === "style";
    if (this.#place === undefined) return isText ? stringType : unknownType;
    const type = typeAt(this.#place, this.#direction);
    const mayBeEmpty = this.#mayBeEmpty() && !isSameCode(type, stringType);
    return mayBeEmpty ? { kind: "union", members: [type, { kind: "literal", value: "" }] } : type;
  }

  codec(): Expression {
    const encoding = this.#encoding;
    const { unsupported } = this.#module.context;
    const schema = this.#schema();
    const onNested = (): void => unsupported.add("nested", this.#entry.place);
    if (encoding.kind === "content" && this.#where === "querystring" && schema !== undefined) {
      const isForm = encoding.mediaType === "application/x-www-form-urlencoded";
      if (isForm) return querystringCodec(schema, this.#holder, this.#module);
    }
    if (encoding.kind === "content") {
      const shape = (): Expression => this.#shape(schema, onNested).shape;
      return contentCodec(encoding.mediaType, shape, this.#entry, unsupported);
    }
    return styleCodec(encoding, this.#where, this.#shape(schema, onNested), (kind) =>
      unsupported.add(kind, this.#entry.place),
    );
  }

  /** The code of the schema that decides which values are valid. */
  checked(name: string): Expression {
    const place = this.#place;
    if (place === undefined) {
      const path = literal(this.#module.schemaPath(this.#entry.place));
      const any = this.#encoding.kind === "style" ? "anyText" : "anyValue";
      return pureCall(exported(any, "runtime/any-value"), path);
    }
    if (!this.#mayBeEmpty()) return this.#module.valueSchema(place, this.#direction, name);
    const own = this.#module.checks(this.#module.schema(place, this.#direction), this.#direction);
    const at = below(this.#entry.place, "allowEmptyValue");
    const empty: Check = { kind: "equals", keyword: "const", values: [""], at };
    const checks = optimize([{ kind: "any", branches: [own, [empty]], at }]);
    return this.#module.schemaOfChecks(checks, place, name);
  }

  #schema(): Schema | undefined {
    return this.#place && this.#module.schema(this.#place, this.#direction);
  }

  #shape(schema: Schema | undefined, onNested: () => void): StyledValue {
    const shapes = new Shapes(this.#module, this.#direction, onNested);
    return schema === undefined
      ? { shape: exported("asText", "runtime/parameter-shapes"), types: new Set(["string"]) }
      : { shape: shapes.of(schema), types: shapes.typesOf(schema) };
  }

  /** @see {@link https://spec.openapis.org/oas/v3.2.0.html#parameter-object | OpenAPI 3.2, allowEmptyValue} */
  #mayBeEmpty(): boolean {
    const { allowEmptyValue } = this.#entry.value;
    return this.#where === "query" && this.#encoding.kind === "style" && allowEmptyValue === true;
  }
}

/** A variable of a path that no parameter describes, as text. */
function textVariable(name: string, place: Place, module: OperationModule): DescribedParameter {
  const asText = exported("asText", "runtime/parameter-shapes");
  return {
    where: "path",
    member: { kind: "property", name, optional: false, type: stringType },
    code: object([
      ["name", literal(name)],
      ["in", literal("path")],
      ["isRequired", literal(true)],
      ["codec", pureCall(exported("simple", "runtime/parameter-simple"), asText)],
      [
        "schema",
        pureCall(exported("anyText", "runtime/any-value"), literal(module.schemaPath(place))),
      ],
    ]),
  };
}
