import type { Direction } from "../core/direction.js";

/** The values of each policy. The first one is the default, which reads schemas as written. */
export const policyChoices = {
  optional: ["exact", "nullable"],
  enums: ["closed", "open"],
  additionalProperties: ["asWritten", "allow", "forbid"],
  constraints: ["all", "types"],
  untypedProperties: ["exact", "object"],
  polymorphism: ["asWritten", "union", "base"],
} as const;

type Choices = typeof policyChoices;

/** How schemas are read. Members that are left out are decided by a less specific policy. */
export interface Policy {
  /**
   * Whether optional properties also accept `null` (`nullable`), except properties that distinguish the options
   * of a union. Default: `exact`, only if the document says so.
   */
  readonly optional?: Choices["optional"][number] | undefined;
  /**
   * Whether an `enum` also accepts any other string (`open`); editors still suggest its values. This does not
   * change an `enum` of one string, one without strings, or one that distinguishes the options of a union.
   * Default: `closed`.
   */
  readonly enums?: Choices["enums"][number] | undefined;
  /**
   * Whether objects accept properties that are not described, even if the document forbids them (`allow`), or
   * reject them if the document does not say (`forbid`). A schema that is combined with others, for example by
   * `allOf`, stays open for their properties; the schema that combines them is closed. Default: `asWritten`.
   */
  readonly additionalProperties?: Choices["additionalProperties"][number] | undefined;
  /**
   * Whether guards check limits, lengths, patterns, formats and the like (`all`), or only the structure
   * (`types`). Default: `all`.
   */
  readonly constraints?: Choices["constraints"][number] | undefined;
  /**
   * Whether a schema without a `type` that describes objects, for example by `properties` or `required`, accepts
   * only objects (`object`), or also all other values, as in JSON Schema (`exact`). Default: `exact`.
   */
  readonly untypedProperties?: Choices["untypedProperties"][number] | undefined;
}

/** A policy, with separate policies for requests and responses. */
export interface DirectedPolicy extends Policy {
  /**
   * How to read a base with a `discriminator` that other schemas extend by `allOf`: as the union of these schemas
   * (`union`), or as the base alone (`base`), even if it lists them by `oneOf` or `anyOf`. In the `allOf` of these
   * schemas, it is always the base alone. Default: `asWritten`, the union if it lists them.
   */
  readonly polymorphism?: Choices["polymorphism"][number] | undefined;
  /** What is different for requests. Default: `{}`. */
  readonly request?: Policy | undefined;
  /** What is different for responses. Default: `{}`. */
  readonly response?: Policy | undefined;
}

/** The policies of a run. */
export interface Policies extends DirectedPolicy {
  /**
   * Policies for some schemas, including the schemas written inside them: by the name of a component schema, or by
   * JSON pointer into the document (`#/components/schemas/Pet/properties/owner`). Default: `{}`.
   */
  readonly models?: Readonly<Record<string, DirectedPolicy>> | undefined;
}

/** A policy with all members. */
export type CompletePolicy = {
  readonly [Name in keyof Choices]: Choices[Name][number];
};

/** Returns whether any policy differs from the default. */
export function areAnyPolicies({ models = {}, ...policies }: Policies): boolean {
  return [policies, ...Object.values(models)].some(
    (policy) =>
      policy.polymorphism !== undefined || allPolicies(policy).some((each) => isSet(each)),
  );
}

/** Returns whether any policy is for one direction. */
export function areDirected({ models = {}, ...policies }: Policies): boolean {
  return [policies, ...Object.values(models)].some(({ request, response }) =>
    [request, response].some((each) => each !== undefined && isSet(each)),
  );
}

function allPolicies(policy: DirectedPolicy): readonly Policy[] {
  const { request = {}, response = {} } = policy;
  return [policy, request, response];
}

function isSet({
  optional,
  enums,
  additionalProperties,
  constraints,
  untypedProperties,
}: Policy): boolean {
  return [optional, enums, additionalProperties, constraints, untypedProperties].some(
    (choice) => choice !== undefined,
  );
}

/**
 * Combines policies into a complete one.
 *
 * @param layers - The policies, the most specific first.
 * @param direction - The direction, whose policy takes precedence in each layer.
 */
export function completePolicy(
  layers: readonly DirectedPolicy[],
  direction: Direction | undefined,
): CompletePolicy {
  const policies = layers.flatMap((layer): readonly Policy[] => {
    const directed = direction === undefined ? undefined : layer[direction];
    return directed === undefined ? [layer] : [directed, layer];
  });
  const first = <Choice>(choice: (policy: Policy) => Choice | undefined): Choice | undefined =>
    policies.map(choice).find((each) => each !== undefined);
  return {
    optional: first(({ optional }) => optional) ?? "exact",
    enums: first(({ enums }) => enums) ?? "closed",
    additionalProperties: first(({ additionalProperties }) => additionalProperties) ?? "asWritten",
    constraints: first(({ constraints }) => constraints) ?? "all",
    untypedProperties: first(({ untypedProperties }) => untypedProperties) ?? "exact",
    polymorphism: layers.find((layer) => layer.polymorphism)?.polymorphism ?? "asWritten",
  };
}
