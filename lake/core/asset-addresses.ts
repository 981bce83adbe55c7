import type { Commit, CommitResult, Dataset, DocumentSource, LakeDocument } from "./dataset.ts";

/** Where a reader reaches a dataset. */
interface ServedAt {
  /** `http://127.0.0.1:3333`, without a slash at the end. */
  readonly origin: string;
  readonly projectId: string;
}

const assetTypes: ReadonlySet<string> = new Set(["sanity.imageAsset", "sanity.fileAsset"]);

/** Whether a document stands for an uploaded picture or file. */
export const isAsset = ({ _type }: LakeDocument): boolean => assetTypes.has(_type);

/** Whether a document is that of an asset of which this lake has the bytes, or should have. */
export function isServedHere(
  document: LakeDocument,
  { projectId, dataset }: { readonly projectId: string; readonly dataset: string },
): boolean {
  const { path } = document;
  if (!isAsset(document) || typeof path !== "string") return false;
  return ["images", "files"].some((kind) => path.startsWith(`${kind}/${projectId}/${dataset}/`));
}

/**
 * Documents as their readers see them from an address: each asset of this dataset has the `url` at which that address serves
 * it. What is stored is the address of the upload, which is wrong as soon as the lake is served on another port. Since
 * documents are given to queries this way, filters and projections see the same address as everybody else.
 *
 * Assets that are elsewhere, such as those of a hosted dataset that was copied here, keep their `url`.
 */
export function servedSource(source: DocumentSource, dataset: string, at: ServedAt): DocumentSource {
  const shown = showing(dataset, at);
  const { exactly } = source;
  const neededFor = (fields: readonly string[] | undefined): readonly string[] | undefined =>
    fields?.includes("url") ? [...new Set([...fields, "path"])] : fields;
  return {
    documents: (ids) => source.documents(ids).map(shown),
    select: (condition, view, fields) => source.select(condition, view, neededFor(fields)).map(shown),
    reshaped: new Set([...source.reshaped, "url"]),
    ...(exactly && {
      exactly: {
        few: exactly.few,
        page: (page) => exactly.page({ ...page, fields: neededFor(page.fields) }).map(shown),
        walk: (page) => Iterator.from(exactly.walk({ ...page, fields: neededFor(page.fields) })).map(shown),
        count: (condition, view, most) => exactly.count(condition, view, most),
        countTogether: (...asked) => exactly.countTogether(...asked),
        distinct: (key, condition, view) => exactly.distinct(key, condition, view),
        countByValue: (...asked) => exactly.countByValue(...asked),
        isIndexed: (...asked) => exactly.isIndexed(...asked),
        isInOrder: (...asked) => exactly.isInOrder(...asked),
      },
    }),
  };
}

/** A dataset as its readers see it from an address, as {@link servedSource} has it. */
export function servedAt(dataset: Dataset, at: ServedAt): Dataset {
  const shown = showing(dataset.name, at);
  const shownIn = (result: CommitResult): CommitResult => ({
    ...result,
    results: result.results.map((each) => ({ ...each, document: each.document && shown(each.document) })),
  });
  const source = servedSource(dataset, dataset.name, at);
  return {
    ...dataset,
    ...source,
    shown,
    commit: (request) => shownIn(dataset.commit({ ...request, source })),
    act: (request) => shownIn(dataset.act(request)),
    subscribe: (listener, interest) =>
      dataset.subscribe((commit) => listener(shownCommit(commit, shown)), interest),
  };
}

function showing(dataset: string, { origin, projectId }: ServedAt): (document: LakeDocument) => LakeDocument {
  // A document without a url gets none: the patches of its history count its fields.
  return (document) => {
    const isOwn = typeof document["url"] === "string" && isServedHere(document, { projectId, dataset });
    return isOwn ? { ...document, url: `${origin}/${String(document["path"])}` } : document;
  };
}

/** The commit itself where it is shown as it is: what is made of it for one reader then serves the others too. */
function shownCommit(commit: Commit, shown: (document: LakeDocument) => LakeDocument): Commit {
  const changes = commit.changes.map((change) => {
    const [before, after] = [change.before && shown(change.before), change.after && shown(change.after)];
    return before === change.before && after === change.after ? change : { ...change, before, after };
  });
  return changes.every((change, index) => change === commit.changes[index]) ? commit : { ...commit, changes };
}
