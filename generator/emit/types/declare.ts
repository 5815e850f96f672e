import type { Json } from "../../core/json.js";
import type { Model } from "../../model/model.js";
import { docsOf } from "../docs.js";
import { exported } from "../../code/expressions.js";
import type { Declaration, Docs } from "../../code/nodes.js";
import { typeExample } from "../examples.js";
import { literalsOf } from "./literals.js";
import { membersOf, otherString, propertiesOf, typeNode, type TypeContext } from "./type-node.js";
import { extensionOf, type ShapedTypes } from "../../model/shape.js";

/** What declaring a model needs besides the model. */
export interface DeclareContext extends TypeContext {
  readonly types: ShapedTypes;
}

/** Declares a model: an interface for objects, an alias for anything else, and its values. */
export function declareModel(model: Model, context: DeclareContext): readonly Declaration[] {
  const type = context.types.get(model.id);
  const docs = docsOf(model.schema, formNote(model), typeExample(model, context.types));
  const documented = docs === undefined ? {} : { docs };
  const values = literalsOf(model, context.types);
  if (values !== undefined) {
    const isOpen = type.kind === "union" && type.members.some(({ kind }) => kind === "otherString");
    return declareValues(model, values, isOpen, documented);
  }
  if (type.kind === "object") {
    const members = membersOf(type, context);
    return [{ kind: "interface", name: model.name, ...documented, members }];
  }
  const extension = extensionOf(type, context.types);
  if (extension !== undefined) {
    return [
      {
        kind: "interface",
        name: model.name,
        ...documented,
        extends: context.nameOf(extension.base),
        members: propertiesOf(extension.added, context),
      },
    ];
  }
  return [{ kind: "alias", name: model.name, ...documented, type: typeNode(type, context) }];
}

/** What is different in the model of a direction. */
function formNote({ direction, isPartial = false }: Model): string {
  if (direction === undefined) return "";
  return `As it is in ${direction}s${isPartial ? leftOut[direction] : ""}.`;
}

const leftOut = {
  request: ": without the properties that are read-only",
  response: ": without the properties that are write-only",
} as const;

function declareValues(
  { name, module, exports }: Model,
  values: readonly Json[],
  isOpen: boolean,
  documented: { readonly docs?: Docs },
): readonly Declaration[] {
  const list = { kind: "items of", list: exported(exports.values, `models/${module}`) } as const;
  return [
    {
      kind: "constant",
      name: exports.values,
      docs: {
        text: `${isOpen ? "The known values" : "Every value"} of {@link ${name}}.`,
        tags: [
          { name: "example", text: `for (const value of ${exports.values}) console.log(value);` },
        ],
      },
      value: { kind: "const", value: values },
      isHoisted: false,
    },
    {
      kind: "alias",
      name,
      ...documented,
      type: isOpen ? { kind: "union", members: [list, otherString] } : list,
    },
  ];
}
