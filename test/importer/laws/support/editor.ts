import { z } from "zod";
import { importRecord } from "../../../../schemas/index.ts";
import { settleSuggestion } from "../../../../studio/suggestions/settle-suggestion.ts";
import type { Dataset, LawDocument, LawLake } from "./law-lake.ts";
import { type Words, isMarked } from "./words.ts";

/** What editors may do to a story, as Studio does it. */
export const editorActKinds = [
  "types a word over another",
  "types a word in",
  "deletes a word",
  "rewrites the headline",
  "writes a summary",
  "empties a field",
  "changes the slug",
  "adds a keyword",
  "deletes a block",
  "writes a block",
  "moves a block",
  "splits a block",
  "joins two blocks",
  "makes a heading",
  "makes words bold",
  "rewrites a caption",
  "types in a caption",
  "rewrites a credit",
  "notes a copyright",
  "removes the lead picture",
  "deletes a picture",
  "publishes",
  "publishes",
  "unpublishes",
  "discards the draft",
  "deletes the article",
  "changes what is published",
  "renames a source",
  "merges two sources",
  "accepts a suggestion",
  "rejects a suggestion",
] as const;

export interface EditorAct {
  readonly kind: (typeof editorActKinds)[number];
  readonly place: number;
  readonly word: number;
  /** Whether the form of Studio sends mutations of its own, instead of the edit action. */
  readonly asMutations: boolean;
}

const span = z.looseObject({ _type: z.literal("span"), _key: z.string(), text: z.string() });
const block = z.looseObject({ _type: z.string(), _key: z.string() });
const textBlock = block.extend({ _type: z.literal("block"), children: z.array(span).min(1) });
type Block = z.infer<typeof block>;
type TextBlock = z.infer<typeof textBlock>;

