import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { deskStateNames, draftId, publishedId } from "../../schemas/index.ts";
import { openServices } from "../../lake/open-services.ts";
import { generateStories } from "../generate-stories.ts";
import { anyDocument, readDocuments, type AnyDocument } from "../read-documents.ts";
import { runTask } from "../run-task.ts";
import { startLake } from "../start-lake.ts";

/** Stories that are really imported; the others are copies of them under other names. */
const originals = 1_000;
const documentsPerTransaction = 500;

/** The ids of what an import makes of one story. */
const ids = /((?:article|newsimage)-|name\.)([0-9a-f]{8})([0-9a-f]{12})/g;

/**
 * Fills a data folder with the documents of so many stories, as imports leave them: articles, images, sources and import
 * records, and a draft of every tenth article. Articles are published a minute apart, and in eight languages. Of each thousand
 * stories, which are of one run, half wait for nobody any longer; the others are in all states of the desk.
 *
 * @returns How many documents there are.
 */
export async function makeDataset(dataFolder: string, articles: number): Promise<number> {
  const templates = await importedDocuments(Math.min(articles, originals));
  const services = openServices({ dataFolder });
  const dataset = services.dataset("production");
  let count = 0;
  let waiting: AnyDocument[] = [];
  const write = (): void => {
    dataset.commit({
      author: "bench",
      mutations: waiting.map((document) => ({ createOrReplace: document })),
    });
    count += waiting.length;
    waiting = [];
  };
  for (const document of documentsOf(templates, articles)) {
    waiting.push(document);
    if (waiting.length === documentsPerTransaction) write();
  }
  write();
  services.close();
  return count;
}

/** All that the import of some stories leaves in a lake. */
async function importedDocuments(stories: number): Promise<readonly AnyDocument[]> {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-bench-"));
  try {
    await using lake = await startLake({ dataFolder: join(folder, "data") });
    await runTask("copydesk-import", {
      url: lake.url,
      folder: await generateStories(join(folder, "stories"), stories),
    });
    const documents: AnyDocument[] = [];
    for await (const { _rev, _createdAt, _updatedAt, ...document } of readDocuments(lake.url)) {
      // The import leaves drafts.
      documents.push({ ...document, _id: publishedId(document._id) });
    }
    return documents;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of the articles, in turn. */
export const languages = ["en", "ar", "de", "fr", "es", "ru", "zh", "sw"] as const;
const firstMinute = Date.parse("2024-01-01T00:00:00Z") / 60_000;

function* documentsOf(templates: readonly AnyDocument[], articles: number): Generator<AnyDocument> {
  const shared = templates.filter(({ _type }) => _type === "source");
  const own = templates.filter(({ _type }) => ["article", "newsImage", "importRecord"].includes(_type));
  const stories = new Set(own.filter(({ _type }) => _type === "article").map(({ _id }) => _id)).size;
  yield* shared;
  let number = 0;
  let records = 0;
  for (let copy = 0; copy * stories < articles; copy += 1) {
    for (const template of own) {
      const document = copyOf(template, copy);
      if (document._type === "importRecord") {
        yield { ...document, ...placeOnDesk(document, records, copy) };
        records += 1;
        continue;
      }
      if (document._type !== "article") {
        yield document;
        continue;
      }
      if (number >= articles) continue;
      const article = { ...document, ...datesAndWords(document, number, copy) };
      yield article;
      if (number % 10 === 0) yield { ...article, _id: draftId(article._id), kicker: "Being edited" };
      number += 1;
    }
  }
}

const story = z.looseObject({ headline: z.string(), slug: z.looseObject({ current: z.string() }) });

function datesAndWords(document: AnyDocument, number: number, copy: number): object {
  const { headline, slug } = story.parse(document);
  return {
    headline: `${headline} ${copy}`,
    slug: { ...slug, current: `${slug.current}-${copy}` },
    language: languages[number % languages.length],
    publishedAt: new Date((firstMinute + number) * 60_000).toISOString(),
  };
}

const record = z.looseObject({ run: z.string(), review: z.looseObject({}) });
const dayMs = 24 * 60 * 60 * 1000;

function placeOnDesk(document: AnyDocument, number: number, copy: number): object {
  const { run, review } = record.parse(document);
  const gravity = number % 2 === 0 ? deskStateNames.indexOf("done") : (number >> 1) % deskStateNames.length;
  const assignee = number % 5 === 0 ? { assignee: `editor-${number % 7}` } : {};
  const language = languages[Math.floor(number / 3) % languages.length];
  return {
    run: `${run}-${copy}`,
    importedAt: new Date(firstMinute * 60_000 + copy * dayMs).toISOString(),
    review: { ...review, state: deskStateNames[gravity], gravity, language, ...assignee },
  };
}

/** The same document under other ids, that are as scattered as those of an import; so are all that it refers to. */
function copyOf(document: AnyDocument, copy: number): AnyDocument {
  const text = JSON.stringify(document).replace(
    ids,
    (_, kind: string, first: string, rest: string) =>
      `${kind}${((Number.parseInt(first, 16) ^ Math.imul(copy, 0x9e3779b1)) >>> 0).toString(16).padStart(8, "0")}${rest}`,
  );
  return anyDocument.parse(JSON.parse(text));
}
