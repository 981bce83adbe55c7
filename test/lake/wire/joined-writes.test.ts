import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { joinedWrites } from "../../../lake/wire/joined-writes.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("joinedWrites() passes the first text on at once, and those that follow it closely together", () => {
  const passed: string[] = [];
  const writes = joinedWrites((text) => passed.push(text));
  writes.write("a");
  expect(passed).toEqual(["a"]);
  for (const text of ["b", "c"]) writes.write(text);
  vi.advanceTimersByTime(2);
  expect(passed).toEqual(["a", "bc"]);
  writes.write("d");
  vi.advanceTimersByTime(2);
  expect(passed).toEqual(["a", "bc", "d"]);
  // A pause: nothing is left that would keep the next one waiting.
  vi.advanceTimersByTime(2);
  expect(vi.getTimerCount()).toBe(0);
  writes.write("e");
  expect(passed).toEqual(["a", "bc", "d", "e"]);
});

it("joinedWrites() passes every text on in its order, none of them later than 2 ms", () => {
  const step = fc.oneof(
    fc.record({ text: fc.string({ minLength: 1, maxLength: 3 }) }),
    fc.record({ text: fc.constant("long".repeat(20_000)) }),
    fc.record({ pauseMs: fc.integer({ min: 0, max: 5 }) }),
    fc.constant("flush" as const),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let [written, passed] = ["", ""];
      const due: { readonly atMs: number; readonly length: number }[] = [];
      const writes = joinedWrites((text) => (passed += text));
      for (const each of steps) {
        if (each === "flush") writes.flush();
        else if ("pauseMs" in each) vi.advanceTimersByTime(each.pauseMs);
        else {
          written += each.text;
          writes.write(each.text);
          due.push({ atMs: Date.now() + 2, length: written.length });
        }
        expect(written.startsWith(passed)).toBe(true);
        if (each === "flush") expect(passed).toBe(written);
        for (const { atMs, length } of due) {
          if (Date.now() >= atMs) expect(passed.length).toBeGreaterThanOrEqual(length);
        }
      }
      vi.advanceTimersByTime(2);
      expect(passed).toBe(written);
    }),
  );
});

it("joinedWrites() lets go of what waits when told", () => {
  const passed: string[] = [];
  const writes = joinedWrites((text) => passed.push(text));
  for (const text of ["a", "b"]) writes.write(text);
  writes.drop();
  vi.advanceTimersByTime(10);
  expect(passed).toEqual(["a"]);
  expect(vi.getTimerCount()).toBe(0);
});
