import { requirePath, resolvePackage } from "../disk.js";

/** Options of Prettier, by their names. */
export type PrettierOptions = Readonly<Record<string, unknown>>;

/** The part of Prettier that is used, from version 3 on. */
export interface Prettier {
  readonly clearConfigCache: () => Promise<void>;
  readonly resolveConfig: (
    path: string,
    options: { readonly editorconfig: boolean },
  ) => Promise<PrettierOptions | null>;
  readonly format: (text: string, options: PrettierOptions) => Promise<string>;
}

/** Loads the Prettier of the user's project, or returns undefined if there is none. */
export type LoadPrettier = (outDir: string) => Prettier | undefined;

/**
 * Loads the Prettier that is installed for the output folder; otherwise that of the working directory.
 *
 * @param outDir The output folder, absolute; it need not exist.
 */
export const loadUserPrettier: LoadPrettier = (outDir) => {
  const path = resolveUserPrettier(outDir, "prettier");
  // An optional peer dependency, which the user installs: any version from 3 on.
  return path === undefined ? undefined : (requirePath(path) as Prettier);
};

/** Returns the version of the Prettier that {@link loadUserPrettier} loads, or undefined if there is none. */
export function userPrettierVersion(outDir: string): string | undefined {
  const path = resolveUserPrettier(outDir, "prettier/package.json");
  // npm installs only packages with a version.
  return path === undefined
    ? undefined
    : (requirePath(path) as { readonly version: string }).version;
}

function resolveUserPrettier(outDir: string, request: string): string | undefined {
  return resolvePackage(outDir, request) ?? resolvePackage(process.cwd(), request);
}
