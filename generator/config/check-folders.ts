import { inputError, type Problem } from "../core/failure.js";
import { joinPointer } from "../core/pointer.js";
import type { SourceText } from "../core/source-text.js";
import { isInside, realFolder, resolve } from "./disk.js";
import type { UserConfig } from "./user-config.js";

/**
 * Checks that no job writes into the output folder of another one.
 *
 * @param config The config.
 * @param folder The folder that its paths are relative to.
 * @param source The config file.
 * @throws {InputError} `shared-output-folder`.
 */
export async function checkFolders(
  { jobs = {}, out: shared }: UserConfig,
  folder: string,
  source: SourceText | undefined,
): Promise<void> {
  const before: { readonly name: string; readonly path: string }[] = [];
  const problems: Problem[] = [];
  for (const [name, { out: own }] of Object.entries(jobs)) {
    const out = own ?? shared ?? `generated/${name}`;
    const path = await realFolder(resolve(folder, out));
    const other = before.find((each) => isInside(path, each.path) || isInside(each.path, path));
    before.push({ name, path });
    if (other === undefined) continue;
    const isSame = other.path === path;
    problems.push({
      code: "shared-output-folder",
      message: `the jobs \`${other.name}\` and \`${name}\` write into ${isSame ? "the same folder" : "nested folders"}`,
      help: `give each job a folder of its own, as in \`out: generated/${name}\``,
      ...(source !== undefined && {
        place: { uri: source.uri, pointer: pointerOf(name, own, shared) },
      }),
    });
  }
  if (problems.length > 0) throw inputError(problems, source);
}

function pointerOf(name: string, own: string | undefined, shared: string | undefined): string {
  if (own !== undefined) return joinPointer("/jobs", name, "out");
  return shared === undefined ? joinPointer("/jobs", name) : "/out";
}
