import { expect, test } from "vitest";
import { type ImportOptions, type ImportReport, undoRun } from "../../importer/index.ts";
import { type Article, article } from "../../schemas/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";

openForEachTest();

const first = "The council met on Monday and agreed on the plan for the bridge.";
const second = "Boats were not allowed to pass for a year, which cost the town much money.";
const third = "The mayor thanked everybody who had waited for so long.";

async function importText(paragraphs: readonly string[], options: Partial<ImportOptions> = {}) {
  await folder.write({ "a.txt": ["Bridge opens", ...paragraphs, "Source: Reuters"].join("\n\n") });
  return importFolder(options);
}

const outcome = ({ stories }: ImportReport) => stories[0]?.outcome;

async function articleAs(perspective: "drafts" | "published"): Promise<Article> {
  return article.parse(await lake.client.fetch('*[_type == "article"][0]', {}, { perspective }));
}

async function textsAs(perspective: "drafts" | "published"): Promise<string[]> {
  const { body = [] } = await articleAs(perspective);
  return body.flatMap((block) =>
    block._type === "block" ? [block.children.map(({ text }) => text).join("")] : [],
  );
}

/** Types into the paragraph that stands at an index, as Studio does. */
async function typeInto(index: number, before: string, after: string): Promise<void> {
  const { _id, body = [] } = await articleAs("drafts");
  const block = body[index];
  if (block?._type !== "block") throw new Error("there is no paragraph");
  const path = `body[_key=="${block._key}"].children[_key=="${block.children[0]?._key}"].text`;
  const patch = `@@ -1,${before.length} +1,${after.length} @@\n-${before}\n+${after}\n`;
  await lake.client
    .patch(`drafts.${_id}`)
    .diffMatchPatch({ [path]: patch })
    .commit();
}

test("runImport() merges what an editor typed and what the source corrected in one paragraph", async () => {
  await importText([`${first} It rained all day.`, second]);
  await typeInto(0, "The council", "The town council");
  const corrected = [`${first} It snowed all day.`, second, third];
  expect(outcome(await importText(corrected))).toBe("merged");
  expect(await textsAs("drafts")).toEqual([
    "The town council met on Monday and agreed on the plan for the bridge. It snowed all day.",
    second,
    third,
  ]);
  expect(outcome(await importText(corrected))).toBe("unchanged");
});

test("runImport() leaves a sentence as the editor has it, and suggests what the source makes of it", async () => {
  await importText([first, second]);
  await typeInto(0, "The council", "The town council");
  const corrected = [first.replace("Monday", "Tuesday"), second];
  expect(outcome(await importText(corrected))).toBe("suggested");
  expect(await textsAs("drafts")).toEqual([first.replace("The council", "The town council"), second]);
  expect(outcome(await importText(corrected))).toBe("unchanged");
});

test("runImport() leaves a paragraph deleted that an editor deleted, and suggests the source's new one", async () => {
  await importText([first, second, third]);
  const { _id, body = [] } = await articleAs("drafts");
  const key = body[1]?._key;
  await lake.client
    .patch(`drafts.${_id}`)
    .unset([`body[_key=="${key}"]`])
    .commit();
  const report = await importText([first, second.replace("a year", "two years"), third]);
  expect(outcome(report)).toBe("suggested");
  expect(await textsAs("drafts")).toEqual([first, third]);
  expect(report.problems).toContainEqual(
    expect.objectContaining({ code: "suggestion", path: `body[_key=="${key}"]` }),
  );
});

test("runImport() merges into the draft and leaves the published article to readers", async () => {
  await importText([first, second], { publish: true });
  const { _id, _type, ...published } = await articleAs("published");
  await lake.client.create({ ...published, _id: `drafts.${_id}`, _type });
  await typeInto(0, "The council", "The town council");
  const report = await importText([first, second, third], { publish: true });
  expect(outcome(report)).toBe("merged");
  expect(report.problems.map(({ code }) => code)).toContain("not-published");
  expect(await textsAs("drafts")).toEqual([first.replace("The council", "The town council"), second, third]);
  expect(await textsAs("published")).toEqual([first, second]);
});

