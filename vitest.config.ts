import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/**
 * Two groups, one after the other: a browser with Studio in it needs both cores of a small machine to itself.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**"],
          // Several tests start the program itself, which takes seconds on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // As long as a test may wait for what it has caused: a second, which Vitest would wait, is short on a busy machine.
          expect: { poll: { timeout: 20_000 } },
          // Vitest would leave a core free: on two of them that is half of the machine.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 240_000,
          // Vitest itself would give up after a second, which a busy machine needs for less than a page.
          expect: { poll: { timeout: 60_000 } },
          // The first run builds Studio and unpacks the browser.
          hookTimeout: 180_000,
          maxWorkers: 1,
          // In any order, since each test has a newsroom of its own.
          sequence: { groupOrder: 1, shuffle: { tests: true } },
        },
      },
    ],
  },
});
