import { expect, test } from "vitest";
import { problemKinds } from "../../../../importer/problems.ts";
import { ageOf } from "../../../../studio/desk/queue/age-of.ts";
import { asInputTime, deferTimes } from "../../../../studio/desk/queue/defer-times.ts";
import { wordsOfProblem } from "../../../../studio/desk/queue/problem-words.ts";
import { actOfKey, isPublishWhileTyping, queueKeys } from "../../../../studio/desk/queue/queue-keys.ts";

const pressed = { key: "j", code: "KeyJ", ctrlKey: false, metaKey: false, altKey: false };
const now = new Date("2026-03-04T10:00:00.000Z");

test("every problem that a story can have is told in words of its own", () => {
  const told = ["not-published", "new-source", "deleted-left-alone"];
  const onRecords = Object.entries(problemKinds)
    .filter(([, { severity }]) => severity === "question" || severity === "grave")
    .map(([code]) => code)
    .filter((code) => !told.includes(code));
  expect(onRecords.length).toBeGreaterThan(15);
  expect(onRecords.filter((code) => wordsOfProblem(code) === "queue.problem.other")).toEqual([]);
  expect(wordsOfProblem("of-tomorrow")).toBe("queue.problem.other");
});

test("actOfKey() reads each key, by its place on keyboards of other scripts, and none with Ctrl", () => {
  for (const { key, act } of queueKeys) expect(actOfKey({ ...pressed, key })).toBe(act);
  expect(actOfKey({ ...pressed, key: "ت", code: "KeyJ" })).toBe("next");
  expect(actOfKey({ ...pressed, key: "؟", code: "Slash" })).toBe("keys");
  // A letter of the same script says what it is, wherever it stands.
  expect(actOfKey({ ...pressed, key: "o", code: "KeyS" })).toBe("open");
  expect(actOfKey({ ...pressed, ctrlKey: true })).toBeUndefined();
  expect(actOfKey({ ...pressed, key: "Enter", code: "Enter" })).toBeUndefined();
});

test("isPublishWhileTyping() is for Enter with Ctrl or ⌘ alone", () => {
  const enter = { ...pressed, key: "Enter", code: "Enter" };
  expect(isPublishWhileTyping({ ...enter, ctrlKey: true })).toBe(true);
  expect(isPublishWhileTyping({ ...enter, metaKey: true })).toBe(true);
  expect(isPublishWhileTyping(enter)).toBe(false);
  expect(isPublishWhileTyping({ ...enter, ctrlKey: true, altKey: true })).toBe(false);
});

test("ageOf() tells the past and the future in the largest unit that fits", () => {
  const at = (ms: number): string => ageOf(new Date(now.getTime() + ms).toISOString(), now, "en-US");
  expect([at(-5 * 60_000), at(-3 * 3_600_000), at(-50 * 3_600_000), at(90 * 60_000), at(-1000)]).toEqual([
    "5 min. ago",
    "3 hr. ago",
    "2 days ago",
    "in 1 hr.",
    "this minute",
  ]);
});

test("deferTimes() offers only what is still to come, and Monday as the next one", () => {
  const monday = new Date(2026, 2, 2, 20, 30);
  const times = deferTimes(monday);
  expect(times.map(({ says }) => says)).toEqual([
    "queue.defer.hour",
    "queue.defer.tomorrow",
    "queue.defer.monday",
  ]);
  expect(times.every(({ at }) => at > monday)).toBe(true);
  expect(times.at(-1)?.at).toEqual(new Date(2026, 2, 9, 8));
  expect(asInputTime(new Date(2026, 2, 2, 20, 30))).toBe("2026-03-02T20:30");
});
