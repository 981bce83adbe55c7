import {
  type Article,
  type ContentDocument,
  type NewsImage,
  type Snapshot,
  type Source,
  article as articleSchema,
  draftId,
  newsImage,
  valueAt,
} from "../../schemas/index.ts";
import { mapReferences } from "../dataset/references.ts";
import type { WantedStory } from "../stages.ts";
import { alignImages } from "./align/align-images.ts";
import { alignKeys } from "./align/align-keys.ts";
import type { PlanContext } from "./story-plan.ts";

/**
 * The wanted documents in the dataset's terms: with its existing sources, a slug that no other article has, and images
 * and array members under the ids and keys they were first imported with.
 */
export interface ResolvedStory {
  readonly sources: readonly Source[];
  readonly images: readonly NewsImage[];
  readonly article: Article;
  /** The last imported version, with sources replaced by those they were merged into. */
  readonly base: Snapshot;
  /** Replaces the sources in any other value of the story in the same way. */
  readonly resolve: <T>(value: T) => T;
  /** The id under which the dataset has a source or an image of the story. */
  readonly idOf: (id: string) => string;
}

/** Matches the sources, images and text of a story with what the dataset has. Pure. */
export function resolveStory(story: WantedStory, base: Snapshot, context: PlanContext): ResolvedStory {
  const said = story.documents.find(isArticle);
  if (said === undefined) throw new Error(`BUG: the story "${story.origin.input}" has no article`);
  const { article, images } = withdrawn(said, base) ?? {
    article: said,
    images: story.documents.filter(isImage),
  };
  const renamed = new Map(alignImages(base, article._id, images));
  const sources: Source[] = [];
  for (const source of story.documents.filter(isSource)) {
    const existing = existingSource(source, context);
    if (existing === undefined || existing === source._id) sources.push(source);
    else renamed.set(source._id, existing);
  }
  for (const [former, current] of successors(story, base, { renamed, context })) renamed.set(former, current);
  const idOf = (id: string): string => renamed.get(id) ?? id;
  const resolve = <T>(value: T): T =>
    renamed.size === 0
      ? value
      : mapReferences(value, (reference) => ({
          ...reference,
          _ref: idOf(reference._ref),
        }));

  const slug = chooseSlug(article, base[article._id], story.articleKey, context);
  const resolvedBase = resolve(base);
  const align = <T extends ContentDocument>(document: T): T =>
    alignKeys(resolvedBase[document._id], document);
  return {
    sources,
    images: images.map((image) => {
      const named = { ...resolve(image), _id: idOf(image._id) };
      return align(withKnownAsset(named, resolvedBase[named._id]));
    }),
    article: align({ ...resolve(article), slug: { _type: "slug", current: slug } }),
    base: resolvedBase,
    resolve,
    idOf,
  };
}

/**
 * A picture that could not be read this time, or was not looked for, is still the one that was imported last: only
 * another picture takes its place.
 */
function withKnownAsset(image: NewsImage, base: unknown): NewsImage {
  const asset = image.asset === undefined ? newsImage.safeParse(base).data?.asset : undefined;
  return asset === undefined ? image : { ...image, asset };
}

/**
 * A story withdrawn by its source keeps its last imported content under a new status: the source now has only the
 * notice in its place, and nothing of the story may be lost to that.
 */
function withdrawn(
  said: Article,
  base: Snapshot,
): { readonly article: Article; readonly images: readonly NewsImage[] } | undefined {
  const before = said.pubStatus === "canceled" ? articleSchema.safeParse(base[said._id]).data : undefined;
  if (before === undefined) return undefined;
  const { edNote = before.edNote } = said;
  return {
    article: { ...before, pubStatus: "canceled", ...(edNote === undefined ? {} : { edNote }) },
    images: Object.values(base).flatMap((document) => newsImage.safeParse(document).data ?? []),
  };
}

/**
 * The successors of sources that the last import used but that are gone: the sources to which the same names and
 * credits now lead.
 */
function successors(
  { documents }: WantedStory,
  base: Snapshot,
  { renamed, context }: { readonly renamed: ReadonlyMap<string, string>; readonly context: PlanContext },
): [former: string, current: string][] {
  const { sources } = context;
  const pairs = documents.flatMap((document) => {
    const before = base[renamed.get(document._id) ?? document._id];
    if (document._type === "article") {
      return (document.infoSources ?? []).map(({ _key, source }) => ({
        former: valueAt(before, ["infoSources", { _key }, "source", "_ref"]),
        current: source._ref,
      }));
    }
    if (document._type !== "newsImage" || document.source === undefined) return [];
    const isSame = valueAt(before, "creditLine") === document.creditLine;
    return isSame ? [{ former: valueAt(before, "source._ref"), current: document.source._ref }] : [];
  });
  return pairs.flatMap(({ former, current }): [string, string][] => {
    const isGone = typeof former === "string" && !(sources.get(former) ?? sources.get(draftId(former)));
    const successor = renamed.get(current) ?? current;
    return isGone && former !== successor ? [[former, successor]] : [];
  });
}

/** By id first, since an editor may have renamed it; then by name, since an editor may have created it first. */
function existingSource(source: Source, { sources }: PlanContext): string | undefined {
  if (sources.get(source._id) ?? sources.get(draftId(source._id))) return source._id;
  return sources.findByName([source.name, ...(source.aliases ?? [])]);
}

/** A slug is a link, so it stays as first imported, however the headline changes. */
function chooseSlug(
  article: Article,
  base: unknown,
  articleKey: string,
  { slugHolder }: PlanContext,
): string {
  const imported = slugOf(base);
  if (imported !== undefined) return imported;
  const wanted = article.slug.current;
  const holder = slugHolder(wanted);
  return holder === undefined || holder === article._id ? wanted : `${wanted}-${articleKey.slice(0, 6)}`;
}

function slugOf(document: unknown): string | undefined {
  if (typeof document !== "object" || document === null || !("slug" in document)) return undefined;
  const { slug } = document;
  const hasCurrent = typeof slug === "object" && slug !== null && "current" in slug;
  return hasCurrent && typeof slug.current === "string" ? slug.current : undefined;
}

const isSource = (document: ContentDocument): document is Source => document._type === "source";
const isImage = (document: ContentDocument): document is NewsImage => document._type === "newsImage";
const isArticle = (document: ContentDocument): document is Article => document._type === "article";