/** Performs an act on the story of an article; one that is not possible does nothing. */
export async function performAct(
  lake: LawLake,
  articleId: string,
  { kind, place, word, asMutations }: EditorAct,
  words: Words,
): Promise<void> {
  const dataset = await lake.read();
  const draft = `drafts.${articleId}`;
  const article = dataset.get(draft) ?? dataset.get(articleId);
  const body = z.array(block).safeParse(article?.["body"]).data ?? [];
  const blocks = body.flatMap((one) => textBlock.safeParse(one).data ?? []);
  const anyBlock = pick(body, place);
  const text = pick(blocks, place);
  const images = shownImages(dataset, articleId);
  const imageId = pick(images, place);
  const fresh = words.fromEditor();

  const edit = async (id: string, patch: object): Promise<void> => {
    const current = dataset.get(`drafts.${id}`) ?? dataset.get(id);
    if (current === undefined) return;
    const draftId = `drafts.${id}`;
    if (asMutations) {
      const { _rev, _updatedAt, ...content } = current;
      await lake.mutate(
        { createIfNotExists: { ...content, _id: draftId } },
        { patch: { id: draftId, ...patch } },
      );
    } else {
      await lake.act({ actionType: "sanity.action.document.edit", draftId, publishedId: id, patch });
    }
  };
  const editArticle = (patch: object): Promise<void> => edit(articleId, patch);
  const editText = async (change: (parts: readonly string[]) => readonly string[]): Promise<void> => {
    const child = text && pick(text.children, word);
    if (text === undefined || child === undefined) return;
    const path = `${at(text)}.children[_key=="${child._key}"].text`;
    const typed = change(child.text.split(" ")).join(" ");
    await editArticle({ diffMatchPatch: { [path]: textPatch(child.text, typed) } });
  };

  switch (kind) {
    case "types a word over another":
      return editText((parts) => parts.toSpliced(markedAt(parts, word), 1, fresh));
    case "types a word in":
      return editText((parts) => parts.toSpliced(word % (parts.length + 1), 0, fresh));
    case "deletes a word":
      return editText((parts) => (parts.length > 1 ? parts.toSpliced(markedAt(parts, word), 1) : parts));
    case "rewrites the headline":
      return editArticle({ set: { headline: `Desk ${fresh}` } });
    case "writes a summary":
      return editArticle({ set: { summary: `All about ${fresh}` } });
    case "empties a field":
      return editArticle({ unset: [pick(["summary", "sourceLine", "infoSources", "keywords"], word)] });
    case "changes the slug":
      return editArticle({ set: { slug: { _type: "slug", current: fresh } } });
    case "adds a keyword":
      await editArticle({ setIfMissing: { keywords: [] } });
      return editArticle({ insert: { after: "keywords[-1]", items: [fresh] } });
    case "deletes a block":
      return anyBlock && editArticle({ unset: [at(anyBlock)] });
    case "writes a block": {
      const items = [newBlock(fresh, `Our ${fresh} was there`)];
      if (anyBlock === undefined) return;
      const where = word % 2 === 0 ? "before" : "after";
      return editArticle({ insert: { [where]: at(anyBlock), items } });
    }
    case "moves a block": {
      const target = pick(
        body.filter((one) => one !== anyBlock),
        word,
      );
      if (anyBlock === undefined || target === undefined) return;
      await editArticle({ unset: [at(anyBlock)] });
      return edit2({ insert: { [word % 2 === 0 ? "before" : "after"]: at(target), items: [anyBlock] } });
    }
    case "splits a block":
      return text && splitBlock(text);
    case "joins two blocks": {
      const next = blocks[blocks.findIndex((one) => one === text) + 1];
      if (text === undefined || next === undefined) return;
      const items = next.children.map((child, index) => ({
        ...child,
        _key: `${child._key}j`,
        text: index === 0 ? ` ${child.text}` : child.text,
      }));
      await editArticle({ insert: { after: `${at(text)}.children[-1]`, items } });
      return edit2({ unset: [at(next)] });
    }
    case "makes a heading":
      return text && editArticle({ set: { [`${at(text)}.style`]: "h3" } });
    case "makes words bold":
      return text && makeBold(text);
    case "rewrites a caption":
    case "types in a caption": {
      const caption = captionOf(dataset.get(`drafts.${imageId}`) ?? dataset.get(`${imageId}`));
      if (imageId === undefined || caption === undefined) return;
      const path = `captions[_key=="${caption._key}"].text`;
      return kind === "rewrites a caption"
        ? edit(imageId, { set: { [path]: `Seen by ${fresh}` } })
        : edit(imageId, {
            diffMatchPatch: { [path]: textPatch(caption.text, `${caption.text} and ${fresh}`) },
          });
    }
    case "rewrites a credit":
      return imageId === undefined ? undefined : edit(imageId, { set: { creditLine: `Photo ${fresh}` } });
    case "notes a copyright":
      return imageId === undefined
        ? undefined
        : edit(imageId, { setIfMissing: { copyrightNotice: `Held by ${fresh}` } });
    case "removes the lead picture":
      return editArticle({ unset: ["leadImage"] });
    case "deletes a picture":
      if (imageId === undefined) return;
      await lake.act(deletion(imageId, dataset));
      return;
    case "publishes":
      await lake.act(
        ...[...[...dataset.keys()].filter((id) => id.startsWith("drafts.source-")), ...images, articleId]
          .map((id) => id.replace("drafts.", ""))
          .filter((id) => dataset.has(`drafts.${id}`))
          .map((publishedId) => ({
            actionType: "sanity.action.document.publish",
            publishedId,
            draftId: `drafts.${publishedId}`,
          })),
      );
      return;
    case "unpublishes":
      await lake.act({
        actionType: "sanity.action.document.unpublish",
        publishedId: articleId,
        draftId: draft,
      });
      return;
    case "discards the draft":
      if (dataset.has(articleId))
        await lake.act({ actionType: "sanity.action.document.discard", draftId: draft });
      return;
    case "deletes the article":
      await lake.act(deletion(articleId, dataset));
      return;
    case "changes what is published": {
      if (dataset.has(articleId)) await lake.mutate({ patch: { id: articleId, set: { kicker: fresh } } });
      return;
    }
    case "renames a source":
    case "merges two sources":
      return curateSources();
    case "accepts a suggestion":
    case "rejects a suggestion": {
      const record = importRecord.safeParse(dataset.get(`import.${articleId}`)).data;
      const open = (record?.suggestions ?? []).filter(({ state }) => state === "open");
      const suggestion = pick(open, place);
      if (record === undefined || suggestion === undefined) return;
      const choice = { kind: kind === "accepts a suggestion" ? "accepted" : "rejected" } as const;
      const { documentId } = suggestion;
      const seen = dataset.get(`drafts.${documentId}`) ?? dataset.get(documentId);
      await settleSuggestion(lake.otherClient, articleId, suggestion, choice, { seen, by: "ada" });
    }
  }

  /** The second half of an edit, on the draft that the first has made. */
  async function edit2(patch: object): Promise<void> {
    await lake.act({
      actionType: "sanity.action.document.edit",
      draftId: draft,
      publishedId: articleId,
      patch,
    });
  }

  async function splitBlock(one: TextBlock): Promise<void> {
    const child = pick(one.children, 0);
    if (child === undefined) return;
    const parts = child.text.split(" ");
    const middle = word % parts.length;
    const [first, second] = [parts.slice(0, middle).join(" "), parts.slice(middle).join(" ")];
    const path = `${at(one)}.children[_key=="${child._key}"].text`;
    await editArticle({ set: { [path]: first } });
    const rest = { ...newBlock(fresh, second), children: [{ ...child, _key: `${fresh}0`, text: second }] };
    const others = one.children.slice(1);
    await edit2({
      insert: { after: at(one), items: [{ ...rest, children: [...rest.children, ...others] }] },
    });
    if (others.length > 0)
      await edit2({ unset: others.map(({ _key }) => `${at(one)}.children[_key=="${_key}"]`) });
  }

  async function makeBold(one: TextBlock): Promise<void> {
    const [child] = one.children;
    if (child === undefined) return;
    const parts = child.text.split(" ");
    const middle = word % parts.length;
    const children = [
      { ...child, text: parts.slice(0, middle).join(" ") },
      { _type: "span", _key: `${fresh}b`, text: ` ${parts.slice(middle).join(" ")}`, marks: ["strong"] },
      ...one.children.slice(1),
    ];
    await editArticle({ set: { [`${at(one)}.children`]: children } });
  }

  async function curateSources(): Promise<void> {
    const sources = [...dataset.values()].filter(({ _type }) => _type === "source");
    const source = pick(sources, place);
    const other = pick(
      sources.filter((one) => one._id.replace("drafts.", "") !== source?._id.replace("drafts.", "")),
      word,
    );
    if (source === undefined) return;
    const publishedId = source._id.replace("drafts.", "");
    const aliases = namesOf(source);
    if (kind === "renames a source") {
      const set = { name: `Paper ${fresh}`, aliases };
      return edit(publishedId, { set, unset: ["names"] });
    }
    if (other === undefined) return;
    // Its users get the other one in its place, then it can go.
    const into = other._id.replace("drafts.", "");
    const users = [...dataset.values()].filter(
      ({ _type, ...document }) =>
        (_type === "article" || _type === "newsImage") &&
        JSON.stringify(document).includes(`"${publishedId}"`),
    );
    await lake.mutate(
      { patch: { id: other._id, set: { aliases: [...namesOf(other), ...aliases] } } },
      ...users.map((user) => ({ createOrReplace: replaced(user, publishedId, into) })),
      { delete: { id: publishedId } },
      { delete: { id: `drafts.${publishedId}` } },
    );
  }
}

