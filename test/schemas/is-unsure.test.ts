import { expect, test } from "vitest";
import { isUnsure } from "../../schemas/index.ts";

test.each([
  [0, true],
  [0.49, true],
  [0.5, false],
  [1, false],
])("isUnsure() of %d is %s", (confidence, unsure) => {
  expect(isUnsure(confidence)).toBe(unsure);
});
