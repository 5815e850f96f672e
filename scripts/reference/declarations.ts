import {
  Project,
  SyntaxKind,
  type ClassDeclaration,
  type ExportedDeclarations,
  type FunctionDeclaration,
  type InterfaceDeclaration,
  type JSDoc,
  type Type,
  type TypeAliasDeclaration,
} from "ts-morph";

// What the exports of a module are, for people: their declarations without bodies, and their comments.

/** Something that a module exports. */
export interface Export {
  readonly name: string;
  readonly kind: "function" | "class" | "type";
  /** Its declaration in TypeScript, without bodies. */
  readonly code: string;
  /** What its comment says, as Markdown. */
  readonly text: string;
}

/**
 * Reads the exports of a module, in their order.
 *
 * @param path The module, relative to the project.
 * @throws If an export has no comment.
 */
export function exportsOf(path: string): readonly Export[] {
  const project = new Project({
    tsConfigFilePath: "tsconfig.json",
    skipAddingFilesFromTsConfig: true,
  });
  const exported = project.addSourceFileAtPath(path).getExportedDeclarations();
  const names = new Set(exported.keys());
  return [...exported].map(([name, declarations]) => {
    const all = declarations.flatMap((each) => declarationOf(each) ?? []);
    const [first] = all;
    if (first === undefined) throw new Error(`${path}: it is not known how to show ${name}`);
    const text = all.map((each) => commentOf(each.getJsDocs())).find((each) => each !== "");
    if (text === undefined) throw new Error(`${path}: ${name} needs a comment`);
    return { name, text, ...codeOf(first, name, names) };
  });
}

type Declaration =
  FunctionDeclaration | ClassDeclaration | InterfaceDeclaration | TypeAliasDeclaration;

function declarationOf(exported: ExportedDeclarations): Declaration | undefined {
  return (
    exported.asKind(SyntaxKind.FunctionDeclaration) ??
    exported.asKind(SyntaxKind.ClassDeclaration) ??
    exported.asKind(SyntaxKind.InterfaceDeclaration) ??
    exported.asKind(SyntaxKind.TypeAliasDeclaration)
  );
}

/**
 * @param name The name that it is exported by.
 * @param known The names of all exports.
 */
function codeOf(
  declaration: Declaration,
  name: string,
  known: ReadonlySet<string>,
): Pick<Export, "kind" | "code"> {
  if ("getOverloads" in declaration) {
    const overloads = declaration.getOverloads();
    const signatures = overloads.length > 0 ? overloads : [declaration];
    const code = signatures.map((each) => withoutBody(each.getText())).join("\n");
    return { kind: "function", code };
  }
  if ("getConstructors" in declaration) return { kind: "class", code: classCode(declaration) };
  return {
    kind: "type",
    code:
      "getTypeNode" in declaration
        ? aliasCode(declaration, name)
        : interfaceCode(declaration, name, known),
  };
}

function aliasCode(declaration: TypeAliasDeclaration, name: string): string {
  // What follows from a list of ours is written out.
  return declaration.getTypeNodeOrThrow().getText().includes("typeof ")
    ? `type ${name} = ${unionText(declaration.getType())};`
    : withoutExport(declaration.getText()).replace(declaration.getName(), name);
}

function unionText(type: Type): string {
  return type
    .getUnionTypes()
    .map((each) => each.getText())
    .join(" | ");
}

/** The text of a function up to its body. */
function withoutBody(text: string): string {
  const signature = /^(.*?)(?: \{\n.*)?$/s.exec(text)?.[1] ?? text;
  return `${withoutExport(signature)
    .replace(/^async function\*?/, "function")
    .replace(/;$/, "")};`;
}

function withoutExport(text: string): string {
  return text.replace(/^export (?:default )?/, "");
}

function classCode(declaration: ClassDeclaration): string {
  const members = declaration.getMembers().map((member) => {
    const body =
      member.asKind(SyntaxKind.MethodDeclaration)?.getBody() ??
      member.asKind(SyntaxKind.Constructor)?.getBody();
    const text = member.getText(true);
    return body === undefined ? text : `${text.slice(0, -body.getText().length).trimEnd()};`;
  });
  const base = declaration.getExtends()?.getText();
  const name = declaration.getName() ?? "";
  return [
    `class ${name}${base === undefined ? "" : ` extends ${base}`} {`,
    ...members.map((member) => `  ${member}`),
    "}",
  ].join("\n");
}

/** The text of an interface; with all that it inherits, where that has a name that is not exported. */
function interfaceCode(
  declaration: InterfaceDeclaration,
  name: string,
  known: ReadonlySet<string>,
): string {
  const bases = declaration.getExtends();
  if (bases.every((base) => known.has(base.getExpression().getText()))) {
    return withoutExport(declaration.getText()).replace(declaration.getName(), name);
  }
  const members = declaration
    .getType()
    .getProperties()
    .flatMap((symbol) => {
      const [member] = symbol.getDeclarations();
      return member === undefined || isInternal(symbol.getName()) ? [] : [member.getText(true)];
    });
  const parameters = declaration.getTypeParameters().map((parameter) => parameter.getText());
  const generics = parameters.length === 0 ? "" : `<${parameters.join(", ")}>`;
  return [`interface ${name}${generics} {`, ...members.map((each) => `  ${each}`), "}"].join("\n");
}

/** Whether a member is only for the modules of a package among each other: `~collect`. */
function isInternal(name: string): boolean {
  return name.startsWith("~") && name !== "~standard";
}

/** The comment of a declaration as Markdown: what it says, then parameters, result, errors, examples. */
export function commentOf([comment]: readonly JSDoc[]): string {
  if (comment === undefined) return "";
  const { description, tags } = partsOf(comment);
  const list = tags.filter(({ name }) => name !== "example");
  const examples = tags.filter(({ name }) => name === "example");
  return [
    markdown(description),
    list.map(({ name, text }) => `- ${tagWords[name] ?? `${name}: `}${markdown(text)}`).join("\n"),
    ...examples.map(({ text }) =>
      text.startsWith("```") ? text.replace("```ts", "```typescript") : codeBlock(text),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

interface Tag {
  readonly name: string;
  readonly text: string;
}

/** How the tags of comments begin in a list. */
const tagWords: Readonly<Record<string, string>> = {
  param: "",
  returns: "Returns: ",
  throws: "Throws: ",
  see: "See ",
};

/** The description and the tags of a comment, read literally: `@throws {@link X}` has no type in it. */
function partsOf(comment: JSDoc): { readonly description: string; readonly tags: readonly Tag[] } {
  const [description = "", ...tags] = comment.getInnerText().split(/^@(?=\w)/m);
  return {
    description: description.trim(),
    tags: tags.map((tag) => {
      const [, name = "", text = ""] = /^(\w+)\s*(.*)$/s.exec(tag.trim()) ?? [];
      return {
        name,
        text: name === "param" ? text.replace(/^(\w+)(?:\s+-)?\s+/, "`$1`: ") : text,
      };
    }),
  };
}

/** The text of a comment, with links as Markdown has them. */
function markdown(text: string): string {
  return text
    .replaceAll(/\{@link (https?:[^\s|}]+)\s*\|\s*([^}]+)\}/g, "[$2]($1)")
    .replaceAll(/\{@link ([^}\s]+)\}/g, "`$1`")
    .replaceAll(/(?<!\n)\n(?!\n|- )/g, " ");
}

/** TypeScript to read: a block of `ts` would be taken for an example that tests run. */
export function codeBlock(code: string): string {
  return ["```typescript", code, "```"].join("\n");
}
