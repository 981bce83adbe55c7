import fc from "fast-check";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isOlderVersion } from "../../../importer/identity/is-older-version.ts";
import { type ImportReport, applyPlan, openJournal, planImport, undoRun } from "../../../importer/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { buildWarc, buildZip } from "../read/unpack/build-archives.ts";

openForEachTest();

/** A version of one story, as an agency sends it. */
const version = (number: number, headline: string): string =>
  JSON.stringify({
    uri: "urn:newsml:wire.example:bridge",
    type: "text",
    version: number,
    firstcreated: "2026-01-31T08:00:00Z",
    versioncreated: `2026-01-31T1${number}:00:00Z`,
    headline,
    body_text: "The council met on Monday and agreed on the plan for the bridge.",
    language: "en",
  });

const told = ({ stories }: ImportReport): string[] =>
  stories.map(({ outcome, problems }) =>
    [outcome, ...problems.map(({ code }) => code).filter((code) => /version|identity/.test(code))].join(" "),
  );
const headlines = (): Promise<string[]> => lake.client.fetch('*[_type == "article"].headline');
const mutations = (): number => lake.requests.get("mutate") ?? 0;

test("runImport() makes one article of all versions of a story in a folder, with the newest text", async () => {
  await folder.write({
    "1.json": version(1, "Bridge closes"),
    "2.json": version(3, "Bridge closes for a year"),
    "3.json": version(2, "Bridge to close"),
  });
  expect(told(await importFolder())).toEqual(["created", "updated", "skipped older-version"]);
  expect(await headlines()).toEqual(["Bridge closes for a year"]);

  const before = mutations();
  expect(told(await importFolder())).toEqual(["skipped older-version", "unchanged", "skipped older-version"]);
  expect(mutations()).toBe(before);
});

test("runImport() takes a version that says again what one before the last had said", async () => {
  await folder.write({
    "1.json": version(1, "Bridge closes"),
    "2.json": version(2, "Bridge stays open"),
    "3.json": version(3, "Bridge closes"),
  });
  await importFolder();
  expect(await headlines()).toEqual(["Bridge closes"]);
  const before = mutations();
  await importFolder();
  expect(await headlines()).toEqual(["Bridge closes"]);
  expect(mutations()).toBe(before);
});

test("runImport() leaves an article as it is when an older version of its story arrives late", async () => {
  await folder.write({ "b.json": version(2, "Bridge closes for a year") });
  await importFolder();
  await folder.write({ "a.json": version(1, "Bridge closes") });
  const before = mutations();
  expect(told(await importFolder())).toEqual(["skipped older-version", "unchanged"]);
  expect(mutations()).toBe(before);
  await folder.write({ "c.json": version(3, "Bridge stays open") });
  expect(told(await importFolder())).toEqual(["skipped older-version", "unchanged", "updated"]);
  expect(await headlines()).toEqual(["Bridge stays open"]);
});

test("runImport() takes a newer version also where the journal knows the older one", async () => {
  const withJournal = async (): Promise<string[]> => {
    const journal = openJournal(join(folder.path, ".journal.sqlite"), "test");
    const report = await importFolder({ journal });
    journal.close();
    return told(report);
  };
  const wire = (...versions: string[]): Record<string, Buffer> => ({
    "wire.zip": buildZip(versions.map((content, number) => ({ name: `${number}.json`, content }))),
  });
  await folder.write(wire(version(1, "Bridge closes")));
  expect(await withJournal()).toEqual(["created"]);
  await folder.write(wire(version(1, "Bridge closes"), version(2, "Bridge closes for a year")));
  expect(await withJournal()).toEqual(["unchanged", "updated"]);
  expect(await headlines()).toEqual(["Bridge closes for a year"]);
  expect(await withJournal()).toEqual(["skipped older-version", "unchanged"]);
});

test.each([false, true])(
  "undoRun() takes back all versions that a run has imported (published: %s)",
  async (publish) => {
    await folder.write({ "1.json": version(1, "Bridge closes") });
    await importFolder({ publish });
    const before = await content();
    await folder.write({
      "2.json": version(2, "Bridge closes for a year"),
      "3.json": version(3, "Bridge stays open"),
    });
    const { run } = await importFolder({ publish });
    expect(await headlines()).toEqual(["Bridge stays open"]);
    const { stories } = await undoRun({ client: lake.client, run });
    expect(stories.flatMap(({ kept }) => kept)).toEqual([]);
    expect(await content()).toEqual(before);
  },
);

test("undoRun() of the first versions of a story leaves nothing of it", async () => {
  await folder.write({
    "1.json": version(1, "Bridge closes"),
    "2.json": version(2, "Bridge closes for a year"),
  });
  const { run } = await importFolder();
  await undoRun({ client: lake.client, run });
  expect(await content()).toEqual([]);
});

