import type { FormatMode } from "../../generator/config/formats.js";
import { guardsInMemory, type GuardsInMemory } from "../support/guards-in-memory.js";
import { retrieveRemote, type SuiteGroup } from "./suite.js";

const base = "https://guardsmith.test/";

/** What the two printers say about a test of the suite. */
export interface Decided {
  readonly title: string;
  readonly valid: boolean;
  /** The verdicts, or what was thrown. */
  readonly is: boolean | string;
  readonly validate: boolean | string;
}

/** Decides the tests of a file, by the guards of a document with a component for each group. */
export async function decide(
  file: string,
  groups: readonly SuiteGroup[],
  formats: FormatMode,
): Promise<readonly Decided[]> {
  const { guards } = await readGroups(file, groups, formats);
  return groups.flatMap(({ description, tests }, index) => {
    const { is, validate } = guards(`Test${index}`);
    return tests.map(({ description: name, data, valid }) => ({
      title: `${file}: ${description}: ${name}`,
      valid,
      is: answerOf(() => is(data)),
      validate: answerOf(() => validate(data).issues === undefined),
    }));
  });
}

/** Reads a document with a component for each group of a file, `Test0` and so on. */
export function readGroups(
  file: string,
  groups: readonly SuiteGroup[],
  formats: FormatMode,
): Promise<GuardsInMemory> {
  return guardsInMemory({
    spec: { text: JSON.stringify(documentOf(file, groups)), uri: `${base}${file}.json` },
    retrieve: (uri) => retrieveGroup(uri, file, groups) ?? retrieveRemote(uri),
    config: { formats },
  });
}

/** A document with a component for each group, whose schema is in a file of its own. */
function documentOf(file: string, groups: readonly SuiteGroup[]): object {
  const schemas = groups.map((_, index) => [
    `Test${index}`,
    { $ref: `${base}suite/${file}/${index}.json` },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: file, version: "1" },
    components: { schemas: Object.fromEntries(schemas) as object },
  };
}

function retrieveGroup(
  uri: string,
  file: string,
  groups: readonly SuiteGroup[],
): string | undefined {
  const [, named, index = ""] = /\/suite\/(.+)\/(\d+)\.json$/.exec(uri) ?? [];
  const group = named === file ? groups[Number(index)] : undefined;
  return group === undefined ? undefined : JSON.stringify(group.schema);
}

function answerOf(ask: () => boolean): boolean | string {
  try {
    return ask();
  } catch (error) {
    return String(error);
  }
}
