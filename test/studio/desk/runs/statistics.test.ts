import type { SanityDocumentStub } from "@sanity/client";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lastDays } from "../../../../studio/desk/runs/last-days.ts";
import { silentSince } from "../../../../studio/desk/runs/silent-since.ts";
import { shareTaken } from "../../../../studio/desk/runs/statistics.ts";
import { fetchStatistics } from "../../../../studio/desk/runs/statistics-query.ts";
import { openTestLake } from "../../../support/open-test-lake.ts";

const now = new Date(2026, 2, 20, 12);
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

test.each<readonly [name: string, times: readonly number[], isSilent: boolean]>([
  ["of which nothing is known", [], false],
  ["that was heard only once", [300], false],
  ["that is as regular as ever", [1, 2, 3], false],
  ["that pauses for a weekend", [2.5, 3, 3.5], false],
  ["that has paused for longer than twice its longest pause", [9, 11, 15], true],
  ["that has paused for so long before", [9, 11, 17], false],
])("silentSince() of a source %s", (_, times, isSilent) => {
  const heard = times.map(daysAgo);
  expect(silentSince(heard, now)).toBe(isSilent ? heard[0] : undefined);
});

test("lastDays() lists days without gap or overlap, today being the last", () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }), (at) => {
      const days = lastDays(30, at);
      expect(new Set(days.map(({ day }) => day)).size).toBe(30);
      for (const [index, { to }] of days.entries()) expect(days[index + 1]?.from ?? to).toBe(to);
      const { from = "", to = "" } = days.at(-1) ?? {};
      expect(from <= at.toISOString() && at.toISOString() < to).toBe(true);
    }),
  );
});

test("shareTaken() is of the suggestions that somebody has decided", () => {
  expect(shareTaken({ accepted: 3, rejected: 1, open: 9 })).toBe(0.75);
  expect(shareTaken({ accepted: 0, rejected: 0, open: 9 })).toBeUndefined();
});

test("fetchStatistics() counts days, languages, sources, problems and suggestions", async () => {
  const lake = await openTestLake();
  try {
    const story = (
      key: string,
      days: number,
      review: object,
      suggestions?: readonly object[],
    ): SanityDocumentStub[] => [
      {
        _id: `drafts.article-${key}`,
        _type: "article",
        infoSources: [{ _key: "a", source: { _type: "reference", _ref: "source-a", _weak: true } }],
      },
      {
        _id: `import.article-${key}`,
        _type: "importRecord",
        importedAt: daysAgo(days),
        review,
        ...(suggestions && { suggestions }),
      },
    ];
    const documents: readonly SanityDocumentStub[] = [
      { _id: "drafts.source-a", _type: "source", name: "A" },
      { _id: "source-b", _type: "source", name: "B" },
      ...story("1", 0, { language: "ar", open: ["no-body", "missing-asset"] }),
      ...story("2", 0, { language: "ar", open: ["missing-asset"] }, [
        { _key: "a", state: "accepted" },
        { _key: "b", state: "rejected" },
      ]),
      ...story("3", 2, { language: "en" }, [{ _key: "a", state: "open" }]),
      ...story("4", 90, {}),
    ];
    await lake.client.mutate(documents.map((create) => ({ create })));
    const { days, ...rest } = await fetchStatistics(lake.client, now);
    expect(days.length).toBe(30);
    expect(days.slice(-3)).toEqual([
      { name: "2026-03-18", stories: 1 },
      { name: "2026-03-19", stories: 0 },
      { name: "2026-03-20", stories: 2 },
    ]);
    expect(rest).toEqual({
      languages: [
        { name: "ar", stories: 2 },
        { name: "en", stories: 1 },
      ],
      sources: [{ id: "source-a", name: "A", stories: 4, silentSince: undefined }],
      newest: 4,
      problems: [
        { name: "missing-asset", stories: 2 },
        { name: "no-body", stories: 1 },
      ],
      suggestions: { accepted: 1, rejected: 1, open: 1 },
    });
  } finally {
    await lake.close();
  }
});
