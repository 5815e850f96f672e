import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  call,
  exported,
  global,
  hoisted,
  local,
  pureCall,
} from "../../generator/code/expressions.js";
import type { Declaration, Module, TypeNode } from "../../generator/code/nodes.js";
import { defaultOptions, type PrintOptions } from "../../generator/code/print/options.js";
import { printModule } from "../../generator/code/print/print-module.js";
import { returned, returnFalse } from "../../generator/code/statements.js";
import {
  arrayOf,
  booleanType,
  numberType,
  stringType,
  typeReference,
  undefinedType,
  unknownType,
  voidType,
} from "../../generator/code/type-nodes.js";
import { functionOf, printDeclarations } from "./print.js";

const kinds = ["cat", 'a "dog"', 1, -1.5, true, [], ["nested", { a: [1], "b-c": null }], {}];

const petType = typeReference(exported("Pet", "models/pet"));
const isPetType = (type: TypeNode): TypeNode => ({
  kind: "predicate",
  asserts: false,
  parameter: "value",
  type,
});
const constantOf = (
  name: string,
  other: Pick<Extract<Declaration, { kind: "constant" }>, "type" | "value">,
): Declaration => ({
  kind: "constant",
  name,
  ...other,
  isHoisted: false,
});

const modules: readonly Module[] = [
  {
    path: "models/pet",
    declarations: [
      constantOf("kinds", { value: { kind: "const", value: kinds } }),
      constantOf("first", { value: { kind: "const", value: "cat" } }),
      constantOf("one", { value: { kind: "const", value: { a: 1 } } }),
      {
        kind: "interface",
        name: "Pet",
        members: [
          { kind: "property", name: "name", optional: false, type: stringType },
          {
            kind: "property",
            name: "friend",
            optional: true,
            type: { kind: "union", members: [petType, undefinedType] },
          },
          {
            kind: "property",
            name: "pair",
            optional: false,
            type: {
              kind: "tuple",
              items: [stringType, numberType],
              required: 1,
              rest: booleanType,
            },
          },
          {
            kind: "property",
            name: "class",
            optional: false,
            type: { kind: "object", members: [] },
          },
        ],
      },
      {
        kind: "alias",
        name: "Name",
        type: {
          kind: "union",
          members: ["a", 1, { a: [null] }].map((value) => ({ kind: "literal", value })),
        },
      },
    ],
  },
  {
    path: "guards/pet",
    declarations: [
      {
        ...functionOf(
          "isPet",
          ["value", "options"],
          [returned(call(hoisted("has"), local("value")))],
        ),
        returns: isPetType(petType),
      },
      {
        ...functionOf("never", [], [returnFalse]),
        parameters: [
          { name: "value", optional: false, type: unknownType },
          {
            name: "options",
            optional: true,
            type: typeReference("Record", stringType, unknownType),
          },
        ],
        returns: isPetType(arrayOf(typeReference(exported("Name", "models/pet")))),
      },
      { ...functionOf("nothing", [], []), returns: voidType },
      constantOf("names", {
        type: typeReference("ReadonlySet", stringType),
        value: { kind: "new", callee: global("Set"), types: [stringType], args: [] },
      }),
      constantOf("list", {
        type: arrayOf(unknownType),
        value: pureCall(global("Array"), hoisted("has")),
      }),
      {
        ...functionOf("has", ["value"], [returned(call(global("Boolean"), local("value")))]),
        returns: booleanType,
        isHoisted: true,
      },
    ],
  },
];

