import { ConnectionFailedError } from "@sanity/client";
import { expect, test } from "vitest";
import { z } from "zod";
import { reasonOf } from "../../../studio/desk/i18n/reason-of.ts";

const t = (key: string): string => `<${key}>`;

test("reasonOf() does not show an editor the address of a lake that cannot be reached", () => {
  const message = "Request error while attempting to reach is http://127.0.0.1:3333/v1/data/query/production";
  expect(reasonOf(Object.assign(new Error(message), { isNetworkError: true }), t)).toBe(
    "<queue.unreachable>",
  );
});

test("reasonOf() has words for a listener that is cut off, and for an answer that is not what was asked for", () => {
  expect(reasonOf(new ConnectionFailedError("EventSource connection failed"), t)).toBe("<queue.unreachable>");
  expect(reasonOf(z.string().safeParse(1).error, t)).toBe("<queue.unreadable>");
});

test("reasonOf() says what the lake says", () => {
  expect(reasonOf(new Error("Cannot write: it is full"), t)).toBe("Cannot write: it is full");
  expect(reasonOf("odd", t)).toBe("odd");
});
