import { types, when, cases, size, any, one, not, conditional, call } from "./build.js";
import { testRows } from "./rows.js";

const short = size("maxLength", 3);

testRows({
  "The cheap come first": [
    [
      "in a list",
      [call("M"), any([call("A")], [call("B")]), not(call("C")), types("string")],
      [cases(["string"]), not(call("C")), any([call("A")], [call("B")]), call("M")],
    ],
    [
      "and others of the same cost keep their order",
      [call("B"), call("A"), not(call("D")), conditional([call("C")], [call("C")], [])],
      [not(call("D")), conditional([call("C")], [call("C")], []), call("B"), call("A")],
    ],
    [
      "among alternatives, by the dearest check of each",
      [any([types("string"), call("M")], [types("null"), not(call("N"))], [when("string", short)])],
      [
        any(
          [cases(undefined, { string: [short] })],
          [cases(["null"]), not(call("N"))],
          [cases(["string"]), call("M")],
        ),
      ],
    ],
    [
      "but not where exactly one has to hold",
      [one([call("M")], [when("string", short)])],
      [one([call("M")], [cases(undefined, { string: [short] })])],
    ],
  ],
});
