import { expect, test } from "vitest";
import { type LeftOutPiece, importRecord, readLeftOut } from "../../schemas/index.ts";
import { bodyMembers } from "../../studio/left-out/body-member.ts";
import { importedKeys } from "../../studio/left-out/imported-keys.ts";
import { putIn } from "../../studio/left-out/put-in.ts";
import { type SeenDocument, shownOf, versionsOf } from "../../studio/seen/seen-document.ts";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";

const [first, last] = [
  "قال رئيس البلدية إن الجسر الجديد سيفتح يوم الاثنين أمام السيارات والمشاة بعد أعمال استمرت عامين.",
  "وأضاف أن تكاليف البناء بلغت عشرين مليون دينار، وأن الطريق القديم سيبقى مفتوحا حتى نهاية العام.",
];
const [share, follow] = ["شارك هذا الخبر", "تابعنا على فيسبوك"];
const arabicStory = (...paragraphs: readonly string[]): string =>
  `جسر جديد يفتح في المدينة\n\n${paragraphs.join("\n\n")}\n\nالمصدر : رويترز\n`;

openForEachTest({ "a.txt": arabicStory(first, last, share, follow) });

/** Imports the story; what it leaves out is what a page has around a story. */
async function imported(publish = false) {
  await importFolder({ publish });
  const [id = ""] = await lake.client.fetch<string[]>(
    '*[_type == "article"]._id',
    {},
    { perspective: "raw" },
  );
  const articleId = id.replace("drafts.", "");
  return { articleId, ...(await leftOutOf(articleId)) };
}

async function leftOutOf(articleId: string) {
  const { leftOut, snapshot } = importRecord.parse(await lake.client.getDocument(`import.${articleId}`));
  return { pieces: readLeftOut(leftOut), imported: importedKeys(snapshot, articleId) };
}

type Story = Awaited<ReturnType<typeof imported>>;

async function shown(articleId: string): Promise<SeenDocument> {
  const all = await lake.client.fetch<SeenDocument[]>(
    "*[_id in $ids]",
    { ids: versionsOf(articleId) },
    { perspective: "raw" },
  );
  const seen = shownOf(articleId, all);
  if (seen === undefined) throw new Error("the article is gone");
  return seen;
}

const textsOf = ({ body }: SeenDocument): string[] => bodyMembers(body).flatMap(({ texts }) => texts);

const pieceOf = ({ pieces }: Story, text: string): LeftOutPiece => {
  const piece = pieces.find((each) => each.text === text);
  if (piece === undefined) throw new Error(`"${text}" is not left out`);
  return piece;
};

async function put(story: Story, text: string, seen?: SeenDocument) {
  const { articleId } = story;
  return putIn(lake.client, articleId, pieceOf(story, text), story, seen ?? (await shown(articleId)));
}

test("putIn() puts what was left out into the draft at its place, and changes nothing else", async () => {
  const story = await imported();
  const before = await shown(story.articleId);
  expect(textsOf(before)).toEqual([first, last]);
  expect(await put(story, follow)).toBe("put-in");
  expect(await put(story, share)).toBe("put-in");
  const after = await shown(story.articleId);
  expect(textsOf(after)).toEqual([first, last, share, follow]);
  expect(new Set(bodyMembers(after["body"]).map(({ key }) => key)).size).toBe(4);
  const { body: _, _rev, _updatedAt, ...rest } = before;
  expect(after).toMatchObject({
    ...rest,
    _id: `drafts.${story.articleId}`,
    language: "ar",
    direction: "rtl",
  });
});

test("putIn() puts it at the beginning of a body that an editor has emptied, or taken away", async () => {
  const story = await imported();
  for (const patch of [{ set: { body: [] } }, { unset: ["body"] }]) {
    await lake.client.patch(`drafts.${story.articleId}`, patch).commit();
    expect(await put(story, share)).toBe("put-in");
    expect(textsOf(await shown(story.articleId))).toEqual([share]);
  }
});

