import type { ChecksOfModels } from "./contenders/contender.js";

/** Something that checks values. */
export interface Contender {
  /** Its name in tables. */
  readonly label: string;
  /** The package that is named with its version. */
  readonly package?: string;
  /** How it tells whether a value is valid. */
  readonly is: string;
  /** How it reports issues, if it does. */
  readonly report?: string;
  /** Imports it, but none of the others. */
  readonly load: () => Promise<{ readonly checks: ChecksOfModels }>;
}

/** The names of all, in the order of the tables. */
export const contenderNames = [
  "byHand",
  "guardsmith",
  "typia",
  "typebox",
  "ajv",
  "arktype",
  "valibot",
  "zod",
] as const;
export type ContenderName = (typeof contenderNames)[number];

/** All that are measured. */
export const contenders: Readonly<Record<ContenderName, Contender>> = {
  byHand: {
    label: "Written by hand",
    is: "a function",
    load: () => import("./contenders/by-hand.js"),
  },
  guardsmith: {
    label: "**Guardsmith**",
    is: "`isM`",
    report: "`MSchema.validate`",
    load: () => import("./contenders/guardsmith.js"),
  },
  typia: {
    label: "typia",
    package: "typia",
    is: "`createIs`, ahead of time",
    report: "`createValidate`, ahead of time",
    load: () => import("./contenders/typia.js"),
  },
  typebox: {
    label: "TypeBox",
    package: "typebox",
    is: "`Check`, compiled",
    report: "`Errors`, compiled",
    load: () => import("./contenders/typebox.js"),
  },
  ajv: {
    label: "Ajv",
    package: "ajv",
    is: "standalone code",
    report: "standalone code, `allErrors`",
    load: () => import("./contenders/ajv.js"),
  },
  arktype: {
    label: "ArkType",
    package: "arktype",
    is: "`allows`",
    report: "a call",
    load: () => import("./contenders/arktype.js"),
  },
  valibot: {
    label: "Valibot",
    package: "valibot",
    is: "`is`",
    report: "`safeParse`",
    load: () => import("./contenders/valibot.js"),
  },
  zod: {
    label: "Zod",
    package: "zod",
    is: "`safeParse`: it has no other check",
    report: "`safeParse`",
    load: () => import("./contenders/zod.js"),
  },
};
