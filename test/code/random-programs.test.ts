import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arrow,
  call,
  compare,
  element,
  global,
  local,
  member,
  not,
} from "../../generator/code/expressions.js";
import type { EachStatement, Expression, Statement } from "../../generator/code/nodes.js";
import { assign, constant, continueLoop } from "../../generator/code/statements.js";
import { branch, doing } from "./build.js";
import { compile } from "./compile.js";
import { run, scopeOf } from "./interpret.js";
import { functionOf, printDeclarations } from "./print.js";

describe("random programs", () => {
  const keys = ["i", "k"] as const;
  const items = ["x", "y"] as const;
  const variables = ["a", "b"] as const;
  const log = (expression: Expression): Statement => doing("log", expression);
  const { block } = fc.letrec<{
    expression: Expression;
    statement: Statement;
    block: readonly Statement[];
    loop: EachStatement;
  }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom(...keys, ...items, ...variables, "data").map(local),
      fc.tuple(tie("expression"), tie("expression")).map((args) => element(...args)),
      tie("expression").map((operand) => not(operand)),
      // A function whose parameter may hide any name.
      fc
        .tuple(fc.constantFrom(...keys, ...items), tie("expression"), tie("expression"))
        .map(([name, body, argument]) => call(arrow([name], body), argument)),
    ),
    loop: fc
      .record({
        over: fc.constantFrom("items" as const, "members" as const),
        from: fc.constantFrom(0, 1),
        key: fc.constantFrom(...keys),
        item: fc.constantFrom(...items),
        body: tie("block"),
      })
      .map((loop): EachStatement => ({
        kind: "each",
        ...loop,
        value: local(loop.item === "x" ? "y" : "x"),
      })),
    statement: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie("expression").map(log),
      fc.tuple(tie("loop"), tie("block")).map(([loop]) => loop),
      // Two loops that can be merged.
      fc
        .tuple(tie("loop"), tie("block"))
        .map(([loop, body]): Statement => ({ kind: "block", body: [loop, { ...loop, body }] })),
      fc
        .tuple(tie("expression"), tie("block"), tie("block"))
        .map(([test, then, otherwise]) => branch(test, then, otherwise)),
      fc.tuple(tie("block"), tie("block")).map(([body, otherwise]): Statement => ({
        kind: "switch",
        on: member(local("data"), "tag"),
        cases: [{ values: ["tag"], body }],
        otherwise,
      })),
      tie("block").map((body): Statement => ({ kind: "block", body })),
      tie("expression").map((value) => assign("total", "+=", call(global("Number"), value))),
    ),
    block: fc
      .tuple(
        fc.option(
          fc.constantFrom(
            compare(call(global("Number"), local("i")), ">", 0),
            compare(call(global("Number"), local("k")), ">", 0),
          ),
        ),
        fc.uniqueArray(fc.constantFrom(...variables), { maxLength: 1 }),
        fc.array(tie("statement"), { maxLength: 3, depthIdentifier: "statement" }),
      )
      .map(([test, names, statements]) => [
        ...(test === null ? [] : [branch(test, [continueLoop])]),
        ...names.map((name) => constant(name, local("data"))),
        ...statements,
      ]),
  }));

  it("do the same when they are printed", () => {
    const data = Object.assign([[1, [2, 3]], [[4], "five"], 6], { tag: "tag" });
    const parameters = ["x", "y", "i", "k", "a", "b", "data"];
    const args = [data, data, 0, 1, "a", "b", data];
    fc.assert(
      fc.property(block, (body) => {
        // A loop around it, for what continues.
        const program: Statement[] = [
          { kind: "each", over: "items", value: local("data"), from: 0, key: "i", item: "x", body },
        ];
        const code = printDeclarations([functionOf("main", parameters, program)], {
          form: "javascript",
        }).replace("export ", "");
        const outcome = (start: (log: (value: unknown) => void) => unknown): unknown => {
          const logged: string[] = [];
          try {
            start((value) => logged.push(typeof value === "string" ? value : inspect(value)));
          } catch (error) {
            if (error instanceof TypeError) return TypeError;
            throw error;
          }
          // Merged loops do the same in another order.
          return logged.sort();
        };
        const main = compile(["log", "Number", "args"], `let total = 0; ${code} main(...args);`);
        const printed = outcome((log) => main(log, () => 1, args));
        const names = Object.fromEntries(parameters.map((name, at) => [name, args[at]]));
        const expected = outcome((log) =>
          run(program, scopeOf({ ...names, log, Number: () => 1, total: 0 })),
        );
        expect(printed, code).toEqual(expected);
      }),
      { numRuns: 1000, seed: 20260105 },
    );
  });
});