test("runImport() does not repeat a change whose draft an editor has discarded", async () => {
  await importText([first, second], { publish: true });
  await importText([first, second.replace("a year", "two years")]);
  const { _id } = await articleAs("drafts");
  await lake.client.action({
    actionType: "sanity.action.document.discard",
    draftId: `drafts.${_id}`,
  });
  expect(outcome(await importText([first, second.replace("a year", "two years")]))).toBe("unchanged");
  const report = await importText([first, second.replace("a year", "two years"), third]);
  expect(outcome(report)).toBe("merged");
  expect(await textsAs("drafts")).toEqual([first, second, third]);
});

test("runImport() does not publish a draft over what has been changed in the published version since", async () => {
  await importText([first, second], { publish: true });
  await importText([first, second.replace("a year", "two years")]);
  const { _id } = await articleAs("published");
  await lake.client.patch(_id).set({ kicker: "Town" }).commit();
  const report = await importText([first, second.replace("a year", "two years")], { publish: true });
  expect(report.problems.map(({ code }) => code)).toContain("not-published");
  expect(await articleAs("published")).toMatchObject({ kicker: "Town" });
  expect(await textsAs("published")).toEqual([first, second]);
  expect(await textsAs("drafts")).toEqual([first, second.replace("a year", "two years")]);
});

test("runImport() without publish writes to nothing that is published, not even a revision", async () => {
  const picture = "A boat in the harbour, REUTERS/Ana Example\nThe boat in the harbour on Monday (Reuters)";
  await importText([first, second, picture], { publish: true });
  const readersSee = () =>
    lake.client.fetch<unknown>(
      '*[_type in ["article", "newsImage", "source"]] | order(_id)',
      {},
      { perspective: "published" },
    );
  const published = await readersSee();
  expect(published).toHaveLength(3);
  const corrected = picture.replace("Monday (", "Sunday (");
  expect(outcome(await importText([first, second, third, corrected]))).toBe("updated");
  expect(await textsAs("drafts")).toEqual([first, second, third]);
  await typeInto(0, "The council", "The town council");
  expect(outcome(await importText([first, second, corrected]))).toBe("merged");
  expect(await readersSee()).toEqual(published);
});

test("runImport() plans a story again whose published version moves while its draft is made", async () => {
  await importText([first, second], { publish: true });
  const { _id, body = [] } = await articleAs("published");
  const path = `body[_key=="${body[0]?._key}"]`;
  let isFirst = true;
  lake.answer(async (request) => {
    if (isFirst && new URL(request.url).pathname.includes("/data/mutate/")) {
      isFirst = false;
      await lake.client
        .patch(_id)
        .set({ [`${path}.children[0].text`]: "We were there." })
        .commit();
    }
    return lake.fetch(request);
  });
  const report = await importText([first.replace("Monday", "Tuesday"), second, third]);
  expect(outcome(report)).toBe("suggested");
  expect(await textsAs("drafts")).toEqual(["We were there.", second, third]);
  const [record] = await lake.client.fetch('*[_type == "importRecord"]', {}, { perspective: "raw" });
  expect(record.suggestions).toMatchObject([{ path, state: "open" }]);
  await undoRun({ client: lake.client, run: report.run });
  expect(await lake.client.getDocument(`drafts.${_id}`)).toBeUndefined();
  expect(await textsAs("published")).toEqual(["We were there.", second]);
});

test("runImport() makes no draft without what is written into the published version at the same moment", async () => {
  await importText([first, second], { publish: true });
  const { _id } = await articleAs("published");
  let isFirst = true;
  lake.answer(async (request) => {
    if (isFirst && new URL(request.url).pathname.includes("/data/mutate/")) {
      isFirst = false;
      await lake.client.patch(_id).set({ kicker: "Town" }).commit();
    }
    return lake.fetch(request);
  });
  expect(outcome(await importText([first, second, third]))).toBe("merged");
  expect(await articleAs("drafts")).toMatchObject({ kicker: "Town" });
  expect(await textsAs("drafts")).toEqual([first, second, third]);
});

