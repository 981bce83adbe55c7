import { expect, test } from "vitest";
import { type Suggestion, importRecord } from "../../schemas/index.ts";
import { shownOf } from "../../studio/seen/seen-document.ts";
import { settleSuggestion } from "../../studio/suggestions/settle-suggestion.ts";
import {
  beforeNextMutation,
  folder,
  importFolder,
  lake,
  openForEachTest,
} from "../support/lake-and-folder.ts";
import { shortStory } from "../support/story-folder.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens") });

/** A story whose headline an editor and the source have changed differently, and the suggestion about it. */
async function contested(publish = false) {
  await importFolder({ publish });
  const [id = ""] = await lake.client.fetch<string[]>('*[_type == "article"]._id');
  const articleId = id.replace("drafts.", "");
  await lake.client.patch(id).set({ headline: "At last", kicker: "Town" }).commit();
  await folder.write({ "a.txt": shortStory("Bridge is open") });
  expect((await importFolder()).counts).toMatchObject({ suggested: 1 });
  const { suggestion } = await stored(articleId);
  return { articleId, suggestion, seen: await seen(articleId) };
}

async function seen(articleId: string) {
  const all = await lake.client.fetch(
    "*[_id in $ids]",
    { ids: [articleId, `drafts.${articleId}`] },
    { perspective: "raw" },
  );
  return shownOf(articleId, all);
}

async function stored(articleId: string) {
  const document = await lake.client.getDocument(`import.${articleId}`);
  const [suggestion] = importRecord.parse(document).suggestions ?? [];
  if (suggestion === undefined) throw new Error("nothing is suggested");
  return { suggestion, revision: document?._rev };
}

const settle = (articleId: string, suggestion: Suggestion, document: Awaited<ReturnType<typeof seen>>) =>
  settleSuggestion(lake.client, articleId, suggestion, { kind: "accepted" }, { seen: document, by: "ada" });

test("settleSuggestion() changes the document and the import record in one transaction", async () => {
  const { articleId, suggestion, seen: document } = await contested();
  expect(await settle(articleId, suggestion, document)).toMatchObject({ kind: "done" });
  const now = await seen(articleId);
  expect(now).toMatchObject({ headline: "Bridge is open", kicker: "Town" });
  expect(await stored(articleId)).toMatchObject({ suggestion: { state: "accepted" }, revision: now?._rev });
});

test("settleSuggestion() makes a draft of what is published, and leaves that as it is", async () => {
  const { articleId, suggestion } = await contested(true);
  await lake.client
    .action({ actionType: "sanity.action.document.discard", draftId: `drafts.${articleId}` })
    .catch(() => {});
  const published = await lake.client.getDocument(articleId);
  expect(await settle(articleId, suggestion, await seen(articleId))).toMatchObject({ kind: "done" });
  expect(await seen(articleId)).toMatchObject({ _id: `drafts.${articleId}`, headline: "Bridge is open" });
  expect(await lake.client.getDocument(articleId)).toEqual(published);
});

test("settleSuggestion() writes nothing once the document is no longer the one that the editor saw", async () => {
  const { articleId, suggestion, seen: document } = await contested();
  await lake.client.patch(`drafts.${articleId}`).set({ headline: "Open at last" }).commit();
  expect(await settle(articleId, suggestion, document)).toEqual({ kind: "moved" });
  expect(await seen(articleId)).toMatchObject({ headline: "Open at last" });
  expect(await stored(articleId)).toMatchObject({ suggestion: { state: "open" } });
  // The editor looks again, and decides.
  expect(await settle(articleId, suggestion, await seen(articleId))).toMatchObject({ kind: "done" });
});

test("settleSuggestion() writes nothing when somebody else is quicker by a moment", async () => {
  const { articleId, suggestion, seen: document } = await contested();
  beforeNextMutation(() =>
    lake.client.patch(`drafts.${articleId}`).set({ headline: "Open at last" }).commit(),
  );
  expect(await settle(articleId, suggestion, document)).toEqual({ kind: "moved" });
  expect(await seen(articleId)).toMatchObject({ headline: "Open at last" });
  expect(await stored(articleId)).toMatchObject({ suggestion: { state: "open" } });
});

test("settleSuggestion() makes no draft beside one that is begun at the same moment", async () => {
  const { articleId, suggestion } = await contested(true);
  await lake.client.delete(`drafts.${articleId}`);
  const document = await seen(articleId);
  beforeNextMutation(() =>
    lake.client.create({ _id: `drafts.${articleId}`, _type: "article", headline: "Begun" }),
  );
  expect(await settle(articleId, suggestion, document)).toEqual({ kind: "moved" });
  expect(await seen(articleId)).toMatchObject({ headline: "Begun" });
});

test("settleSuggestion() tells what another import has renewed, or somebody else has settled", async () => {
  const { articleId, suggestion } = await contested();
  await folder.write({ "a.txt": shortStory("Bridge opened") });
  await importFolder();
  expect(await settle(articleId, suggestion, await seen(articleId))).toEqual({ kind: "gone" });
  const { suggestion: renewed } = await stored(articleId);
  expect(await settle(articleId, renewed, await seen(articleId))).toMatchObject({ kind: "done" });
  expect(await settle(articleId, renewed, await seen(articleId))).toEqual({ kind: "gone" });
});

test("settleSuggestion() settles again what only the import record was in the way of", async () => {
  const { articleId, suggestion, seen: document } = await contested();
  beforeNextMutation(() => lake.client.patch(`import.${articleId}`).set({ run: "other" }).commit());
  expect(await settle(articleId, suggestion, document)).toMatchObject({ kind: "done" });
  expect(await stored(articleId)).toMatchObject({ suggestion: { state: "accepted" } });
});

test("settleSuggestion() writes what the editor has made of both versions", async () => {
  const { articleId, suggestion, seen: document } = await contested();
  const choice = { kind: "edited", text: "The bridge, at last" } as const;
  const edited = await settleSuggestion(lake.client, articleId, suggestion, choice, {
    seen: document,
    by: "ada",
  });
  expect(edited).toMatchObject({ kind: "done" });
  expect(await seen(articleId)).toMatchObject({ headline: "The bridge, at last" });
  expect(await stored(articleId)).toMatchObject({ suggestion: { state: "accepted" } });
});

test("settleSuggestion() rejects without writing to the document", async () => {
  const { articleId, suggestion, seen: document } = await contested();
  const rejected = await settleSuggestion(
    lake.client,
    articleId,
    suggestion,
    { kind: "rejected" },
    {
      seen: document,
      by: "ada",
    },
  );
  expect(rejected).toMatchObject({ kind: "done" });
  expect(await seen(articleId)).toEqual(document);
  expect(await stored(articleId)).toMatchObject({ suggestion: { state: "rejected" } });
});
