import { expect, test } from "vitest";
import { z } from "zod";
import { reviewOutlets, runImport, teachLine, teachRule } from "../../../importer/index.ts";
import { articleId, outletProfile, outletProfileId, textsIn } from "../../../schemas/index.ts";
import { articleKeyOf } from "../../../importer/identity/article-key-of.ts";
import { folder, lake, openForEachTest } from "../../support/lake-and-folder.ts";

const towns = ["Kessel", "Orlen", "Marwick", "Tolva", "Brenn", "Naze"];

/** A story with an odd line of its own town, under one label. */
const pageOf = (town: string): string =>
  [
    `${town} closes its bridge for a year`,
    `The council of ${town} met on Monday evening and agreed on the plan for the bridge of ${town}.`,
    `Vrrp: the quays of ${town} at low tide`,
    `Traffic in ${town} will take the ferry meanwhile, which runs every ten minutes until ${town} sleeps.`,
    `The mayor of ${town} has promised lower rents to all shops on both sides of the river in ${town}.`,
  ].join("\n\n");

openForEachTest(Object.fromEntries(towns.map((town) => [`post/${town}.txt`, pageOf(town)])));

const importAll = (options = {}) => runImport({ inputs: [folder.path], client: lake.client, ...options });

const articleOf = (town: string): string =>
  articleId(articleKeyOf({ identity: { kind: "path", value: `post/${town}.txt` } }));

const draft = z.looseObject({ body: z.array(z.looseObject({ _key: z.string() })) });
const draftOf = async (town: string) =>
  draft.parse(await lake.client.getDocument(`drafts.${articleOf(town)}`));

/** What an editor does in the form: takes the odd line out of the body, and perhaps puts it elsewhere. */
async function takeOut(town: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { body } = await draftOf(town);
  const left = body.filter((member) => !textsIn(member, false).join().includes("Vrrp"));
  await lake.client
    .patch(`drafts.${articleOf(town)}`)
    .set({ body: left, ...more })
    .commit();
}

async function reword(town: string): Promise<void> {
  const { body } = await draftOf(town);
  const edited = JSON.parse(JSON.stringify(body).replace("low tide", "high tide"));
  await lake.client
    .patch(`drafts.${articleOf(town)}`)
    .set({ body: edited })
    .commit();
}

const review = async () => {
  const found = (await reviewOutlets(lake.client)).find(({ key }) => key === "post");
  if (found === undefined) throw new Error("nothing is known of the outlet");
  return found;
};

const taughtNow = async () =>
  outletProfile.parse(await lake.client.getDocument(outletProfileId("post"))).taught ?? [];

test("the share of values kept as read is of the stories that somebody has worked on", async () => {
  await importAll();
  expect(await review()).toMatchObject({ stories: 6, lookedAt: 0, values: 0, kept: 0 });
  await lake.client
    .patch(`drafts.${articleOf("Kessel")}`)
    .set({ headline: "By hand" })
    .commit();
  // Headline, language, and four members of the body.
  expect(await review()).toMatchObject({ lookedAt: 1, values: 6, kept: 5 });
});

const corrections: readonly {
  readonly name: string;
  readonly correct: (town: string) => Promise<unknown>;
  readonly offers: readonly unknown[];
}[] = [
  {
    name: "a line that was deleted",
    correct: (town) => takeOut(town),
    offers: [{ shape: "Vrrp: …", role: "boilerplate", stories: 3 }],
  },
  {
    name: "a line that was made the kicker, whose label stays a part of it",
    correct: (town) => takeOut(town, { kicker: `Vrrp: the quays of ${town} at low tide` }),
    offers: [],
  },
  {
    name: "what follows a label, set as the byline",
    correct: (town) => takeOut(town, { byline: `the quays of ${town} at low tide` }),
    offers: [{ shape: "Vrrp: …", role: "byline", stories: 3 }],
  },
  { name: "a line that was only reworded", correct: reword, offers: [] },
  {
    name: "what was said of lines beside the source",
    correct: (town) =>
      teachLine({
        client: lake.client,
        articleId: articleOf(town),
        line: 5,
        role: "imageCaption",
        by: "person-nadia",
      }),
    offers: [{ shape: "Vrrp: …", role: "imageCaption", stories: 3 }],
  },
];

test.each(corrections)(
  "$name in three stories is offered as a rule, if it is one",
  async ({ correct, offers }) => {
    await importAll();
    await correct("Kessel");
    await correct("Orlen");
    expect((await review()).offers).toEqual([]);
    await correct("Marwick");
    expect((await review()).offers).toMatchObject(offers);
  },
);

test("what most editors leave as it is, is not offered", async () => {
  await importAll();
  for (const town of ["Kessel", "Orlen", "Marwick"]) await takeOut(town);
  for (const town of ["Tolva", "Brenn", "Naze"])
    await lake.client
      .patch(`drafts.${articleOf(town)}`)
      .set({ kicker: "By hand" })
      .commit();
  expect((await review()).offers).toEqual([]);
});

test("an offer that was taken is not made again", async () => {
  await importAll();
  for (const town of ["Kessel", "Orlen", "Marwick"]) await takeOut(town);
  await teachRule({
    client: lake.client,
    outlet: "post",
    shape: "Vrrp: …",
    role: "boilerplate",
    by: "person-nadia",
  });
  expect((await review()).offers).toEqual([]);
});

const rule = { outlet: "post", shape: "Vrrp: …", role: "kicker", by: "person-nadia" } as const;

test("a rule counts in how many stories it was kept, and retires when editors contradict it more often", async () => {
  await importAll();
  await teachRule({ client: lake.client, ...rule });
  await lake.client
    .patch(`drafts.${articleOf("Naze")}`)
    .set({ headline: "By hand" })
    .commit();
  expect((await review()).taught).toMatchObject([{ state: "active", kept: 1, contradicted: 0 }]);
  for (const town of ["Kessel", "Orlen"])
    await lake.client
      .patch(`drafts.${articleOf(town)}`)
      .unset(["kicker"])
      .commit();
  expect((await review()).taught).toMatchObject([{ state: "active", kept: 1, contradicted: 2 }]);
  expect(await taughtNow()).toMatchObject([{ state: "active", kept: 1, contradicted: 2 }]);
  await teachLine({
    client: lake.client,
    articleId: articleOf("Marwick"),
    line: 5,
    role: "paragraph",
    by: "person-omar",
  });
  expect((await review()).taught).toMatchObject([{ state: "retired", kept: 1, contradicted: 3 }]);
  expect(await taughtNow()).toMatchObject([{ state: "retired", kept: 1, contradicted: 3 }]);
});

test("an import retires a rule before it reads by it, and the next one writes nothing", async () => {
  await importAll();
  await teachRule({ client: lake.client, ...rule });
  for (const town of ["Kessel", "Orlen", "Marwick"])
    await lake.client
      .patch(`drafts.${articleOf(town)}`)
      .unset(["kicker"])
      .commit();
  await importAll({ dryRun: true });
  expect(await taughtNow()).toMatchObject([{ state: "active", contradicted: 0 }]);
  await folder.write({ "post/Ulm.txt": pageOf("Ulm") });
  await importAll();
  expect(await taughtNow()).toMatchObject([{ state: "retired", contradicted: 3 }]);
  expect(JSON.stringify(await draftOf("Ulm"))).not.toContain('"kicker"');
  const revisions = () => lake.client.fetch("*[] | order(_id)._rev", {}, { perspective: "raw" });
  const before = await revisions();
  await importAll();
  expect(await revisions()).toEqual(before);
});
