import { format } from "prettier";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  arrow,
  call,
  exported,
  global,
  hoisted,
  literal,
  local,
  pureCall,
} from "../../generator/code/expressions.js";
import type { Declaration, Expression } from "../../generator/code/nodes.js";
import { defaultOptions } from "../../generator/code/print/options.js";
import { printModule } from "../../generator/code/print/print-module.js";
import { assign, evaluate, returned } from "../../generator/code/statements.js";
import { typeReference, unknownType, voidType } from "../../generator/code/type-nodes.js";
import { functionOf, printDeclarations } from "./print.js";

const pet = exported("Pet", "models/pet");
const isPet = exported("isPet", "guards/pet");
const isObject = exported("isObject", "runtime/values");
const isArray = exported("isArray", "runtime/values");

function aliasOf(name: string, ...types: readonly (typeof pet)[]): Declaration {
  return {
    kind: "alias",
    name,
    type: { kind: "union", members: types.map((type) => typeReference(type)) },
  };
}

function constantOf(name: string, value: Expression, isHoisted = false): Declaration {
  return { kind: "constant", name, type: unknownType, value, isHoisted };
}

const uses = (...names: readonly Expression[]): Declaration =>
  functionOf("f", [], [evaluate(call(global("g"), ...names))]);

/** The imports of a module. */
function importsOf(
  declarations: readonly Declaration[],
  options: Parameters<typeof printDeclarations>[1] = {},
  path = "guards/cat",
): readonly string[] {
  return printDeclarations(declarations, options, path)
    .split("\n")
    .filter((line) => line.startsWith("import "));
}

describe("the imports of a module", () => {
  const table: readonly (readonly [
    name: string,
    declarations: readonly Declaration[],
    imports: readonly string[],
    path?: string,
  ])[] = [
    ["none", [uses(literal('import { isPet } from "x"'))], []],
    ["a value", [uses(isPet)], ['import { isPet } from "./pet.js";']],
    ["a value, twice", [uses(isPet, isPet)], ['import { isPet } from "./pet.js";']],
    ["a type", [aliasOf("Cat", pet)], ['import type { Pet } from "../models/pet.js";']],
    [
      "a value and a type",
      [uses(exported("petValues", "models/pet")), aliasOf("Cat", pet)],
      ['import { petValues, type Pet } from "../models/pet.js";'],
    ],
    [
      "one name as a value and as a type",
      [uses(pet), aliasOf("Cat", pet)],
      ['import { Pet } from "../models/pet.js";'],
    ],
    [
      "a base",
      [{ kind: "interface", name: "Cat", extends: typeReference(pet), members: [] }],
      ['import type { Pet } from "../models/pet.js";'],
    ],
    ["of its own", [uses(isPet), aliasOf("Cat", pet)], ['import type { Pet } from "../models/pet.js";'], "guards/pet"], // prettier-ignore
    ["types of its own", [aliasOf("Cat", pet)], [], "models/pet"],
    [
      "in order",
      [
        uses(isObject, isArray, exported("Zebra", "guards/b"), isPet),
        aliasOf("Cat", exported("B", "guards/a"), exported("A", "guards/a")),
        aliasOf("Dog", exported("Z", "runtime/values"), exported("Y", "runtime/values")),
      ],
      [
        'import { isArray, isObject, type Y, type Z } from "../runtime/values.js";',
        'import type { A, B } from "./a.js";',
        'import { Zebra } from "./b.js";',
        'import { isPet } from "./pet.js";',
      ],
    ],
    ["from the root", [uses(isPet)], ['import { isPet } from "./guards/pet.js";'], "index"],
    ["of the root", [uses(exported("x", "openapi"))], ['import { x } from "../openapi.js";']],
    ["from a deeper folder", [uses(isPet)], ['import { isPet } from "../../guards/pet.js";'], "guards-of/a/b"], // prettier-ignore
    ["from a folder of its name", [uses(exported("x", "guards/a"))], ['import { x } from "../a.js";'], "guards/a/b"], // prettier-ignore
    ["from a folder inside", [uses(isPet)], ['import { isPet } from "../pet.js";'], "guards/a/b"],
    ["of a folder inside", [uses(exported("x", "guards/a/b"))], ['import { x } from "./a/b.js";']],
    ["of a folder with the same start", [uses(exported("x", "guards2/a"))], ['import { x } from "../guards2/a.js";']], // prettier-ignore
    // A folder of the name of the module.
    ["of a file and a folder of one name", [uses(exported("x", "guards/cat/cat"))], ['import { x } from "./cat/cat.js";']], // prettier-ignore
    ["only of what is reached", [constantOf("a", call(isPet), true), uses(isObject)], ['import { isObject } from "../runtime/values.js";']], // prettier-ignore
    ["of what is reached", [constantOf("a", call(isPet), true), uses(hoisted("a"))], ['import { isPet } from "./pet.js";']], // prettier-ignore
  ];

  it.each(table.map((row) => [row[0], row] as const))(
    "%s",
    (_, [, declarations, imports, path]) => {
      expect(importsOf(declarations, {}, path)).toEqual(imports);
    },
  );

  it.each([
    [".js", './pet.js"'],
    [".ts", './pet.ts"'],
    ["", './pet"'],
  ] as const)("end in %j", (importExtension, end) => {
    const reexport: Declaration = {
      kind: "reexport",
      module: "guards/pet",
      names: { values: ["isCat"], types: [] },
    };
    expect(printDeclarations([uses(isPet), reexport], { importExtension }, "guards/cat")).toBe(
      `import { isPet } from "${end};\n\nexport function f(): unknown {\n  g(isPet);\n}\n\nexport { isCat } from "${end};\n`,
    );
  });

  const petsOf = typeReference(exported("Only", "models/only"));
  const both = [
    constantOf("a", { kind: "new", callee: global("Set"), types: [petsOf], args: [] }),
    uses(isPet),
    aliasOf("Cat", pet, exported("T", "guards/pet")),
    { kind: "reexport", module: "a", names: { values: [], types: ["A", "B"] } },
    { kind: "reexport", module: "b", names: { values: ["b"], types: [] } },
  ] as const;

  it.each([
    [
      "typescript",
      [
        'import type { Only } from "../models/only.js";',
        'import type { Pet } from "../models/pet.js";',
        'import { isPet, type T } from "./pet.js";',
      ],
      ["models/only", "models/pet", "guards/pet", "a", "b"],
    ],
    ["javascript", ['import { isPet } from "./pet.js";'], ["guards/pet", "a", "b"]],
    [
      "declarations",
      ['import type { Pet } from "../models/pet.js";', 'import type { T } from "./pet.js";'],
      ["models/pet", "guards/pet", "a", "b"],
    ],
  ] as const)("in the form %s", (form, imports, modules) => {
    expect(importsOf(both, { form })).toEqual(imports);
    const module = { path: "guards/cat", declarations: both };
    expect(printModule(module, { ...defaultOptions, form }).imports).toEqual(modules);
  });
});

