import { compileFolder } from "../support/native-compiler.js";

/**
 * Compiles the TypeScript files of a folder with the settings of this project, which are stricter
 * than those of any package that is generated, and with nothing but the language: what is generated
 * runs in browsers and in Node.js.
 *
 * @param folder - an absolute path
 * @returns what is wrong, one text for each error
 */
export function compile(folder: string): readonly string[] {
  return compileFolder(folder);
}
