import { isSameCode } from "./expressions.js";
import type { EachStatement, Statement } from "./nodes.js";
import { countUses, declaredNames } from "./uses.js";

/**
 * Merges loops that go through the same value, if the first leaves nothing out and neither uses what
 * the other declares.
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

/** Whether other statements neither use nor declare what some statements declare. */
function isApart(statements: readonly Statement[], others: readonly Statement[]): boolean {
  return declaredNames(statements).every(
    (name) => !declaredNames(others).includes(name) && countUses(others, name) === 0,
  );
}

/** Whether a statement can continue the loop around it. */
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

/** The body of a loop as what comes before its item is read, and what comes after. */
export function splitAtItem({
  body,
  item,
}: EachStatement): readonly [before: readonly Statement[], after: readonly Statement[]] {
  const [first, ...others] = body;
  const isBefore =
    first?.kind === "if" &&
    first.otherwise.length === 0 &&
    first.then.length === 1 &&
    first.then[0]?.kind === "continue" &&
    countUses([first], item) === 0;
  return isBefore ? [[first], others] : [[], body];
}
