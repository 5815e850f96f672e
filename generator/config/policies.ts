import type { Direction } from "../core/direction.js";

/** What each policy can be; the first is the default, which leaves schemas as they are written. */
export const policyChoices = {
  optional: ["exact", "nullable"],
  enums: ["closed", "open"],
  additionalProperties: ["asWritten", "allow", "forbid"],
  constraints: ["all", "types"],
  untypedProperties: ["exact", "object"],
  polymorphism: ["asWritten", "union", "base"],
} as const;

type Choices = typeof policyChoices;

/** How schemas are read; what is left out is decided by a less specific policy. */
export interface Policy {
  /**
   * Whether a property that is not required also accepts `null` (`nullable`). Not if it is what tells
   * the options of a union apart. Default: `exact`, only where the document says so.
   */
  readonly optional?: Choices["optional"][number] | undefined;
  /**
   * Whether an `enum` also accepts every other string (`open`); its values are still listed and
   * suggested by editors. An `enum` of one string, one without strings, and one that tells the
   * options of a union apart stay as they are. Default: `closed`.
   */
  readonly enums?: Choices["enums"][number] | undefined;
  /**
   * Whether objects accept properties that are not described, whatever the document says (`allow`),
   * or none where the document leaves that open (`forbid`). A schema that is combined with others,
   * say by `allOf`, stays open for their properties; the one that combines them is closed. Default:
   * `asWritten`.
   */
  readonly additionalProperties?: Choices["additionalProperties"][number] | undefined;
  /**
   * Whether guards check bounds, lengths, patterns, formats and the like (`all`), or the structure
   * only (`types`). Default: `all`.
   */
  readonly constraints?: Choices["constraints"][number] | undefined;
  /**
   * Whether a schema that describes objects, say by `properties` or `required`, and has no `type`
   * accepts objects only (`object`), or every other value as well, as JSON Schema has it (`exact`).
   * Default: `exact`.
   */
  readonly untypedProperties?: Choices["untypedProperties"][number] | undefined;
}

/** A policy, and what is different for values that are sent or received. */
export interface DirectedPolicy extends Policy {
  /**
   * What a base with a `discriminator` means that others extend by `allOf`: the union of those
   * that extend it (`union`), or the base alone (`base`), even if it lists them by `oneOf` or `anyOf`.
   * Where they extend it, it is always the base alone. Default: `asWritten`, the union if it lists
   * them.
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
   * Policies for some schemas with all that is written inside them: by the name of a component
   * schema, or by JSON pointer into the document (`#/components/schemas/Pet/properties/owner`). Default: `{}`.
   */
  readonly models?: Readonly<Record<string, DirectedPolicy>> | undefined;
}

/** A policy in which everything is decided. */
export type CompletePolicy = {
  readonly [Name in keyof Choices]: Choices[Name][number];
};

/** Whether policies say that something is read otherwise than it is written. */
export function areAnyPolicies({ models = {}, ...policies }: Policies): boolean {
  return [policies, ...Object.values(models)].some(
    (policy) =>
      policy.polymorphism !== undefined || allPolicies(policy).some((each) => isSet(each)),
  );
}

/** Whether a policy is different for some direction. */
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
 * The policy that follows from several.
 *
 * @param layers - The most specific first.
 * @param direction - In each layer, what is said of it wins over what is said of both.
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