/** Compiles files by their text, with every check. */
async function compile(files: Readonly<Record<string, string>>): Promise<{
  readonly messages: readonly string[];
  readonly written: Readonly<Record<string, string>>;
}> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-")));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const roots = Object.keys(files).filter((name) => name.endsWith(".ts"));
  const program = ts.createProgram(
    roots.map((name) => join(folder, name)),
    {
      ...{ strict: true, noUnusedLocals: true, noUnusedParameters: true },
      ...{ noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
      ...{ target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [] },
      ...{ module: ts.ModuleKind.NodeNext, verbatimModuleSyntax: true },
      ...{ isolatedDeclarations: true, declaration: true },
    },
  );
  const written: Record<string, string> = {};
  const { diagnostics } = program.emit(undefined, (path, text) => {
    written[relative(folder, path)] = text;
  });
  const messages = [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(
    ({ messageText, file }) =>
      `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
  );
  await rm(folder, { recursive: true });
  return { messages, written };
}

describe("the declarations of modules", () => {
  const printed = (form: PrintOptions["form"], end: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      modules.map((module) => [
        `${module.path}${end}`,
        printModule(module, { ...defaultOptions, form }).text,
      ]),
    );
  const packageJson = { "package.json": '{ "type": "module" }' };
  const consumer = `
    import { first, kinds, one, type Name, type Pet } from "./models/pet.js";
    import { isPet, list, names, never, nothing } from "./guards/pet.js";
    type Equal<X, Y> =
      (<T>() => T extends X ? 1 : 2) extends <T>() => T extends Y ? 1 : 2 ? true : false;
    export const isCat: Equal<typeof first, "cat"> = true;
    export const isOne: Equal<typeof one, { readonly a: 1 }> = true;
    export const isKinds: Equal<typeof kinds, readonly [
      "cat", 'a "dog"', 1, -1.5, true, readonly [],
      readonly ["nested", { readonly a: readonly [1]; readonly "b-c": null }], {},
    ]> = true;
    export const isName: Equal<Name, "a" | 1 | { a: [null] }> = true;
    export const isPair: Equal<Pet["pair"], [string, number?, ...boolean[]]> = true;
    export function use(value: unknown): string | undefined {
      if (never(value)) return String(value[0] satisfies Name | undefined);
      if (isPet(value, list)) return value.friend?.name ?? value.name;
      nothing();
      return names.has("a") ? undefined : String(one.a);
    }`;

  it("fit a consumer as the sources do", async () => {
    const sources = { ...packageJson, ...printed("typescript", ".ts"), "consumer.ts": consumer };
    const built = {
      ...packageJson,
      ...printed("declarations", ".d.ts"),
      ...printed("javascript", ".js"),
      "consumer.ts": consumer,
    };
    expect((await compile(sources)).messages).toEqual([]);
    expect((await compile(built)).messages).toEqual([]);
    // A consumer that the types do not fit is noticed with both.
    const wrong = consumer.replace('"cat">', '"dog">');
    expect((await compile({ ...sources, "consumer.ts": wrong })).messages).toHaveLength(1);
    expect((await compile({ ...built, "consumer.ts": wrong })).messages).toHaveLength(1);
  });

  it("are those that TypeScript writes, but for their layout", async () => {
    const { written } = await compile({ ...packageJson, ...printed("typescript", ".ts") });
    const declarations = printed("declarations", ".d.ts");
    for (const [name, text] of Object.entries(declarations)) {
      expect(normal(text), name).toBe(normal(written[name] ?? ""));
    }
  });

  /** Declarations without comments, in the layout of TypeScript; it keeps the underscores. */
  function normal(text: string): string {
    const file = ts.createSourceFile(
      "file.d.ts",
      text.replace(/\b_(?=\w)/g, ""),
      ts.ScriptTarget.ES2022,
    );
    const shown = ts.createPrinter({ removeComments: true }).printFile(file);
    return shown
      .replace(/\s+/g, " ")
      .replace(/export \{\};/g, "")
      .trim();
  }
});

it("refuses an exported constant without a type in declarations", () => {
  const declaration: Declaration = {
    kind: "constant",
    name: "a",
    value: call(global("f")),
    isHoisted: false,
  };
  expect(() => printDeclarations([declaration], { form: "declarations" })).toThrow(
    "The exported constant a has no type",
  );
});
