import { and, differs, isSameCode, local, not, undefinedValue } from "./expressions.js";
import type { EachStatement, Statement } from "./nodes.js";
import { continueLoop, evaluate, when } from "./statements.js";
import { countUses, declaredNames } from "./uses.js";

/**
 * Merges loops over the same value, if the first skips nothing and neither uses variables that the
 * other declares.
 */
export function mergeLoops(statements: readonly Statement[]): readonly Statement[] {
  const merged: Statement[] = [];
  for (const statement of statements) {
    const previous = merged.at(-1);
    if (previous?.kind === "each" && statement.kind === "each" && canJoin(previous, statement)) {
      merged[merged.length - 1] = { ...previous, body: [...previous.body, ...statement.body] };
    } else {
      merged.push(statement);
    }
  }
  return merged;
}

function canJoin(first: EachStatement, second: EachStatement): boolean {
  return (
    first.over === second.over &&
    first.key === second.key &&
    first.item === second.item &&
    first.from === second.from &&
    isSameCode(first.value, second.value) &&
    !first.body.some(continues) &&
    isApart(first.body, second.body) &&
    isApart(second.body, first.body)
  );
}

/** Whether two lists of statements do not share the variables that the first one declares. */
function isApart(statements: readonly Statement[], others: readonly Statement[]): boolean {
  return declaredNames(statements).every(
    (name) => !declaredNames(others).includes(name) && countUses(others, name) === 0,
  );
}

/** Whether a statement can continue the loop that contains it. */
function continues(statement: Statement): boolean {
  switch (statement.kind) {
    case "continue":
      return true;
    case "if":
      return [...statement.then, ...statement.otherwise].some(continues);
    case "switch":
      return [...statement.cases.flatMap(({ body }) => body), ...statement.otherwise].some(
        continues,
      );
    case "block":
      return statement.body.some(continues);
    default:
      return false;
  }
}

/**
 * Splits the body of a loop into the statements before its item is read, and those after. The
 * latter skip members that are undefined.
 */
export function splitAtItem(
  each: EachStatement,
): readonly [before: readonly Statement[], after: readonly Statement[]] {
  const { over, body, item } = each;
  const [first, ...others] = body;
  const isBefore =
    first?.kind === "if" &&
    first.otherwise.length === 0 &&
    first.then.length === 1 &&
    first.then[0]?.kind === "continue" &&
    countUses([first], item) === 0;
  const [before, after] = isBefore ? [[first], others] : [[], body];
  return [before, over === "items" ? after : whereDefined(item, after)];
}

/** Statements about a member, skipped if it is undefined: JSON has no such member. */
function whereDefined(item: string, statements: readonly Statement[]): readonly Statement[] {
  const isDefined = differs(local(item), undefinedValue);
  const [only, ...others] = statements;
  if (only === undefined) return [];
  if (others.length === 0 && only.kind === "evaluate") return when(isDefined, statements);
  if (others.length > 0 || only.kind !== "if" || only.otherwise.length > 0) {
    return [...when(not(isDefined), [continueLoop]), ...statements];
  }
  // Conditions that only need the name are tested without reading the member.
  const isOfName = countUses([evaluate(only.test)], item) === 0;
  const test = and(isOfName ? [only.test, isDefined] : [isDefined, only.test]);
  return [{ ...only, test }];
}
