import type { Json } from "../../generator/core/json.js";
import type { Policies } from "../../generator/config/policies.js";
import { documentOf } from "../oracle/keywords/document.js";
import { inMemory } from "../support/load-package.js";
import { packageInMemory, type PackageInMemory } from "../support/package-in-memory.js";

/** Generates the package of some components that are read by policies. */
export async function loadPoliced(
  components: Iterable<readonly [name: string, schema: Json]>,
  policies: Policies,
  formats: "annotate" | "assert" = "annotate",
): Promise<PackageInMemory> {
  return packageInMemory({
    ...inMemory(documentOf("3.1.0", components)),
    config: { policies, formats },
  });
}

/** What a package declares a model as: the members of an interface, or the type of an alias. */
export function typeOf(
  { files, models }: Pick<PackageInMemory, "files" | "models">,
  name: string,
): string {
  const module = models.find((model) => model.name === name)?.module ?? name;
  const text = files.find(({ path }) => path === `models/${module}.ts`)?.text ?? "";
  const line = text.replace(/\/\*\*[^]*?\*\//g, "").replace(/\s+/g, " ");
  const [, members] =
    new RegExp(`export interface ${name} ((?:extends \\w+ )?\\{.*?\\}) ?(?:export|$)`).exec(line) ??
    [];
  const [, alias] = new RegExp(`export type ${name} = (.*?);(?: export| $|$)`).exec(line) ?? [];
  return (members ?? alias ?? "").replace(/^\| /, "");
}

/** The doc comment of a declaration or of a property, on one line and without an example. */
export function docsOf({ files }: Pick<PackageInMemory, "files">, declared: string): string {
  const text = files
    .filter(({ path }) => path.startsWith("models/"))
    .map((file) => file.text)
    .join("\n");
  const lines = text.slice(0, text.indexOf(declared)).trimEnd();
  if (!lines.endsWith("*/")) return "";
  const comment = lines.slice(lines.lastIndexOf("/**") + 3, -2);
  return comment
    .replace(/\n\s*\*/g, " ")
    .replace(/\s+/g, " ")
    .replace(/@example .*/, "")
    .trim();
}
