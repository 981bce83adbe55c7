import { expect, test } from "vitest";
import { shareUsed } from "../../bench/measure-limit.ts";

const requests = (count: number, atMs: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => ({ atMs: atMs(index) }));

test("shareUsed() is all of it for a burst of what is allowed in every second", () => {
  expect(
    shareUsed(
      requests(100, (index) => Math.floor(index / 25) * 1000 + index),
      25,
    ),
  ).toBeCloseTo(1000 / 1025);
  expect(
    shareUsed(
      requests(100, (index) => Math.floor(index / 25) * 1000),
      25,
    ),
  ).toBe(1);
});

test("shareUsed() is the same for requests at even distances as for bursts", () => {
  expect(
    shareUsed(
      requests(100, (index) => index * 40),
      25,
    ),
  ).toBe(1);
  expect(
    shareUsed(
      requests(100, (index) => index * 50),
      25,
    ),
  ).toBeCloseTo(0.8);
});
