import { encodeJson, encodePropertyName, encodeString } from "../encode.js";
import { printDocs } from "../doc-comment.js";
import type { Member, TypeNode } from "../nodes.js";
import type { Printing } from "./printing.js";

/** Prints a type, on one line unless members of an object have doc comments. */
export function printType(type: TypeNode, printing: Printing, indentation = ""): string {
  const print = (inner: TypeNode): string => printType(inner, printing, indentation);
  const operand = (inner: TypeNode): string => printOperand(inner, printing, indentation);
  switch (type.kind) {
    case "keyword":
      return type.name;
    case "literal":
      return encodeJson(type.value);
    case "reference": {
      const name =
        typeof type.name === "string"
          ? printing.names.global(type.name)
          : printing.printType(type.name);
      if (type.args.length === 0) return name;
      return `${name}<${type.args.map(print).join(", ")}>`;
    }
    case "import": {
      const specifier = encodeString(printing.specifierOf(type.name.module));
      return `import(${specifier}).${type.name.name}`;
    }
    case "indexed": {
      const keys = type.keys.map((key) => `[${encodeString(key)}]`);
      return `${printing.printType(type.object)}${keys.join("")}`;
    }
    case "array":
      return `${operand(type.items)}[]`;
    case "tuple":
      return printTuple(type, print, operand);
    case "object": {
      const { members } = type;
      if (members.length === 0) return "{}";
      return members.some(({ docs }) => docs !== undefined)
        ? `{\n${printMembers(members, printing, `${indentation}  `)}${indentation}}`
        : `{ ${members.map((member) => printMember(member, printing, indentation)).join("; ")} }`;
    }
    case "union": {
      // Formatters indent the members of an object in a union by four more columns.
      const deeper = `${indentation}    `;
      return type.members.map((member) => printOperand(member, printing, deeper)).join(" | ");
    }
    case "intersection":
      return type.members.map(operand).join(" & ");
    case "predicate": {
      const asserts = type.asserts ? "asserts " : "";
      return `${asserts}${type.parameter} is ${print(type.type)}`;
    }
  }
}

/** Prints the members of an interface, each with its doc comment on lines of its own. */
export function printMembers(
  members: readonly Member[],
  printing: Printing,
  indentation: string,
): string {
  return members
    .map((member) => {
      const docs = printDocs(member.docs, indentation);
      return `${docs}${indentation}${printMember(member, printing, indentation)};\n`;
    })
    .join("");
}

function printMember(member: Member, printing: Printing, indentation: string): string {
  const type = printType(member.type, printing, indentation);
  if (member.kind === "index") return `[key: string]: ${type}`;
  const { name, optional } = member;
  const key = typeof name === "number" ? String(name) : encodePropertyName(name);
  return `${key}${optional ? "?" : ""}: ${type}`;
}

function printTuple(
  { items, required, rest }: Extract<TypeNode, { kind: "tuple" }>,
  print: (type: TypeNode) => string,
  operand: (type: TypeNode) => string,
): string {
  const elements = items.map((item, index) =>
    index < required ? print(item) : `${operand(item)}?`,
  );
  if (rest !== undefined) elements.push(`...${operand(rest)}[]`);
  return `[${elements.join(", ")}]`;
}

function printOperand(type: TypeNode, printing: Printing, indentation: string): string {
  const printed = printType(type, printing, indentation);
  return type.kind === "union" || type.kind === "intersection" ? `(${printed})` : printed;
}
