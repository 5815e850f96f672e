import { defaultOptions } from "../../generator/code/print/options.js";
import { printModule } from "../../generator/code/print/print-module.js";
import { emitModels } from "../../generator/emit/models.js";
import { deriveTypes } from "../../generator/model/derive-types.js";
import type { TestDocument } from "../validate/read-document.js";

/** The module with the types of a model, as it is printed: neither formatted nor written. */
export function declared({ models, schemas, model }: TestDocument, name: string): string {
  const { module } = model(name);
  const members = models.all.filter((each) => each.module === module);
  return Array.from(
    emitModels([[module, members]], models, deriveTypes(models), schemas),
    (each) => printModule(each, defaultOptions).text,
  ).join("\n");
}
