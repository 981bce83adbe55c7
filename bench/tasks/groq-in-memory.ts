/** Evaluates queries by groq-js over the documents of a lake in memory, and reports how long each takes, in ms, as soon as it is known. */
import { evaluate, parse } from "groq-js";
import { z } from "zod";
import { publishedId } from "../../schemas/index.ts";
import { readDocuments, type AnyDocument } from "../read-documents.ts";

const { url, queries } = z
  .object({
    url: z.string(),
    queries: z.array(
      z.object({
        groq: z.string(),
        params: z.record(z.string(), z.unknown()).default({}),
        perspective: z.enum(["published", "drafts", "raw"]),
      }),
    ),
  })
  .parse(JSON.parse(process.argv[2] ?? ""));

const raw: AnyDocument[] = [];
for await (const document of readDocuments(url)) raw.push(document);
const isDraft = ({ _id }: AnyDocument): boolean => publishedId(_id) !== _id;
const published = raw.filter((document) => !isDraft(document));
const drafts = new Map(raw.filter(isDraft).map((draft) => [publishedId(draft._id), draft]));
const datasets = {
  raw,
  published,
  drafts: published.map((document) => {
    const draft = drafts.get(document._id);
    return draft ? { ...draft, _id: document._id, _originalId: draft._id } : document;
  }),
};

/** What takes longer is not asked again. */
const longMs = 1_000;

/** `null` for what groq-js cannot answer, such as `text::query()`. */
async function timeOf({ groq, params, perspective }: (typeof queries)[number]): Promise<number | null> {
  const tree = parse(groq, { params });
  const taken: number[] = [];
  do {
    const start = performance.now();
    try {
      await (await evaluate(tree, { dataset: datasets[perspective], params })).get();
    } catch {
      return null;
    }
    taken.push(performance.now() - start);
  } while (taken.length < 5 && (taken.at(-1) ?? 0) < longMs);
  return taken.sort((a, b) => a - b)[taken.length >> 1] ?? null;
}

process.send?.("ready");
for (const query of queries) process.send?.(await timeOf(query));
process.disconnect();