test("undoRun() leaves what an editor did between two versions of a run", async () => {
  await folder.write({ "1.json": version(1, "Bridge closes"), "2.json": version(2, "Bridge to close") });
  let isEdited = false;
  lake.answer(async (request) => {
    const isMutation = request.method === "POST" && request.url.includes("/data/mutate/");
    const answer = await lake.fetch(request);
    if (isMutation && !isEdited) {
      isEdited = true;
      const [id = ""] = await lake.client.fetch<string[]>('*[_type == "article"]._id');
      await lake.client.patch(id).set({ kicker: "Traffic" }).commit();
    }
    return answer;
  });
  const { run, counts } = await importFolder();
  expect(counts).toMatchObject({ created: 1, merged: 1 });
  await undoRun({ client: lake.client, run });
  expect(await lake.client.fetch('*[_type == "article"]{kicker}')).toEqual([{ kicker: "Traffic" }]);
});

test("planImport() plans the newest of several versions", async () => {
  await folder.write({ "1.json": version(1, "Bridge closes"), "2.json": version(2, "Bridge to close") });
  const { report, plan } = await planImport({ inputs: [folder.path], client: lake.client });
  expect(told(report)).toEqual(["created", "updated"]);
  const applied = await applyPlan({ client: lake.client, plan });
  expect(applied.stories.map(({ outcome }) => outcome)).toEqual(["applied"]);
  expect(await headlines()).toEqual(["Bridge to close"]);
  expect(told(await importFolder())).toEqual(["skipped older-version", "unchanged"]);
});

test("runImport() takes the newest capture of a page in a web archive", async () => {
  const page = (headline: string): string =>
    `<!doctype html><html lang="en"><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${"<p>The council met on Monday and agreed on the plan for the bridge, which is to close.</p>".repeat(4)}</article></body></html>`;
  const capture = (headline: string, date: string) => ({
    type: "response",
    url: "https://wire.example/bridge",
    fields: { "WARC-Date": date },
    block: `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(headline)}`,
  });
  await folder.write({
    "crawl.warc": buildWarc([
      capture("Bridge to close", "2026-01-30T10:00:00Z"),
      capture("Bridge closes", "2026-01-31T10:00:00Z"),
      capture("Bridge may close", "2026-01-29T10:00:00Z"),
    ]),
  });
  await importFolder();
  expect(await headlines()).toEqual(["Bridge closes"]);
});

const someVersion = fc.record(
  {
    version: fc.nat({ max: 3 }),
    versionCreated: fc.constantFrom(
      "2026-01-31T10:00:00Z",
      "2026-01-31T12:00:00+03:00",
      "2026-02-01T00:00:00Z",
      "2026-01-31",
      "2026-01-31T11:00:00",
    ),
  },
  { requiredKeys: [] },
);

test.each([
  ["an instant before another", "2026-03-04T10:00:00Z", "2026-03-04T10:00:01Z", true],
  ["the same instant elsewhere", "2026-03-04T10:00:00Z", "2026-03-04T13:00:00+03:00", false],
  ["a day before the day after next", "2026-03-04", "2026-03-06T13:00:00Z", true],
  ["a day with an instant in it", "2026-03-04", "2026-03-04T15:00:00Z", false],
  ["an instant with the day it is on", "2026-03-04T15:00:00Z", "2026-03-04", false],
  ["a day with the night after it", "2026-03-04", "2026-03-05T06:00:00Z", false],
  ["the same day", "2026-03-04", "2026-03-04", false],
  ["a clock without zone an hour before", "2026-03-04T10:00:00", "2026-03-04T11:00:00Z", false],
  ["what is no time", "soon", "2026-03-04T11:00:00Z", false],
])("isOlderVersion() compares %s", (_, own, other, isOlder) => {
  expect(
    isOlderVersion(
      { version: undefined, versionCreated: own },
      { version: undefined, versionCreated: other },
    ),
  ).toBe(isOlder);
});

test("isOlderVersion() never calls each of two versions older than the other", () => {
  fc.assert(
    fc.property(someVersion, someVersion, (a, b) => {
      expect(isOlderVersion(a, b) && isOlderVersion(b, a)).toBe(false);
      expect(isOlderVersion(a, a)).toBe(false);
    }),
  );
});

/** All content, without what the lake keeps about it and without the accounts of the runs. */
async function content(): Promise<unknown> {
  const all = await lake.client.fetch<Record<string, unknown>[]>('*[_type != "importRun"] | order(_id)');
  return all.map(({ _rev, _updatedAt, _createdAt, _system, history, ...rest }) => rest);
}