test("putIn() makes a draft of what is published, and leaves that as it is", async () => {
  const story = await imported(true);
  const published = await lake.client.getDocument(story.articleId);
  expect(published).toBeDefined();
  expect(await put(story, share)).toBe("put-in");
  expect(await shown(story.articleId)).toMatchObject({ _id: `drafts.${story.articleId}` });
  expect(textsOf(await shown(story.articleId))).toEqual([first, last, share]);
  expect(await lake.client.getDocument(story.articleId)).toEqual(published);
});

test("putIn() writes nothing once the article is no longer the one that the editor saw", async () => {
  const story = await imported();
  const seen = await shown(story.articleId);
  await lake.client.patch(seen._id).set({ kicker: "سوريا" }).commit();
  expect(await put(story, share, seen)).toBe("moved");
  expect(textsOf(await shown(story.articleId))).toEqual([first, last]);
  // The editor looks again.
  expect(await put(story, share)).toBe("put-in");
});

test.each([false, true])(
  "putIn() writes nothing when somebody else is quicker by a moment (published: %s)",
  async (publish) => {
    const story = await imported(publish);
    const draft = `drafts.${story.articleId}`;
    let isFirst = true;
    lake.answer(async (request) => {
      if (isFirst && new URL(request.url).pathname.includes("/data/mutate/")) {
        isFirst = false;
        await (publish
          ? lake.client.create({ _id: draft, _type: "article", headline: "Begun" })
          : lake.client.patch(draft).set({ headline: "Begun" }).commit());
      }
      return lake.fetch(request);
    });
    expect(await put(story, share)).toBe("moved");
    const now = await shown(story.articleId);
    expect(now).toMatchObject({ headline: "Begun" });
    expect(textsOf(now)).not.toContain(share);
  },
);

test("an import takes nothing out that was put in: not of an unchanged source", async () => {
  const story = await imported();
  await put(story, share);
  const before = await shown(story.articleId);
  const requests = lake.requests.get("mutate");
  expect((await importFolder()).counts).toMatchObject({ unchanged: 1 });
  expect(lake.requests.get("mutate")).toBe(requests);
  expect(await shown(story.articleId)).toEqual(before);
});

test("an import takes nothing out that was put in: not of a source that has changed", async () => {
  const story = await imported();
  await put(story, share);
  const corrected = first.replace("الاثنين", "الثلاثاء");
  const added = "وستبدأ أعمال توسيع الطريق المؤدي إلى الجسر في مطلع العام المقبل بحسب بيان للبلدية.";
  await folder.write({ "a.txt": arabicStory(corrected, last, added, share, follow) });
  expect((await importFolder()).counts).toMatchObject({ merged: 1 });
  const texts = textsOf(await shown(story.articleId));
  expect(texts.toSorted()).toEqual([corrected, last, added, share].toSorted());
  expect(texts.indexOf(share)).toBeGreaterThan(texts.indexOf(last));

  // Nor where the source has dropped the paragraph that it stands after, and the piece itself.
  await folder.write({ "a.txt": arabicStory(corrected, added) });
  expect((await importFolder()).counts).toMatchObject({ merged: 1 });
  expect(textsOf(await shown(story.articleId)).toSorted()).toEqual([corrected, added, share].toSorted());
  expect((await leftOutOf(story.articleId)).pieces.map(({ text }) => text)).not.toContain(share);
});

test("what was put in and is in the source's story later stands there once, and suggests nothing", async () => {
  const story = await imported();
  const text = "وستبدأ أعمال توسيع الطريق المؤدي إلى الجسر في مطلع العام المقبل بحسب بيان للبلدية.";
  const piece: LeftOutPiece = { kind: "text", text, rule: "among-page", reason: "page-furniture", after: 0 };
  const seen = await shown(story.articleId);
  expect(await putIn(lake.client, story.articleId, piece, { ...story, pieces: [piece] }, seen)).toBe(
    "put-in",
  );
  await folder.write({ "a.txt": arabicStory(first, text, last, share, follow) });
  const { problems } = await importFolder();
  expect(problems.map(({ code }) => code)).not.toContain("suggestion");
  expect(textsOf(await shown(story.articleId))).toEqual([first, text, last]);
});
