import { encodeJson, encodePropertyName } from "../encode.js";
import { printDocs } from "../doc-comment.js";
import type { Member, TypeNode } from "../nodes.js";
import type { Printing } from "./printing.js";

/** Prints a type. Its layout is left to the formatter. */
export function printType(type: TypeNode, printing: Printing): string {
  switch (type.kind) {
    case "keyword":
      return type.name;
    case "literal":
      return encodeJson(type.value);
    case "reference": {
      const name = typeof type.name === "string" ? type.name : printing.printType(type.name);
      if (type.args.length === 0) return name;
      return `${name}<${type.args.map((arg) => printType(arg, printing)).join(", ")}>`;
    }
    case "array":
      return `${printOperand(type.items, printing)}[]`;
    case "tuple":
      return printTuple(type, printing);
    case "object": {
      if (type.members.length === 0) return "{}";
      return `{ ${type.members.map((member) => printMember(member, printing)).join("; ")} }`;
    }
    case "union":
      return type.members.map((member) => printOperand(member, printing)).join(" | ");
    case "intersection":
      return type.members.map((member) => printOperand(member, printing)).join(" & ");
    case "items of":
      return `(typeof ${printing.printType(type.list)})[number]`;
    case "predicate": {
      const asserts = type.asserts ? "asserts " : "";
      return `${asserts}${type.parameter} is ${printType(type.type, printing)}`;
    }
  }
}

/** Prints the members of an interface, each with its doc comment on lines of its own. */
export function printMembers(members: readonly Member[], printing: Printing): string {
  return members
    .map((member) => {
      const docs = member.kind === "property" ? printDocs(member.docs, "  ") : "";
      return `${docs}  ${printMember(member, printing)};\n`;
    })
    .join("");
}

function printMember(member: Member, printing: Printing): string {
  if (member.kind === "index") return `[key: string]: ${printType(member.type, printing)}`;
  const { name, optional, type } = member;
  return `${encodePropertyName(name)}${optional ? "?" : ""}: ${printType(type, printing)}`;
}

function printTuple(
  { items, required, rest }: Extract<TypeNode, { kind: "tuple" }>,
  printing: Printing,
): string {
  const elements = items.map((item, index) =>
    index < required ? printType(item, printing) : `${printOperand(item, printing)}?`,
  );
  if (rest !== undefined) elements.push(`...${printOperand(rest, printing)}[]`);
  return `[${elements.join(", ")}]`;
}

function printOperand(type: TypeNode, printing: Printing): string {
  const printed = printType(type, printing);
  return type.kind === "union" || type.kind === "intersection" ? `(${printed})` : printed;
}
