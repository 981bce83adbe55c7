import { expect, test } from "vitest";
import { reasonOf } from "../../../studio/desk/i18n/reason-of.ts";

const t = (key: string): string => `<${key}>`;

test("reasonOf() does not show an editor the address of a lake that cannot be reached", () => {
  const message = "Request error while attempting to reach is http://127.0.0.1:3333/v1/data/query/production";
  expect(reasonOf(Object.assign(new Error(message), { isNetworkError: true }), t)).toBe(
    "<queue.unreachable>",
  );
});

test("reasonOf() says what the lake says", () => {
  expect(reasonOf(new Error("Cannot write: it is full"), t)).toBe("Cannot write: it is full");
  expect(reasonOf("odd", t)).toBe("odd");
});
