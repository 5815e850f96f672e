import fc from "fast-check";
import ts from "typescript";
import { expect, it } from "vitest";
import { literal, local, object, property } from "../../generator/code/expressions.js";
import type { Declaration, Expression, Member, Statement } from "../../generator/code/nodes.js";
import { returned } from "../../generator/code/statements.js";
import { unknownType } from "../../generator/code/type-nodes.js";
import { compile } from "./compile.js";
import { functionOf, printDeclarations, printExpression } from "./print.js";

const pieces = [
  ...['"', "'", "`", "\\", "${x}", "*/", "/*", "//", "</script>", "\n", "\r", "\0", "\t"],
  ...["\u2028", "\u2029", "\u200b", "\u202e", "\ufeff", "\ud800", "\udc00", "😀", "\u{e0001}"],
  ...["__proto__", "constructor", "a-b", "ü", "@tag", ";", "}", "]", ")", " "],
];

/** Texts that nobody should trust: each of the pieces, and random mixtures of them. */
const texts = [
  "",
  ...pieces,
  ...fc.sample(
    fc
      .array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 6 })
      .map((parts) => parts.join("")),
    { numRuns: 100, seed: 20260105 },
  ),
];

/** The names that are bound in an object of JSON, without the prototype of objects. */
const only = (name: string, value: unknown): unknown => Object.fromEntries([[name, value]]);

const valueOf = (expression: Expression, argument?: unknown): unknown =>
  compile(["a"], `return ${printExpression(expression, { form: "javascript" })};`)(argument);

const places: Readonly<Record<string, (text: string) => void>> = {
  "a literal": (text) => {
    expect(valueOf(literal(text))).toBe(text);
    expect(valueOf(literal({ [text]: [text] }))).toEqual(only(text, [text]));
  },
  "the name of a property that is read": (text) => {
    const read = property(local("a"), text);
    expect(valueOf(read, only(text, "found"))).toBe("found");
  },
  "the name of a member": (text) => {
    expect(valueOf(object([[text, literal(1)]]))).toEqual(only(text, 1));
    const names = Object.getOwnPropertyNames(valueOf(object([[text, literal(1)]])));
    expect(names).toEqual([text]);
  },
  "a regular expression": (text) => {
    const source = text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    const pattern = valueOf({ kind: "regexp", source, flags: "u" });
    expect(pattern).toBeInstanceOf(RegExp);
    if (pattern instanceof RegExp) {
      expect(pattern.test(text)).toBe(true);
      expect(pattern.test("other")).toBe(text === "");
    }
  },
  "a case": (text) => {
    const choose: Statement = {
      kind: "switch",
      on: local("a"),
      cases: [{ values: [text], body: [returned(literal("found"))] }],
      otherwise: [returned(literal("none"))],
    };
    const code = printDeclarations([functionOf("f", ["a"], [choose])], { form: "javascript" });
    const f = compile(["a"], `${code.replace("export ", "")} return f(a);`);
    expect([f(text), f(`${text} `)]).toEqual(["found", "none"]);
  },
  "a type": (text) => {
    const [alias] = statementsOf([
      { kind: "alias", name: "T", type: { kind: "literal", value: text } },
    ]);
    const type = alias !== undefined && ts.isTypeAliasDeclaration(alias) ? alias.type : undefined;
    const read = type !== undefined && ts.isLiteralTypeNode(type) ? type.literal : undefined;
    expect(read !== undefined && ts.isStringLiteral(read) ? read.text : undefined).toBe(text);
  },
  "the name of a member of a type": (text) => {
    const member: Member = { kind: "property", name: text, optional: false, type: unknownType };
    const [model] = statementsOf([{ kind: "interface", name: "A", members: [member] }]);
    const members = model !== undefined && ts.isInterfaceDeclaration(model) ? model.members : [];
    expect(members.map(({ name }) => nameOf(name))).toEqual([text]);
  },
  documentation: (text) => {
    const docs = { text, tags: [{ name: "default", text }] };
    const member: Member = { kind: "property", name: "a", optional: true, type: unknownType, docs };
    const [model] = statementsOf([{ kind: "interface", name: "A", members: [member], docs }]);
    const tags = model === undefined ? [] : ts.getJSDocTags(model);
    expect(tags.map(({ tagName }) => tagName.text)).toEqual(["default"]);
    const members = model !== undefined && ts.isInterfaceDeclaration(model) ? model.members : [];
    expect(members.map(({ name }) => nameOf(name))).toEqual(["a"]);
  },
};

/** The statements of a module: one for each declaration. */
function statementsOf(declarations: readonly Declaration[]): readonly ts.Statement[] {
  const text = printDeclarations(declarations);
  // No character of it is one that an editor does not show.
  expect(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.exec(text.replace(/[\n\t]/g, ""))).toBeNull();
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true);
  expect(file.statements).toHaveLength(declarations.length);
  return file.statements;
}

function nameOf(name: ts.PropertyName | undefined): string | undefined {
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name))
    ? name.text
    : undefined;
}

it.each(Object.entries(places))("a hostile text is harmless in %s", (_, check) => {
  for (const text of texts) check(text);
});