describe("what a module exports of others", () => {
  const reexports: readonly Declaration[] = [
    { kind: "reexport", module: "models/pet", names: { values: [], types: ["Pet", "Cat"] } },
    { kind: "reexport", module: "guards/pet", names: { values: ["isPet"], types: [] } },
  ];
  const values = 'export { isPet } from "./guards/pet.js";\n';

  it.each([
    ["typescript", `export type { Pet, Cat } from "./models/pet.js";\n${values}`],
    ["javascript", values],
    ["declarations", `export type { Pet, Cat } from "./models/pet.js";\n${values}`],
  ] as const)("stands together in the form %s", (form, text) => {
    expect(printDeclarations(reexports, { form }, "index")).toBe(text);
  });

  it.each([
    ["typescript", 'export { b, type A } from "./c.js";\nexport * from "./d.js";\n'],
    ["javascript", 'export { b } from "./c.js";\nexport * from "./d.js";\n'],
    ["declarations", 'export { b, type A } from "./c.js";\nexport * from "./d.js";\n'],
  ] as const)("may be values and types, or all of it, in the form %s", (form, text) => {
    const both: readonly Declaration[] = [
      { kind: "reexport", module: "c", names: { values: ["b"], types: ["A"] } },
      { kind: "reexport", module: "d", names: "all" },
    ];
    expect(printDeclarations(both, { form }, "index")).toBe(text);
  });

  it("stands apart from what the module declares", () => {
    expect(
      printDeclarations([...reexports, aliasOf("A", pet), ...reexports.slice(1)], {}, "index"),
    ).toBe(
      `import type { Pet } from "./models/pet.js";\n\nexport type { Pet, Cat } from "./models/pet.js";\n${values}\nexport type A = Pet;\n\n${values}`,
    );
  });
});

