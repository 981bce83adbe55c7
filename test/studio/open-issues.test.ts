import { expect, test } from "vitest";
import type { Problem } from "../../schemas/index.ts";
import { attentionQuery } from "../../studio/needs-attention/attention-query.ts";
import { openIssues } from "../../studio/needs-attention/open-issues.ts";
import { parseRowId, toRowId } from "../../studio/needs-attention/row-id.ts";

const image = { _id: "newsimage-1", _type: "newsImage", title: "Caption", asset: { asset: {} } };
const credited = { ...image, altTexts: [{ text: "A street" }], creditLine: "Reuters" };
const article = {
  _id: "article-1",
  _type: "article",
  title: "Headline",
  publishedAt: "2026-01-01T00:00:00Z",
};

const problem = (code: string, more: Partial<Problem> = {}): Problem => ({
  _type: "problem",
  _key: code,
  code,
  message: `Message of ${code}`,
  hint: `Hint of ${code}.`,
  ...more,
});

test("openIssues() lists what a document lacks, with the field to fill", () => {
  expect(openIssues({ documents: [image], records: [] })).toEqual([
    {
      id: "newsimage-1",
      type: "newsImage",
      title: "Caption",
      issues: [
        expect.objectContaining({ code: "missing-alt-text", path: "altTexts" }),
        expect.objectContaining({ code: "missing-credit", path: "creditLine" }),
      ],
    },
  ]);
});

test("openIssues() leaves out documents that lack nothing", () => {
  expect(openIssues({ documents: [credited, article], records: [] })).toEqual([]);
});

test("openIssues() puts an import's problem under the document it names, else under the article", () => {
  const problems = [
    problem("odd-credit", { documentId: "newsimage-1" }),
    problem("odd-line", { path: "body" }),
  ];
  const records = [{ article: "article-1", problems }];
  expect(openIssues({ documents: [article, credited], records })).toEqual([
    expect.objectContaining({
      id: "article-1",
      issues: [expect.objectContaining({ code: "odd-line", path: "body" })],
    }),
    expect.objectContaining({ id: "newsimage-1", issues: [expect.objectContaining({ code: "odd-credit" })] }),
  ]);
});

test("openIssues() believes a document rather than the import's older word on a quality check", () => {
  const problems = [problem("missing-credit", { documentId: "newsimage-1" })];
  expect(openIssues({ documents: [credited], records: [{ article: "article-1", problems }] })).toEqual([]);
});

test("openIssues() leaves out problems of documents that are gone", () => {
  const problems = [problem("odd-line", { documentId: "article-2" })];
  expect(openIssues({ documents: [article], records: [{ article: "article-1", problems }] })).toEqual([]);
});

test("the attention query asks for every field that a quality check reads", () => {
  for (const field of ["publishedAt", "asset", "altTexts", "creditLine"]) {
    expect(attentionQuery.query).toMatch(new RegExp(`\\b${field}\\b`));
  }
});

test("parseRowId() reads what toRowId() made, whatever the id holds", () => {
  const target = { type: "newsImage", id: "newsimage-a~b.c" };
  expect(parseRowId(toRowId(target))).toEqual(target);
});
