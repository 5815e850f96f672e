/** A function of a module that was built for the benchmark, beside the code that runs. */
export type Unchecked = (value: unknown) => unknown;

/**
 * Imports a module from the folder that everything is built into.
 *
 * @param path Where it is in that folder.
 * @returns what gives a function that the module exports, by its name
 * @throws when there is no such module; what is returned throws when there is no such function
 */
export async function importBuilt(path: string): Promise<(name: string) => Unchecked> {
  // A module namespace is an object of its exports, whatever these are.
  const module = (await import(new URL(path, import.meta.url).href)) as Record<string, unknown>;
  return (name) => {
    const found = module[name];
    if (typeof found !== "function") throw new Error(`${path} exports no function ${name}.`);
    // Every answer of a contender is asserted before anything is measured.
    return found as Unchecked;
  };
}
