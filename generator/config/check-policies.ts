import * as v from "valibot";
import { policyChoices, type Policies } from "./policies.js";
import { choice, object } from "./schema-parts.js";

const policySettings = {
  optional: v.optional(choice(policyChoices.optional)),
  enums: v.optional(choice(policyChoices.enums)),
  additionalProperties: v.optional(choice(policyChoices.additionalProperties)),
  constraints: v.optional(choice(policyChoices.constraints)),
  untypedProperties: v.optional(choice(policyChoices.untypedProperties)),
};

const PolicySchema = v.pipe(object, v.objectWithRest(policySettings, v.never()));

const directedSettings = {
  ...policySettings,
  polymorphism: v.optional(choice(policyChoices.polymorphism)),
  request: v.optional(PolicySchema),
  response: v.optional(PolicySchema),
};

const policiesSettings = {
  ...directedSettings,
  models: v.optional(
    v.pipe(
      object,
      v.record(
        v.pipe(v.string(), v.nonEmpty("must be the name of a model, or a JSON pointer")),
        v.pipe(object, v.objectWithRest(directedSettings, v.never())),
      ),
    ),
  ),
};

/** The setting `policies`. */
export const PoliciesSchema: v.GenericSchema<unknown, Policies> = v.pipe(
  object,
  v.objectWithRest(policiesSettings, v.never()),
);
