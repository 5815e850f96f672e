import { parseList } from "./parse-list.js";
import type { Scanner } from "./scanner.js";
import type { Type, TypeMember } from "./syntax.js";

/** Parses a type. */
export function parseType(scanner: Scanner): Type {
  return parseMembers(scanner, "|", "union", () =>
    parseMembers(scanner, "&", "intersection", () => parsePostfix(scanner)),
  );
}

function parseMembers(
  scanner: Scanner,
  operator: string,
  kind: "union" | "intersection",
  parseMember: () => Type,
): Type {
  scanner.take(operator);
  const first = parseMember();
  if (!scanner.is(operator)) return first;
  const members = [first];
  while (scanner.take(operator)) members.push(parseMember());
  return { kind, members };
}

function parsePostfix(scanner: Scanner): Type {
  let type = parsePrimary(scanner);
  while (scanner.take("[")) {
    type = scanner.is("]")
      ? { kind: "array", items: type }
      : { kind: "element", object: type, key: parseType(scanner) };
    scanner.expect("]");
  }
  return type;
}

function parsePrimary(scanner: Scanner): Type {
  if (scanner.take("(")) {
    const type = parseType(scanner);
    scanner.expect(")");
    return type;
  }
  if (scanner.take("[")) {
    return { kind: "tuple", items: parseList(scanner, "]", () => parseTupleItem(scanner)) };
  }
  if (scanner.is("{")) {
    const isOpen = /^[^\S\n]*\n/.test(scanner.rest);
    scanner.next();
    return { kind: "object", members: parseTypeMembers(scanner), isOpen };
  }
  if (scanner.take("typeof")) return { kind: "query", text: `typeof ${scanner.next()}` };
  if (scanner.is("import")) return { kind: "keyword", text: parseImport(scanner) };
  const text = scanner.next();
  if (text === "-") return { kind: "keyword", text: `-${scanner.next()}` };
  if (keywords.has(text) || /^["'\d]/.test(text)) return { kind: "keyword", text };
  return {
    kind: "reference",
    name: text,
    types: scanner.is("<") ? parseTypeArguments(scanner) : [],
  };
}

/** Parses `import("module").Name`. */
function parseImport(scanner: Scanner): string {
  scanner.expect("import");
  scanner.expect("(");
  const module = scanner.next();
  scanner.expect(")");
  scanner.expect(".");
  return `import(${module}).${scanner.next()}`;
}

const keywords: ReadonlySet<string> = new Set([
  "boolean",
  "false",
  "never",
  "null",
  "number",
  "string",
  "true",
  "undefined",
  "unknown",
  "void",
]);

function parseTupleItem(scanner: Scanner): Type {
  if (scanner.take("...")) return { kind: "rest", item: parseType(scanner) };
  const item = parseType(scanner);
  return scanner.take("?") ? { kind: "optional", item } : item;
}

function parseTypeMembers(scanner: Scanner): readonly TypeMember[] {
  const members: TypeMember[] = [];
  while (!scanner.take("}")) {
    members.push(parseTypeMember(scanner));
    if (!scanner.is("}")) scanner.expect(";");
  }
  return members;
}

/** Parses `name: type`, `name?: type` or `[key: string]: type`. */
export function parseTypeMember(scanner: Scanner): TypeMember {
  const comment = scanner.token.startsWith("/*") ? scanner.next() : "";
  let name = scanner.next();
  // It may also be the name itself.
  if (name === "readonly" && !scanner.is("?") && !scanner.is(":")) name += ` ${scanner.next()}`;
  if (name === "[") {
    name += `${scanner.next()}: `;
    scanner.expect(":");
    name += `${scanner.next()}]`;
    scanner.expect("]");
  }
  if (scanner.take("?")) name += "?";
  scanner.expect(":");
  return { comment, name, type: parseType(scanner) };
}

/** Parses `<types>`. */
export function parseTypeArguments(scanner: Scanner): readonly Type[] {
  scanner.expect("<");
  return parseList(scanner, ">", () => parseType(scanner));
}
