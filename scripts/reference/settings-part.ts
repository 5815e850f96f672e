import { stringify } from "yaml";
import { functionExample } from "../../generator/config/setting-examples.js";
import { code } from "../../generator/text/markdown.js";
import type { JsonSchema } from "../config-schema.js";

/**
 * A section for each setting, and for each member of one.
 *
 * @param schema The JSON Schema of a config.
 */
export function settingsPart(schema: JsonSchema): string {
  const settings = settingsOf(schema);
  const links = settings.map(({ name }) => `[\`${name}\`](#${anchorOf(name)})`);
  return [links.join(", "), ...settings.flatMap(sectionsOf)].join("\n\n");
}

/** A setting, or a member of one. */
interface Setting {
  /** Its name with those of the settings around it: `ignore[].code`. */
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  /** Itself and the required members next to it, each with its example. */
  readonly examples: Readonly<Record<string, unknown>>;
}

function settingsOf({ properties = {}, definitions }: JsonSchema): readonly Setting[] {
  // The schema is our own, and has the settings of jobs there.
  const ofJobs = definitions as Readonly<Record<string, JsonSchema>>;
  return Object.entries({ ...properties, ...ofJobs }).map(([name, schema]) => ({
    name,
    schema: name === "jobs" ? { ...schema, additionalProperties: { type: "object" } } : schema,
    isRequired: false,
    examples: { [name]: schema.examples?.[0] },
  }));
}

/** The anchor of a heading, as GitHub and VitePress make it. */
function anchorOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\w-]/g, "");
}

function sectionsOf(setting: Setting): readonly string[] {
  const { name, schema, isRequired } = setting;
  const { description = "" } = schema;
  const [, text = description, standard] = /^(.*?)\s*Default: (.*)\.$/s.exec(description) ?? [];
  if (isRequired === (standard !== undefined)) {
    throw new Error(`The comment of ${name} has to end with "Default: …", unless it is required`);
  }
  const level = /[.[]/.test(name) ? "####" : "###";
  const use = standard === undefined ? "Required" : `Default: ${standard}`;
  const link = moreAbout[name];
  const parts = [
    `${level} ${code(name)}`,
    text,
    `Type: ${code(typeOf(schema))}. ${use}.${link === undefined ? "" : ` See ${link}.`}`,
    exampleBlock(setting),
  ];
  return [parts.join("\n\n"), ...membersOf(setting).flatMap(sectionsOf)];
}

/** Where settings are explained. */
const moreAbout: Readonly<Record<string, string>> = {
  spec: "[documents on the network](../guide/network.md)",
  overlays: "[applying overlays](#applying-overlays)",
  include: "[choosing operations](../guide/selection.md)",
  exclude: "[choosing operations](../guide/selection.md)",
  names: "[names](generated-code.md#names)",
  name: "[hooks](library.md#hooks)",
  outputs: "[files](generated-code.md#files) and [hooks](library.md#hooks)",
  target: "[imports](#imports)",
  importExtension: "[imports](#imports)",
  header: "[first lines of modules](#first-lines-of-modules)",
  references: "[what references may lead to](../guide/network.md#what-references-may-lead-to)",
  formats: "[formats](formats.md)",
  format: "[formatting](#formatting)",
  policies: "[policies](../explanation/policies.md)",
  ignore: "[ignoring a warning](diagnostics.md#ignoring-a-warning)",
  jobs: "[several documents](#several-documents)",
};

/** An example in YAML, inside of the settings that it belongs to. */
function exampleBlock({ name, examples }: Setting): string {
  if (name === "name") return ["```js", functionExample, "```"].join("\n");
  if (Object.values(examples).includes(undefined)) throw new Error(`${name} needs an example`);
  const around = name.split(".").slice(0, -1).reverse();
  const value = around.reduce<unknown>(
    (inner, part) => (part.endsWith("[]") ? { [part.slice(0, -2)]: [inner] } : { [part]: inner }),
    examples,
  );
  return ["```yaml", stringify(value, { lineWidth: 0 }).trimEnd(), "```"].join("\n");
}

/** The members of a setting, or of its items. */
function membersOf({ name, schema }: Setting): readonly Setting[] {
  const { items, anyOf = [] } = schema;
  const isList = items?.properties !== undefined;
  const path = isList ? `${name}[]` : name;
  const forms = isList ? [items] : [schema, ...anyOf];
  const form = forms.find((each) => each.properties !== undefined);
  const { properties = {}, required = [] } = form ?? {};
  return Object.entries(properties).flatMap(([member, schema]) => {
    if (areShownElsewhere.test(`${path}.${member}`)) return [];
    const shown = Object.keys(properties).filter(
      (each) => each === member || required.includes(each),
    );
    return {
      name: `${path}.${member}`,
      schema,
      isRequired: required.includes(member),
      examples: Object.fromEntries(shown.map((each) => [each, properties[each]?.examples?.[0]])),
    };
  });
}

/** Members that are those of another setting. */
const areShownElsewhere = /^(?:policies\.(?:request|response)|formats|exclude)\./;

/** A type in the words of TypeScript. */
function typeOf(schema: JsonSchema): string {
  const { anyOf, items, properties, additionalProperties: others, not, type } = schema;
  if (not !== undefined && type === undefined) return "function";
  if (anyOf !== undefined) return anyOf.map((each) => typeOf({ type, ...each })).join(" | ");
  if (Array.isArray(schema.enum))
    return schema.enum.map((each) => JSON.stringify(each)).join(" | ");
  if ("const" in schema) return JSON.stringify(schema.const);
  switch (type) {
    case "array": {
      const inner = typeOf(items ?? {});
      return inner.includes(" | ") ? `(${inner})[]` : `${inner}[]`;
    }
    case "object":
      if (others !== undefined && others !== false) return `{ [name]: ${typeOf(others)} }`;
      return properties === undefined ? "object" : `{ ${Object.keys(properties).join(", ")} }`;
    default:
      return typeof type === "string" ? type : "unknown";
  }
}
