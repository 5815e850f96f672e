import { inputError } from "../../core/failure.js";
import { absolutePath, entriesOf, entryPath, statusOf, withSlashes } from "../files.js";

/**
 * The files that a pattern stands for, as a shell would expand it: `*` is any part of a name, `?` one
 * character, and `**` any number of folders. A name that begins with a point is only meant where the
 * pattern has the point, and no link to a folder is followed by `**`.
 *
 * @param pattern A path, which is taken as it is if there is such a file.
 * @param cwd The directory that it is relative to, absolute.
 * @returns Absolute paths, sorted; a path without wildcards is returned whether there is a file or not.
 * @throws InputError `no-samples`, when no file matches.
 */
export async function expandPattern(pattern: string, cwd: string): Promise<readonly string[]> {
  const path = absolutePath(pattern, cwd);
  if (!/[*?]/.test(pattern) || (await statusOf(path)) !== undefined) return [path];
  const segments = withSlashes(path).split("/");
  const fixed = segments.findIndex((segment) => /[*?]/.test(segment));
  const root = segments.slice(0, fixed).join("/");
  const found = await filesBelow(root === "" ? "/" : `${root}/`, segments.slice(fixed));
  if (found.length === 0) {
    throw inputError([
      {
        code: "no-samples",
        message: `no file matches ${pattern}`,
        help: "check the pattern; it is relative to the working directory",
      },
    ]);
  }
  return [...new Set(found)].toSorted();
}

async function filesBelow(
  folder: string,
  [segment = "", ...rest]: readonly string[],
): Promise<readonly string[]> {
  const entries = await entriesOf(folder);
  if (segment === "**") {
    const folders = entries.filter((each) => each.isDirectory() && !each.name.startsWith("."));
    const deeper = folders.map(({ name }) =>
      filesBelow(entryPath(folder, name), [segment, ...rest]),
    );
    const here = rest.length === 0 ? ["*"] : rest;
    return (await Promise.all([filesBelow(folder, here), ...deeper])).flat();
  }
  const expression = segmentExpression(segment);
  const names = entries.map(({ name }) => name).filter((name) => expression.test(name));
  const paths = names.map((name) => entryPath(folder, name));
  if (rest.length > 0) return (await Promise.all(paths.map((at) => filesBelow(at, rest)))).flat();
  const files = await Promise.all(paths.map(isFile));
  return paths.filter((_, index) => files[index]);
}

/** Whether there is an ordinary file, or a link to one. */
async function isFile(path: string): Promise<boolean> {
  return (await statusOf(path))?.isFile === true;
}

function segmentExpression(segment: string): RegExp {
  const source = Array.from(segment, (character) => {
    if (character === "*") return ".*";
    return character === "?" ? "." : character.replace(/[\\^$.+()[\]{}|/]/, String.raw`\$&`);
  });
  return new RegExp(`^${segment.startsWith(".") ? "" : "(?!\\.)"}${source.join("")}$`, "su");
}