describe("what is hoisted", () => {
  const table: readonly (readonly [
    name: string,
    declarations: readonly Declaration[],
    printed: readonly string[],
  ])[] = [
    ["not used", [constantOf("a", literal(1), true)], []],
    ["used", [constantOf("a", literal(1), true), uses(hoisted("a"))], ["a", "f"]],
    ["used before", [uses(hoisted("a")), constantOf("a", literal(1), true)], ["f", "a"]],
    [
      "used by another that is not used",
      [constantOf("a", literal(1), true), constantOf("b", hoisted("a"), true)],
      [],
    ],
    [
      "used by others that are used",
      [
        constantOf("c", literal(1), true),
        constantOf("unused", hoisted("c"), true),
        constantOf("b", hoisted("c"), true),
        { ...functionOf("a", [], [returned(hoisted("b"))]), isHoisted: true },
        uses(hoisted("a")),
      ],
      ["c", "b", "a", "f"],
    ],
    [
      "used by each other",
      [
        { ...functionOf("a", [], [returned(hoisted("b"))]), isHoisted: true },
        { ...functionOf("b", [], [returned(hoisted("a"))]), isHoisted: true },
        uses(hoisted("a")),
      ],
      ["a", "b", "f"],
    ],
    // Of a variable or an export of the same name, nothing is said.
    [
      "named like a variable",
      [constantOf("a", literal(1), true), uses(arrow(["a"], local("a")))],
      ["f"],
    ],
  ];

  it.each(table)("%s", (_, declarations, printed) => {
    const names = [
      ...printDeclarations(declarations).matchAll(/^(?:export )?(?:const|function) (\w+)/gm),
    ].map(([, name]) => name);
    expect(names).toEqual(printed);
  });
});

describe("the parameters of a function", () => {
  const used = (...names: readonly string[]): Declaration => ({
    ...functionOf("isCat", ["value", "path"], [returned(call(global("f"), ...names.map(local)))]),
    returns: {
      kind: "predicate",
      asserts: false,
      parameter: "value",
      type: typeReference("Cat"),
    },
  });

  it.each([
    [["value", "path"], "(value: unknown, path: unknown): value is Cat"],
    [["value"], "(value: unknown, _path: unknown): value is Cat"],
    [["path"], "(_value: unknown, path: unknown): _value is Cat"],
    [[], "(_value: unknown, _path: unknown): _value is Cat"],
  ])("%j of them used", (names, signature) => {
    expect(printDeclarations([used(...names)])).toContain(`export function isCat${signature} {`);
    // The declarations do not say what a body uses.
    expect(printDeclarations([used(...names)], { form: "declarations" })).toBe(
      "export declare function isCat(value: unknown, path: unknown): value is Cat;\n",
    );
  });

  it.each([
    ["assigned", [assign("value", "=", literal(1))], "value"],
    ["hidden by a parameter", [returned(arrow(["value"], local("value")))], "_value"],
    ["used in a function", [returned(arrow(["other"], local("value")))], "value"],
    ["hidden by a variable", [{ kind: "block", body: [{ kind: "variable", isConstant: true, name: "value", value: literal(1) }, returned(local("value"))] }], "_value"], // prettier-ignore
    ["hidden by an item", [each(local("other"), "value", local("value"))], "_value"],
    ["looped through", [each(local("value"), "item", local("item"))], "value"],
    ["used in a loop", [each(local("other"), "item", local("value"))], "value"],
  ] as const)("%s", (_, body, name) => {
    expect(printDeclarations([functionOf("f", ["value"], body)])).toContain(`f(${name}: unknown)`);
  });

  function each(value: Expression, item: string, read: Expression) {
    const body = [evaluate(call(global("f"), read, read))];
    return { kind: "each", over: "items", value, from: 0, key: "index", item, body } as const;
  }

  it("may be optional", () => {
    const declaration: Declaration = {
      ...functionOf("f", [], []),
      parameters: [{ name: "options", optional: true, type: typeReference("Options") }],
      returns: voidType,
    };
    expect(printDeclarations([declaration])).toBe(
      "export function f(_options?: Options): void {}\n",
    );
  });
});

