import {
  none,
  never,
  types,
  when,
  cases,
  only,
  constant,
  size,
  required,
  property,
  requiredProperty,
  not,
  call,
} from "./build.js";
import { testRows } from "./rows.js";

const short = size("maxLength", 3);
const long = size("minLength", 5);

testRows({
  "What is said about a property is merged where it is named first": [
    [
      "checks of one property",
      [when("object", property("a", types("string")), short, property("a", when("string", long)))],
      [cases(undefined, { object: [property("a", only("string", long)), short] })],
    ],
    [
      "required, then checked",
      [when("object", required("a"), property("a", types("null")))],
      [cases(undefined, { object: [requiredProperty("a", cases(["null"]))] })],
    ],
    [
      "checked, then required",
      [when("object", property("a", types("null")), required("b"), required("a"))],
      [cases(undefined, { object: [requiredProperty("a", cases(["null"])), required("b")] })],
    ],
    [
      "required, then optional",
      [when("object", requiredProperty("a", types("null")), property("a", call("M")))],
      [cases(undefined, { object: [requiredProperty("a", cases(["null"]), call("M"))] })],
    ],
    [
      "in two checks for objects",
      [when("object", property("a", types("null"))), when("object", required("a"))],
      [cases(undefined, { object: [requiredProperty("a", cases(["null"]))] })],
    ],
    [
      "required twice",
      [when("object", required("a"), required("a"))],
      [cases(undefined, { object: [required("a")] })],
    ],
    [
      "required, with checks that always hold",
      [when("object", requiredProperty("a", not(none)))],
      [cases(undefined, { object: [required("a")] })],
    ],
    ["optional, with checks that always hold", [when("object", property("a", not(none)))], []],
    [
      "with checks that never hold together",
      [when("object", property("a", types("null")), property("a", types("string")))],
      [
        cases(undefined, {
          object: [property("a", never("type", types("null"), types("string")))],
        }),
      ],
    ],
    [
      "beside a literal",
      [constant({}), when("object", required("a"), property("a", types("null")))],
      [constant({}), cases(undefined, { object: [requiredProperty("a", cases(["null"]))] })],
    ],
  ],
});
