import { parse } from "groq-js";
import { expect, it } from "vitest";
import { isLinear } from "../../../../lake/query/evaluate/is-linear.ts";

const long = Array.from({ length: 1_000 }, (_, index) => `x${index}`);

it.each([
  ['*[_type == "a" && headline match "foo*"]', true],
  ['*[tags[@ == "x"][0] == "x" && count(list[n > 1]) > 0]', true],
  ["*[references($id)]", true],
  ["*[count(list[count(^.list[@ == ^]) > 1]) > 1]", false],
  ["*[count(list[]->list[]->n) > 1]", false],
  ["*[_id in *[n > 1]._id]", false],
  ["*[array::intersects(a, b)]", false],
  ["*[count(list[@ in $long]) > 1]", false],
  [`*[${long.map((each) => `n == "${each}"`).join(" || ")}]`, false],
  [`*[title match "${long.join(" ")}"]`, false],
])("isLinear() says of %s whether its time grows with the document alone", (query, expected) => {
  expect(isLinear(parse(query, { params: { id: "a", long } }))).toBe(expected);
});
