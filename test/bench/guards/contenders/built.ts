/**
 * Imports a module from the folder that everything is built into.
 *
 * @param path Where it is in that folder.
 * @returns what gives an export of the module, by its name: what it is, the caller has to know
 * @throws when there is no such module; what is returned throws when there is no such export
 */
export async function importBuilt(path: string): Promise<(name: string) => unknown> {
  // A module namespace is an object of its exports, whatever these are.
  const module = (await import(new URL(path, import.meta.url).href)) as Record<string, unknown>;
  return (name) => {
    const found = module[name];
    if (found === undefined) throw new Error(`${path} does not export ${name}.`);
    return found;
  };
}
