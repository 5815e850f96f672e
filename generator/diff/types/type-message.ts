/** The texts of a type before and after a change; a new or removed one has only one of them. */
export interface WrittenChange {
  readonly old?: string;
  readonly new?: string;
}

/** The longest type that a message quotes. */
const longest = 80;

/** Says how the type of a member changed: one sentence, without a full stop. */
export function messageOf(member: string, change: WrittenChange): string {
  const { old, new: now } = change;
  if (old === undefined) return `${member} is new${now === undefined ? "" : quoted(now, ": ")}`;
  if (now === undefined) return `${member} was removed`;
  return old.length <= longest && now.length <= longest
    ? `${member} is \`${now}\` now, it was \`${old}\``
    : `the type of ${member} was changed`;
}

function quoted(type: string, before: string): string {
  return type.length <= longest ? `${before}\`${type}\`` : "";
}

/**
 * Says which options of a union were added and removed: one sentence, without a full stop.
 */
export function messageOfOptions(
  member: string,
  removed: readonly string[],
  added: readonly string[],
): string {
  const parts = [
    ...(added.length > 0 ? [`has ${list(added)} now`] : []),
    ...(removed.length > 0 ? [`no longer has ${list(removed)}`] : []),
  ];
  return `${member} ${parts.join(", and ")}`;
}

/** How many options a message names. */
const mostNamed = 5;

function list(types: readonly string[]): string {
  const isShort = types.length <= mostNamed && types.every((type) => type.length <= longest);
  if (!isShort) return types.length === 1 ? "another option" : `${types.length} other options`;
  const quotedTypes = types.map((type) => `\`${type}\``);
  const last = quotedTypes.at(-1) ?? "";
  return quotedTypes.length < 2 ? last : `${quotedTypes.slice(0, -1).join(", ")} and ${last}`;
}
