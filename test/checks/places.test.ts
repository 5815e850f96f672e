import {
  none,
  never,
  types,
  when,
  cases,
  only,
  constant,
  oneOfValues,
  size,
  required,
  property,
  requiredProperty,
  any,
  one,
  not,
  call,
  contains,
  at,
} from "./build.js";
import { testRows } from "./rows.js";

const short = size("maxLength", 3);

testRows({
  "A check keeps its place": [
    ["a type", [at("/type", types("string"))], [at("/type", cases(["string"]))]],
    [
      "the first type",
      [when("string", short), at("/type", types("string")), at("/allOf", types("string"))],
      [at("/type", only("string", short))],
    ],
    [
      "types that exclude each other",
      [at("/type", types("string")), at("/allOf", types("null"))],
      [at("/type", never("type", at("/type", types("string")), at("/allOf", types("null"))))],
    ],
    [
      "a literal",
      [at("/const", constant("a")), at("/type", types("string"))],
      [at("/const", constant("a"))],
    ],
    [
      "a literal of another type",
      [at("/type", types("string")), at("/const", constant(1))],
      [at("/const", never("const", at("/type", types("string")), at("/const", constant(1))))],
    ],
    ["no literals", [at("/enum", oneOfValues())], [at("/enum", never("enum"))]],
    [
      "what requires a property",
      [
        when(
          "object",
          at("/properties/a", property("a", call("M"))),
          at("/required/0", required("a")),
          at("/required/1", required("a")),
        ),
      ],
      [cases(undefined, { object: [at("/required/0", requiredProperty("a", call("M")))] })],
    ],
    [
      "alternatives",
      [at("/anyOf", any([call("M")], [call("N")]))],
      [at("/anyOf", any([call("M")], [call("N")]))],
    ],
    [
      "alternatives that are merged",
      [at("/anyOf", any([at("/0", types("null"))], [at("/1", types("string"))]))],
      [at("/anyOf", cases(["null", "string"]))],
    ],
    [
      "alternatives that are literals",
      [at("/anyOf", any([at("/0", constant(1))], [at("/1", constant(2))]))],
      [at("/anyOf", oneOfValues(1, 2))],
    ],
    ["no alternatives", [at("/anyOf", any())], [at("/anyOf", never("anyOf"))]],
    ["exactly one", [at("/oneOf", one([], []))], [at("/oneOf", one([], []))]],
    ["not", [at("/not", not(call("M")))], [at("/not", not(call("M")))]],
    ["not anything", [at("/not", not())], [at("/not", never("not"))]],
    [
      "items that cannot be contained",
      [when("array", at("/contains", contains([none], { minimum: 1 })))],
      [cases(undefined, { array: [at("/contains", never("contains"))] })],
    ],
    [
      "a number of items",
      [when("array", at("/contains", contains([], { minimum: 1, maximum: 2 })))],
      [
        cases(undefined, {
          array: [at("/contains", size("minItems", 1)), at("/maxContains", size("maxItems", 2))],
        }),
      ],
    ],
  ],
});
