import { expect, test } from "vitest";
import { firstsAhead, oneAhead } from "../../../importer/read/ahead.ts";

/** Numbers from one on, and whether whoever gives them was told that no more are wanted. */
function numbers() {
  const state = { given: 0, isClosed: false };
  async function* count(): AsyncGenerator<number, void, undefined> {
    try {
      for (;;) yield ++state.given;
    } finally {
      state.isClosed = true;
    }
  }
  return { state, values: count() };
}

test("oneAhead() closes its sequence when it is left, also the value that it has asked for ahead", async () => {
  const { state, values } = numbers();
  for await (const value of oneAhead(values)) if (value === 3) break;
  expect(state).toEqual({ given: 4, isClosed: true });
});

test("oneAhead() has closed its sequence by the time that whoever goes through it fails", async () => {
  const { state, values } = numbers();
  const goThrough = async (): Promise<void> => {
    for await (const value of oneAhead(values)) throw new Error(`no use for ${value}`);
  };
  await expect(goThrough()).rejects.toThrow("no use for 1");
  expect(state.isClosed).toBe(true);
});

test("firstsAhead() closes every sequence that it has begun when it is left, and begins no other", async () => {
  const sequences = [numbers(), numbers(), numbers()];
  for await (const value of firstsAhead(
    sequences.map(({ values }) => values),
    2,
  )) {
    expect(value).toBe(1);
    break;
  }
  expect(sequences.map(({ state }) => state)).toEqual([
    { given: 1, isClosed: true },
    { given: 1, isClosed: true },
    { given: 0, isClosed: false },
  ]);
});
