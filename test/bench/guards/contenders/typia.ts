import type { IValidation } from "typia";
import { importBuilt } from "./built.js";
import { checksOf, type ChecksOfModels } from "./contender.js";

const find = await importBuilt("./typia.js");

export const checks: ChecksOfModels = checksOf((model) => {
  // What typia's transformer makes of createIs and createValidate.
  const is = find(`is${model}`) as (value: unknown) => boolean;
  const validate = find(`validate${model}`) as (value: unknown) => IValidation;
  return {
    is,
    report: (value) => {
      const result = validate(value);
      return result.success ? 0 : result.errors.filter(({ expected }) => expected !== "").length;
    },
  };
});
