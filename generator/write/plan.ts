import { lstat, readFile, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { inputError, type Problem } from "../diagnostics/failure.js";
import type { FileChange, Plan } from "./change.js";
import { layOutFiles } from "../layout/lay-out-files.js";
import { createManifest, manifestPath, readManifest } from "./manifest.js";
import type { OutputFile } from "./output-file.js";
import { comparePaths, isInnerPath, parentFolders } from "./output-path.js";
import { shownPath } from "./shown-path.js";
import { hasCode } from "./system-error.js";

/**
 * Decides what has to be done to an output folder, without doing it.
 *
 * @param files The files that the folder should hold, without the manifest, which is added here.
 * @param outDir The output folder; it need not exist.
 * @throws InputError `unsafe-output-path`, `foreign-file` or `corrupt-manifest`, when the folder
 * cannot be brought into that state without touching something that Guardsmith did not write.
 */
export async function planFiles(files: readonly OutputFile[], outDir: string): Promise<Plan> {
  checkPaths(files);
  const root = await realFolder(resolve(outDir));
  const { files: owned } = await readManifest(root);
  // Whoever checks the layout of a project with Prettier checks the manifest too.
  const manifest = await layOutFiles([{ ...createManifest(files), form: "json" }], root);
  const wanted = [...files, ...manifest];
  const changes: FileChange[] = [];
  const conflicts: Problem[] = [];
  let unchanged = 0;

  for (const { path, text } of wanted) {
    const found = await inspect(root, path);
    switch (found.kind) {
      case "absent":
        changes.push({ kind: "added", path, after: text });
        break;
      case "blocked":
        conflicts.push(foreign(found.by, found.reason));
        break;
      case "file":
        if (found.bytes.equals(Buffer.from(text))) {
          unchanged += 1;
        } else if (Object.hasOwn(owned, path) || path === manifestPath) {
          changes.push({
            kind: "changed",
            path,
            before: found.bytes.toString(),
            after: text,
          });
        } else {
          conflicts.push(
            foreign(join(root, path), "would be overwritten, and Guardsmith did not write it"),
          );
        }
    }
  }

  const wantedPaths = new Set(wanted.map(({ path }) => path));
  for (const path of Object.keys(owned)) {
    if (wantedPaths.has(path)) continue;
    const found = await inspect(root, path);
    // What stands in the way of a removal is not the file that was written: it stays.
    if (found.kind === "file") {
      changes.push({ kind: "removed", path, before: found.bytes.toString() });
    }
  }

  if (conflicts.length > 0) throw inputError(conflicts);
  return {
    root,
    changes: changes.toSorted((a, b) => comparePaths(a.path, b.path)),
    unchanged,
  };
}

/** Refuses paths that lead out of the output folder, take the manifest's place or occur twice. */
function checkPaths(files: readonly OutputFile[]): void {
  const seen = new Set([manifestPath]);
  for (const { path } of files) {
    if (!isInnerPath(path) || seen.has(path)) {
      throw inputError([
        {
          code: "unsafe-output-path",
          message: `${JSON.stringify(path)} cannot be the path of a generated file`,
          help: "give each file a path of its own, relative to the output folder and inside it",
        },
      ]);
    }
    seen.add(path);
  }
}

/** Resolves the symbolic links of a folder; the path itself when there is nothing there yet. */
async function realFolder(folder: string): Promise<string> {
  try {
    const real = await realpath(folder);
    if ((await lstat(real)).isDirectory()) return real;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return folder;
    throw error;
  }
  throw inputError([foreign(folder, "is a file, where the output folder should be")]);
}

/** What is at a path of the output folder. */
type Found =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly bytes: Buffer }
  /** Something that Guardsmith never writes; `by` is its path. */
  | { readonly kind: "blocked"; readonly by: string; readonly reason: string };

async function inspect(root: string, path: string): Promise<Found> {
  for (const folder of parentFolders(path)) {
    const at = join(root, folder);
    switch (await kindAt(at)) {
      case "absent":
        return { kind: "absent" };
      case "folder":
        break;
      case "link":
        // Even one that leads inside would give two paths to the same file.
        return {
          kind: "blocked",
          by: at,
          reason: "is a link in the way of a generated folder",
        };
      case "file":
      case "other":
        return {
          kind: "blocked",
          by: at,
          reason: "is in the way of a generated folder",
        };
    }
  }
  const at = join(root, path);
  switch (await kindAt(at)) {
    case "absent":
      return { kind: "absent" };
    case "file":
      return { kind: "file", bytes: await readFile(at) };
    case "folder":
    case "link":
    case "other":
      return {
        kind: "blocked",
        by: at,
        reason: "is in the way of a generated file",
      };
  }
}

async function kindAt(path: string): Promise<"absent" | "file" | "folder" | "link" | "other"> {
  try {
    const stats = await lstat(path);
    if (stats.isFile()) return "file";
    if (stats.isDirectory()) return "folder";
    return stats.isSymbolicLink() ? "link" : "other";
  } catch (error) {
    if (hasCode(error, "ENOENT")) return "absent";
    throw error;
  }
}

function foreign(path: string, reason: string): Problem {
  return {
    code: "foreign-file",
    message: `${shownPath(path)} ${reason}`,
    help: "move it or delete it, or choose another output folder",
  };
}