describe("the JavaScript of a module", () => {
  const declarations: readonly Declaration[] = [
    { kind: "interface", name: "Cat", docs: { text: "A cat.", tags: [] }, members: [] },
    aliasOf("Dog", pet),
    constantOf("pattern", { kind: "regexp", source: "a/b", flags: "u" }, true),
    constantOf("CatSchema", pureCall(exported("schema", "runtime/schema"), isPet)),
    {
      kind: "constant",
      name: "catValues",
      value: { kind: "const", value: ["a", 1] },
      isHoisted: false,
    },
    constantOf("names", {
      kind: "new",
      callee: global("Set"),
      types: [unknownType],
      args: [literal(["a"])],
    }),
    {
      ...functionOf(
        "isCat",
        ["value", "path"],
        [
          { kind: "variable", isConstant: false, name: "a", value: arrow(["x"], local("x")) },
          { kind: "if", test: isObject, then: [returned(hoisted("pattern"))], otherwise: [] },
          returned(local("value")),
        ],
      ),
      docs: { text: "Whether it is a cat.", tags: [{ name: "example", text: "isCat(1);" }] },
    },
    { kind: "reexport", module: "models/pet", names: { values: [], types: ["Pet"] } },
    { kind: "reexport", module: "guards/pet", names: { values: ["isPet"], types: [] } },
  ];

  it("is what TypeScript makes of it, but for comments", async () => {
    const print = (form: "typescript" | "javascript"): string =>
      printModule({ path: "guards/cat", declarations }, { ...defaultOptions, form }).text;
    const { outputText } = ts.transpileModule(print("typescript"), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        removeComments: true,
      },
    });
    const normal = async (text: string): Promise<string> => {
      const code = text.replace(/\/\*[^]*?\*\/ ?|^\/\/.*\n/gm, "").replace(/\n+/g, "\n");
      return format(code, { parser: "babel" });
    };
    expect(await normal(print("javascript"))).toBe(await normal(outputText));
  });

  it("has no doc comments, which are in the declarations", () => {
    expect(printDeclarations(declarations, { form: "javascript" })).not.toContain("/**");
    expect(printDeclarations(declarations, { form: "declarations" })).toContain("Whether it is");
  });
});

describe("a name that two things in a module have", () => {
  const record = typeReference("Record", unknownType, typeReference("Set", unknownType));
  const newSet: Expression = { kind: "new", callee: global("Set"), types: [], args: [] };
  const taken = exported("isObject", "guards/object");
  const set = exported("Set", "models/set");

  it.each<[what: string, declarations: readonly Declaration[], text: string]>([
    [
      "a global type and a declaration",
      [aliasOf("Record", pet), { kind: "alias", name: "All", type: record }],
      'import type { Pet } from "../models/pet.js";\n\nexport type Record = Pet;\n\nexport type All = globalThis.Record<unknown, Set<unknown>>;\n',
    ],
    [
      "a global value and an imported type",
      [aliasOf("Cat", set), constantOf("a", newSet)],
      'import type { Set } from "../models/set.js";\n\nexport type Cat = Set;\n\nexport const a: unknown = /* @__PURE__ */ new globalThis.Set();\n',
    ],
    [
      "a global in a pattern, and a declaration",
      [
        { kind: "interface", name: "RegExp", members: [] },
        constantOf("a", { kind: "regexp", source: "(?<a>b)", flags: "u" }),
      ],
      'export interface RegExp {}\n\nexport const a: unknown = /* @__PURE__ */ new globalThis.RegExp("(?<a>b)", "u");\n',
    ],
    [
      "a hoisted constant and an imported type",
      [
        aliasOf("Cat", exported("pattern", "models/pattern")),
        constantOf("pattern", literal(1), true),
        uses(hoisted("pattern")),
      ],
      'import type { pattern } from "../models/pattern.js";\n\nexport type Cat = pattern;\n\nconst pattern2: unknown = 1;\n\nexport function f(): unknown {\n  g(pattern2);\n}\n',
    ],
    [
      "a declaration and an import",
      [functionOf("isObject", [], [returned(call(isObject))])],
      'import { isObject as isObject2 } from "../runtime/values.js";\n\nexport function isObject(): unknown {\n  return isObject2();\n}\n',
    ],
    [
      "two imports: that of the nearest module keeps it",
      [uses(isObject, taken)],
      'import { isObject as isObject2 } from "../runtime/values.js";\nimport { isObject } from "./object.js";\n\nexport function f(): unknown {\n  g(isObject2, isObject);\n}\n',
    ],
    [
      "an imported value and a parameter",
      [functionOf("f", ["isObject"], [returned(call(isObject, local("isObject")))])],
      'import { isObject as isObject2 } from "../runtime/values.js";\n\nexport function f(isObject: unknown): unknown {\n  return isObject2(isObject);\n}\n',
    ],
    [
      "an imported type and a parameter, which do not meet",
      [functionOf("f", ["Pet"], [returned(local("Pet"))]), aliasOf("Cat", pet)],
      'import type { Pet } from "../models/pet.js";\n\nexport function f(Pet: unknown): unknown {\n  return Pet;\n}\n\nexport type Cat = Pet;\n',
    ],
  ])("%s", (_what, declarations, text) => {
    expect(printDeclarations(declarations)).toBe(text);
  });
});
