import type { Commit, CommitResult, Dataset, DocumentSource, LakeDocument } from "./dataset.ts";

/** Where a reader reaches a dataset. */
export interface ServedAt {
  /** `http://127.0.0.1:3333`, without a slash at the end. */
  readonly origin: string;
  readonly projectId: string;
}

const assetTypes: ReadonlySet<string> = new Set(["sanity.imageAsset", "sanity.fileAsset"]);

/**
 * A dataset as its readers see it from an address: each asset of this dataset has the `url` at which that address serves
 * it. What is stored is the address of the upload, which is wrong as soon as the lake is served on another port. Since
 * documents are given to queries this way, filters and projections see the same address as everybody else.
 *
 * Assets that are elsewhere, such as those of a hosted dataset that was copied here, keep their `url`.
 */
export function servedAt(dataset: Dataset, { origin, projectId }: ServedAt): Dataset {
  const places = ["images", "files"].map((kind) => `${kind}/${projectId}/${dataset.name}/`);
  // A document without a url gets none: the patches of its history count its fields.
  const shown = (document: LakeDocument): LakeDocument => {
    if (!assetTypes.has(document._type)) return document;
    const { path, url } = document;
    if (typeof path !== "string" || typeof url !== "string") return document;
    return places.some((place) => path.startsWith(place))
      ? { ...document, url: `${origin}/${path}` }
      : document;
  };
  const shownIn = (result: CommitResult): CommitResult => ({
    ...result,
    results: result.results.map((each) => ({ ...each, document: each.document && shown(each.document) })),
  });

  const source: DocumentSource = {
    documents: (ids) => dataset.documents(ids).map(shown),
    select: (condition, view, fields) => {
      const needed = fields?.includes("url") ? [...new Set([...fields, "path"])] : fields;
      return dataset.select(condition, view, needed).map(shown);
    },
  };

  return {
    ...dataset,
    ...source,
    shown,
    commit: (request) => shownIn(dataset.commit({ ...request, source })),
    act: (request) => shownIn(dataset.act(request)),
    subscribe: (listener) => dataset.subscribe((commit) => listener(shownCommit(commit, shown))),
  };
}

function shownCommit(commit: Commit, shown: (document: LakeDocument) => LakeDocument): Commit {
  const changes = commit.changes.map((change) => ({
    ...change,
    before: change.before && shown(change.before),
    after: change.after && shown(change.after),
  }));
  return { ...commit, changes };
}
