import { readSpec } from "../spec/document.js";

/** A value with one thing changed that makes it invalid. */
export interface Change {
  /** What was changed, in words. */
  readonly what: string;
  /** Where: the property names and array indexes that lead there. */
  readonly path: readonly (string | number)[];
  /** The whole value after the change. */
  readonly value: unknown;
}

/** A Schema Object, as far as it says what can be changed. */
interface SchemaObject {
  readonly $ref?: string;
  readonly anyOf?: readonly SchemaObject[];
  readonly properties?: Readonly<Record<string, SchemaObject>>;
  readonly required?: readonly string[];
  readonly items?: SchemaObject;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
}

/** A part of a value: where it is, and the whole value with something else in its place. */
interface Part {
  readonly path: readonly (string | number)[];
  readonly replace: (part: unknown) => unknown;
}

const components = readSpec().components.schemas as Readonly<Record<string, SchemaObject>>;

/**
 * Everything that makes a valid value of a component invalid by leaving one required field out or
 * by changing one literal, at any depth.
 *
 * @param component - the name of a component schema of `spec/openapi.yaml`
 * @param value - a valid value of it
 */
export function changesOf(component: string, value: unknown): readonly Change[] {
  return changes(componentSchema(component), value, { path: [], replace: (part) => part });
}

function changes(schema: SchemaObject, value: unknown, part: Part): readonly Change[] {
  return [
    ...omissions(schema, value, part),
    ...otherLiterals(schema, value, part),
    ...insideReferences(schema, value, part),
    ...insideProperties(schema, value, part),
    ...insideItems(schema, value, part),
  ];
}

function omissions(schema: SchemaObject, value: unknown, part: Part): readonly Change[] {
  if (!isRecord(value)) return [];
  return (schema.required ?? []).map((name) => {
    const kept = Object.entries(value).filter(([key]) => key !== name);
    return change("without", [...part.path, name], part.replace(Object.fromEntries(kept)));
  });
}

function otherLiterals(schema: SchemaObject, value: unknown, part: Part): readonly Change[] {
  const isLiteral = schema.const !== undefined || schema.enum !== undefined;
  if (!isLiteral || typeof value !== "string") return [];
  return [change("with another literal as", part.path, part.replace(`${value}?`))];
}

/** No two branches of the document's `anyOf`s say something about the same value. */
function insideReferences(schema: SchemaObject, value: unknown, part: Part): readonly Change[] {
  const referenced =
    schema.$ref === undefined ? [] : [componentSchema(schema.$ref.split("/").at(-1) ?? "")];
  return [...referenced, ...(schema.anyOf ?? [])].flatMap((each) => changes(each, value, part));
}

function insideProperties(schema: SchemaObject, value: unknown, part: Part): readonly Change[] {
  if (!isRecord(value)) return [];
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => Object.hasOwn(value, name))
    .flatMap(([name, property]) =>
      changes(property, value[name], {
        path: [...part.path, name],
        replace: (changed) => part.replace({ ...value, [name]: changed }),
      }),
    );
}

function insideItems(schema: SchemaObject, value: unknown, part: Part): readonly Change[] {
  const { items } = schema;
  if (items === undefined || !Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) =>
    changes(items, item, {
      path: [...part.path, index],
      replace: (changed) => part.replace(value.with(index, changed)),
    }),
  );
}

function change(verb: string, path: Change["path"], value: unknown): Change {
  return { what: `${verb} ${path.join(".")}`, path, value };
}

function componentSchema(name: string): SchemaObject {
  const schema = components[name];
  if (schema === undefined) throw new Error(`There is no component schema ${name}.`);
  return schema;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