test("runImport() publishes nothing past a draft that an editor begins at the same moment", async () => {
  await importText([first, second], { publish: true });
  const { _id, _type, ...published } = await articleAs("published");
  let isFirst = true;
  lake.answer(async (request) => {
    if (isFirst && new URL(request.url).pathname.includes("/data/mutate/")) {
      isFirst = false;
      await lake.client.create({ ...published, _id: `drafts.${_id}`, _type, kicker: "Town" });
    }
    return lake.fetch(request);
  });
  expect(outcome(await importText([first, second, third], { publish: true }))).toBe("merged");
  expect(await textsAs("published")).toEqual([first, second]);
  expect(await articleAs("drafts")).toMatchObject({ kicker: "Town" });
  expect(await textsAs("drafts")).toEqual([first, second, third]);
});

test("runImport() leaves an article unpublished, however often the source changes", async () => {
  await importText([first, second], { publish: true });
  const { _id } = await articleAs("published");
  await lake.client.action({
    actionType: "sanity.action.document.unpublish",
    publishedId: _id,
    draftId: `drafts.${_id}`,
  });
  for (const paragraphs of [[first], [first, third], [third]]) {
    await importText(paragraphs, { publish: true });
    await importText(paragraphs, { publish: true });
    expect(await lake.client.fetch("*[_id == $id]", { id: _id })).toEqual([]);
    expect(await textsAs("drafts")).toEqual(paragraphs);
  }
});

test("runImport() publishes no draft again whose published version an editor has taken back", async () => {
  await importText([first, second], { publish: true });
  await importText([first, second, third]);
  const { _id } = await articleAs("published");
  await lake.client.action({
    actionType: "sanity.action.document.unpublish",
    publishedId: _id,
    draftId: `drafts.${_id}`,
  });
  await importText([first, second, third], { publish: true });
  await importText([first, third], { publish: true });
  await importText([first, third], { publish: true });
  expect(await lake.client.fetch("*[_id == $id]", { id: _id })).toEqual([]);
  expect(await textsAs("drafts")).toEqual([first, third]);
});

test("runImport() keeps an image with an editor's work on it when the source corrects its text", async () => {
  const picture = (alt: string) => `${alt}, REUTERS/Ana Moreira\nBoats wait below the bridge (Reuters)`;
  await importText([first, picture("Boats below the closed bridge on Monday"), second]);
  const images = '*[_type == "newsImage"]';
  const [image] = await lake.client.fetch<{ _id: string }[]>(images);
  await lake.client.patch(String(image?._id)).set({ copyrightNotice: "Ours" }).commit();
  const corrected = [first, picture("Boats below the closed bridge on Tuesday"), second];
  expect(outcome(await importText(corrected))).toBe("merged");
  expect(await lake.client.fetch(images)).toMatchObject([
    { _id: image?._id, copyrightNotice: "Ours", altTexts: [{ text: expect.stringContaining("Tuesday") }] },
  ]);
  expect(outcome(await importText(corrected))).toBe("unchanged");
  await lake.client.delete(String(image?._id));
  expect(outcome(await importText([first, picture("Boats below the bridge on Tuesday"), second]))).toBe(
    "skipped",
  );
  expect(await lake.client.fetch(images)).toEqual([]);
});

test("runImport() does not keep what an earlier text left out", async () => {
  const record = '*[_type == "importRecord"][0]{ leftOut, "hasFingerprint": defined(fingerprint) }';
  const long = Array.from(
    { length: 8 },
    (_, day) => `${first} It met on day ${day}, and on day ${day + 10}.`,
  );
  await importText([...long, "Share this article"]);
  expect(await lake.client.fetch(record)).toMatchObject({
    leftOut: expect.stringContaining("Share this article"),
    hasFingerprint: true,
  });
  await importText([first]);
  expect(await lake.client.fetch(record)).toEqual({ leftOut: null, hasFingerprint: false });
});
