import { expect, test } from "vitest";
import { type ImportReport, runImport, undoRun } from "../../importer/index.ts";
import { importRecord } from "../../schemas/index.ts";
import { settleSuggestion } from "../../studio/suggestions/settle-suggestion.ts";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";

openForEachTest();

const first = "The council met on Monday and agreed on the plan for the bridge.";
const second = "Boats were not allowed to pass for a year, which cost the town much money.";
const third = "The mayor thanked everybody who had waited for so long.";

const file = (...paragraphs: readonly string[]) =>
  folder.write({ "a.txt": ["Bridge opens", ...paragraphs, "Source: Reuters"].join("\n\n") });

interface Stored {
  readonly _id: string;
  readonly _type: string;
  readonly _rev: string;
  readonly headline?: string;
  readonly pubStatus?: string;
  readonly body: readonly {
    readonly _key: string;
    readonly children: readonly { readonly text: string }[];
  }[];
}

/** The article and all its versions, by what their ids have before it. */
async function versions(): Promise<Readonly<Record<string, Stored>>> {
  const all = await lake.client.fetch<Stored[]>('*[_type == "article"]', {}, { perspective: "raw" });
  return Object.fromEntries(all.map((one) => [one._id.replace(/article-.*$/, ""), one]));
}

const textsOf = (article: Stored | undefined) => article?.body.map(({ children }) => children[0]?.text);
const outcome = ({ stories }: ImportReport) => stories[0]?.outcome;

/** Imports a story and moves it into releases, of which each has an own headline if it has one. */
async function intoReleases(releases: Readonly<Record<string, string | undefined>>, staysDraft = false) {
  await file(first, second);
  await importFolder();
  const { "drafts.": draft } = await versions();
  if (draft === undefined) throw new Error("there is no draft");
  const { _rev, ...content } = draft;
  const articleId = draft._id.replace("drafts.", "");
  for (const [release, headline] of Object.entries(releases)) {
    const _id = `versions.${release}.${articleId}`;
    await lake.client.create({ ...content, _id, ...(headline === undefined ? {} : { headline }) });
  }
  if (!staysDraft) await lake.client.delete(draft._id);
  return articleId;
}

async function suggestions(articleId: string) {
  return importRecord.parse(await lake.client.getDocument(`import.${articleId}`)).suggestions ?? [];
}

test("runImport() takes an article that exists in a release only neither for deleted nor for new", async () => {
  await intoReleases({ spring: undefined });
  expect(outcome(await importFolder())).toBe("unchanged");
  await file(first, second, third);
  const report = await importFolder({ publish: true });
  expect(outcome(report)).toBe("updated");
  expect(report.problems.map(({ code }) => code)).toContain("not-published");
  expect(report.problems.map(({ code }) => code)).not.toContain("deleted-left-alone");
  const all = await versions();
  expect(Object.keys(all)).toEqual(["versions.spring."]);
  expect(textsOf(all["versions.spring."])).toEqual([first, second, third]);
  expect(outcome(await importFolder())).toBe("unchanged");
});

test("runImport() makes no article beside its version in a release, though the import record is gone", async () => {
  const articleId = await intoReleases({ spring: "At last" });
  await lake.client.delete(`import.${articleId}`);
  await importFolder();
  expect(Object.keys(await versions())).toEqual(["versions.spring."]);
  expect((await versions())["versions.spring."]).toMatchObject({ headline: "At last" });
});

test("runImport() offers its news to a version that somebody has worked on, and writes it to the others", async () => {
  const articleId = await intoReleases({ spring: undefined, summer: "At last" }, true);
  await file(first.replace("Monday", "Tuesday"), second, third);
  const report = await importFolder();
  expect(outcome(report)).toBe("suggested");
  const all = await versions();
  const news = [first.replace("Monday", "Tuesday"), second, third];
  expect(textsOf(all["drafts."])).toEqual(news);
  expect(textsOf(all["versions.spring."])).toEqual(news);
  const edited = all["versions.summer."];
  expect(edited).toMatchObject({ headline: "At last" });
  expect(textsOf(edited)).toEqual([first, second]);
  const open = await suggestions(articleId);
  expect(open.map(({ documentId, state }) => [documentId, state])).toEqual([
    [`versions.summer.${articleId}`, "open"],
    [`versions.summer.${articleId}`, "open"],
  ]);
  expect(outcome(await importFolder())).toBe("unchanged");

  // What is taken goes into that version, and nowhere else.
  for (const suggestion of open) {
    const seen = (await versions())["versions.summer."];
    const by = { seen: seen && { ...seen }, by: "ada" };
    expect(
      await settleSuggestion(lake.client, articleId, suggestion, { kind: "accepted" }, by),
    ).toMatchObject({
      kind: "done",
    });
  }
  const settled = await versions();
  expect(textsOf(settled["versions.summer."])).toEqual(news);
  expect(settled["versions.summer."]).toMatchObject({ headline: "At last" });
  expect(settled["drafts."]).toEqual(all["drafts."]);
});

test("runImport() tells every version that the source has withdrawn the story", async () => {
  await intoReleases({ spring: undefined, summer: "At last", autumn: "Finally" }, true);
  await folder.write({ "a.txt": "KILL\n\nBridge opens\n\nThis story is withdrawn." });
  const report = await runImport({ inputs: [folder.path], client: lake.client });
  expect(report.counts).toMatchObject({ failed: 0 });
  const all = await versions();
  expect(Object.keys(all).toSorted()).toEqual([
    "drafts.",
    "versions.autumn.",
    "versions.spring.",
    "versions.summer.",
  ]);
  for (const version of Object.values(all)) {
    expect(version).toMatchObject({ pubStatus: "canceled" });
    expect(textsOf(version)).toEqual([first, second]);
  }
  expect(all["versions.summer."]).toMatchObject({ headline: "At last" });
});

test("undoRun() takes back what a run has written into a release", async () => {
  await intoReleases({ spring: undefined });
  await file(first, second, third);
  const { run } = await importFolder();
  await undoRun({ client: lake.client, run });
  expect(textsOf((await versions())["versions.spring."])).toEqual([first, second]);
});

test("runImport() offers its news where a release cannot be written to, and writes the rest of the story", async () => {
  const articleId = await intoReleases({ spring: undefined }, true);
  await file(first, second, third);
  lake.answer(async (request) => {
    const isLocked =
      new URL(request.url).pathname.includes("/data/mutate/") &&
      (await request.clone().text()).includes('"id":"versions.spring.');
    return isLocked
      ? Response.json(
          { error: { description: "the release is locked", type: "mutationError" } },
          { status: 400 },
        )
      : lake.fetch(request);
  });
  const report = await importFolder();
  expect(outcome(report)).toBe("suggested");
  const all = await versions();
  expect(textsOf(all["drafts."])).toEqual([first, second, third]);
  expect(textsOf(all["versions.spring."])).toEqual([first, second]);
  expect(await suggestions(articleId)).toMatchObject([{ documentId: `versions.spring.${articleId}` }]);
});
