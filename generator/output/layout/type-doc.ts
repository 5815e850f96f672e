import {
  align,
  brokenGroup,
  concat,
  enclosed,
  group,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  listed,
  softline,
  type Doc,
} from "./doc.js";
import type { Type, TypeMember } from "./syntax.js";

/** Where a type stands, as far as its layout depends on it. */
export type TypePlace =
  /** By itself: as the type of a member or of a parameter. */
  | "alone"
  /** After the `=` of an alias, whose layout has indented it. */
  | "alias"
  | "argument"
  | "tuple"
  /** Where a union or an intersection needs parentheses. */
  | "operand";

/** The layout of a type. */
export function typeDoc(type: Type, place: TypePlace): Doc {
  switch (type.kind) {
    case "keyword":
    case "query":
      return type.text;
    case "reference":
      return concat([type.name, typeArgumentsDoc(type.types)]);
    case "array":
      return concat([operandDoc(type.items), "[]"]);
    case "element":
      return concat([operandDoc(type.object), "[", typeDoc(type.key, "alone"), "]"]);
    case "tuple":
      return tupleDoc(type.items);
    case "optional":
      return concat([operandDoc(type.item), "?"]);
    case "rest":
      return concat(["...", typeDoc(type.item, "alone")]);
    case "object":
      return objectDoc(type);
    case "union":
      return unionDoc(type.members, place);
    case "intersection": {
      const printed = intersectionDoc(type.members);
      return place === "operand" ? concat(["(", printed, ")"]) : printed;
    }
  }
}

function operandDoc(type: Type): Doc {
  return type.kind === "query" ? `(${type.text})` : typeDoc(type, "operand");
}

/** `<types>`, or nothing. */
export function typeArgumentsDoc(types: readonly Type[]): Doc {
  const [only, ...others] = types;
  if (only === undefined) return "";
  const printed = types.map((type) => typeDoc(type, "argument"));
  return others.length === 0 && isSimple(only)
    ? concat(["<", ...printed, ">"])
    : group(concat(["<", indent(concat([softline, listed(printed)])), softline, ">"]));
}

/** Whether a type would gain nothing by a line of its own between `<` and `>`. */
function isSimple(type: Type): boolean {
  switch (type.kind) {
    case "keyword":
    case "object":
      return true;
    case "reference":
      return type.types.length === 0;
    case "union":
      return isHugged(type.members);
    default:
      return false;
  }
}

function tupleDoc(items: readonly Type[]): Doc {
  if (items.length === 0) return "[]";
  const place = items.length > 1 ? "tuple" : "alone";
  const printed = items.map((item) => group(typeDoc(item, place)));
  const list = indent(concat([softline, listed(printed), ifBreak(",")]));
  return group(concat(["[", list, softline, "]"]));
}

const semicolon = concat([";", line]);

function objectDoc({ members, isOpen }: Extract<Type, { kind: "object" }>): Doc {
  if (members.length === 0) return "{}";
  const list = indent(concat([line, join(semicolon, members.map(typeMemberDoc))]));
  const printed = concat(["{", list, ifBreak(";"), line, "}"]);
  return isOpen ? brokenGroup(printed) : group(printed);
}

/** `name: type` */
export function typeMemberDoc({ comment, name, type }: TypeMember): Doc {
  const printed = concat([name, ": ", typeDoc(type, "alone")]);
  return comment === "" ? printed : concat([commentDoc(comment), hardline, printed]);
}

/** A comment keeps its lines. */
function commentDoc(comment: string): Doc {
  const [first = "", ...others] = comment.split("\n").map((text) => text.trim());
  return join(hardline, [first, ...others.map((text) => ` ${text}`)]);
}

function unionDoc(members: readonly Type[], place: TypePlace): Doc {
  if (isHugged(members)) {
    const joined = join(
      " | ",
      members.map((member) => typeDoc(member, "operand")),
    );
    return place === "operand" ? concat(["(", joined, ")"]) : joined;
  }
  const printed = group(
    concat(
      members.flatMap((member, index) => [
        ...(index === 0 ? [ifBreak("| ")] : [line, "| "]),
        align(2, typeDoc(member, "operand")),
      ]),
    ),
  );
  switch (place) {
    case "operand":
      return concat(["(", enclosed(printed), ")"]);
    case "tuple":
      return group(
        concat([
          indent(concat([ifBreak(concat(["(", softline])), printed])),
          softline,
          ifBreak(")"),
        ]),
      );
    case "alias":
    case "argument":
      return printed;
    case "alone":
      return group(indent(concat([softline, printed])));
  }
}

/** Whether all members but one object or name are `null` and the like: then none gets its own line. */
export function isHugged(members: readonly Type[]): boolean {
  const main = members.find(({ kind }) => kind === "object" || kind === "reference");
  return (
    main !== undefined &&
    members.every(
      (member) => member === main || (member.kind === "keyword" && empty.has(member.text)),
    )
  );
}

const empty: ReadonlySet<string> = new Set(["null", "undefined", "void", "never"]);

function intersectionDoc(members: readonly Type[]): Doc {
  const parts = members.map((member, index) => {
    const printed = typeDoc(member, "operand");
    const before = members[index - 1];
    if (before === undefined) return printed;
    const isObject = member.kind === "object";
    const followsObject = before.kind === "object";
    if (!isObject && !followsObject) return indent(concat([" &", line, printed]));
    const isDeeper = isObject !== followsObject && index > 1;
    return concat([" & ", isDeeper ? indent(printed) : printed]);
  });
  return group(concat(parts));
}
