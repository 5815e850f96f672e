import { forms } from "../contenders/forms.js";
import type { Form, Member } from "../form.js";
import { Random } from "./random.js";

/** Four of each option of the union, shuffled. */
export function events(): readonly unknown[] {
  return eventsBy((members, random) => objectOf(members, random));
}

/** Events whose tag is of no option. */
export function unknownEvents(): readonly unknown[] {
  return eventsBy((members, random) => ({ ...objectOf(members, random), type: "parcel.eaten" }));
}

/** Events of which the last required property is wrong. */
export function wrongEvents(): readonly unknown[] {
  return eventsBy((members, random) => {
    const last = members.findLast(({ isRequired }) => isRequired);
    return { ...objectOf(members, random), [last?.name ?? ""]: { wrong: true } };
  });
}

function eventsBy(
  make: (members: readonly Member[], random: Random) => object,
): readonly unknown[] {
  const random = new Random(3);
  const union = forms.Event;
  if (union?.kind !== "union") throw new Error("Events are a union.");
  const options = union.options.flatMap((name) => {
    const form = forms[name];
    return form?.kind === "object" ? [form.members] : [];
  });
  const made = options.flatMap((members) =>
    Array.from({ length: 4 }, (): unknown => JSON.parse(JSON.stringify(make(members, random)))),
  );
  return random.shuffled(made);
}

/** An object whose optional members are there, null, or missing. */
function objectOf(members: readonly Member[], random: Random): Record<string, unknown> {
  const entries = members
    .filter(({ isRequired }) => isRequired || random.below(3) > 0)
    .map(({ name, form }) => [name, valueOf(form, random)] as const);
  return Object.fromEntries(entries);
}

function valueOf(form: Form, random: Random): unknown {
  switch (form.kind) {
    case "text":
      return random.text("t-");
    case "integer":
      return random.below(1_000_000);
    case "flag":
      return random.below(2) === 0;
    case "constant":
      return form.value;
    case "choice":
      return form.values[random.below(form.values.length)];
    case "nullable":
      return random.below(2) === 0 ? null : valueOf(form.form, random);
    case "list":
      return [valueOf(form.items, random), valueOf(form.items, random)];
    case "map":
    case "object":
    case "union":
    case "reference":
      throw new Error(`An event has no ${form.kind} in it.`);
  }
}
