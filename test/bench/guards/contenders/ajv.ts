import { importBuilt } from "./built.js";
import { checksOf, readMessages, type ChecksOfModels } from "./contender.js";

/** What Ajv makes of a schema. */
interface Validate {
  (value: unknown): boolean;
  readonly errors?: readonly { readonly message?: string }[] | null;
}

const findFirst = await importBuilt("./ajv-first-error.js");
const findAll = await importBuilt("./ajv-all-errors.js");

export const checks: ChecksOfModels = checksOf((model) => {
  // The standalone code of Ajv has functions of this signature only.
  const is = findFirst(model) as Validate;
  const validate = findAll(model) as Validate;
  return { is, report: (value) => (validate(value) ? 0 : readMessages(validate.errors)) };
});