const named = z.looseObject({
  name: z.string(),
  names: z.array(z.looseObject({ value: z.string() })).default([]),
  aliases: z.array(z.string()).default([]),
});

/** Every name that a source goes by. */
export function namesOf(source: LawDocument): string[] {
  const { name, names, aliases } = named.parse(source);
  return [...new Set([name, ...names.map(({ value }) => value), ...aliases])];
}

function replaced(document: LawDocument, from: string, to: string): unknown {
  const { _rev, _updatedAt, ...content } = document;
  return JSON.parse(JSON.stringify(content).replaceAll(`"_ref":"${from}"`, `"_ref":"${to}"`));
}

const caption = z.looseObject({ _key: z.string(), text: z.string() });

const captionOf = (image: LawDocument | undefined) =>
  z.array(caption).safeParse(image?.["captions"]).data?.[0];

/** Published ids of the images that an article shows, as an editor sees it. */
export function shownImages(dataset: Dataset, articleId: string): string[] {
  const article = dataset.get(`drafts.${articleId}`) ?? dataset.get(articleId);
  const found = JSON.stringify([article?.["leadImage"], article?.["body"]]).matchAll(
    /"_ref":"(newsimage-[^"]+)"/g,
  );
  return [...new Set([...found].map(([, id = ""]) => id))];
}

const deletion = (publishedId: string, dataset: Dataset) => ({
  actionType: "sanity.action.document.delete",
  publishedId,
  includeDrafts: dataset.has(`drafts.${publishedId}`) ? [`drafts.${publishedId}`] : [],
});

const at = ({ _key }: Block): string => `body[_key=="${_key}"]`;

const newBlock = (key: string, text: string) => ({
  _type: "block",
  _key: key,
  style: "normal",
  children: [{ _type: "span", _key: `${key}0`, text, marks: [] }],
  markDefs: [],
});

function pick<T>(all: readonly T[], number: number): T | undefined {
  return all[number % Math.max(1, all.length)];
}

function markedAt(parts: readonly string[], number: number): number {
  const marked = parts.flatMap((part, index) => (isMarked(part) ? [index] : []));
  return pick(marked, number) ?? number % parts.length;
}

/** The patch of diff-match-patch that makes one text of another, with the characters around as its context. */
function textPatch(from: string, to: string): string {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const begin = Math.max(0, start - 4);
  const [before, after] = [from.slice(begin, start), from.slice(from.length - end).slice(0, 4)];
  const [removed, added] = [from.slice(start, from.length - end), to.slice(start, to.length - end)];
  const around = before.length + after.length;
  const lines = [
    `@@ -${begin + 1},${around + removed.length} +${begin + 1},${around + added.length} @@`,
    ...(
      [
        [" ", before],
        ["-", removed],
        ["+", added],
        [" ", after],
      ] as const
    ).flatMap(([sign, text]) => (text === "" ? [] : [`${sign}${encodeURI(text).replaceAll("%20", " ")}`])),
  ];
  return `${lines.join("\n")}\n`;
}
