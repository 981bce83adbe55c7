import fc from "fast-check";

/** What may become of the names and the words of one story between two imports. */
export type NameChange =
  | "nothing"
  | "another link"
  | "another spelling of the link"
  | "another id"
  | "no link"
  | "no id"
  | "a correction"
  | "another path"
  | "another story takes its path";

/** Where a story comes in: an item of a feed, a page, or a file of plain text. */
export type Carrier = "item" | "page" | "file";

/** A story, what it says and what it goes by at the moment. */
export interface NamedStory {
  /** Tells its words from those of all others. */
  readonly mark: string;
  readonly carrier: Carrier;
  link: string | undefined;
  id: string | undefined;
  path: string;
  sentences: string[];
  /** Names that it has been imported with; a story that has none of them any more nobody can know again. */
  readonly known: Set<string>;
}

const nouns = "harbour council library orchard tunnel ferry market chapel quarry theatre".split(" ");
const verbs = "opened repaired painted measured closed visited praised emptied moved inspected".split(" ");

/** Lines that stand in every file, as those of a template do. */
const template = [
  "Prices are given in crowns and are those of the closing hour.",
  "Questions about this report are answered by the desk until midnight.",
];

const sentence = (mark: string, at: number): string =>
  `The ${nouns[at % 10]} of ${mark}${at}a was ${verbs[(at * 7) % 10]} before ${mark}${at}b could tell the ${nouns[(at + 3) % 10]} of ${mark}${at}c about it.`;

export function newNamedStory(number: number, carrier: Carrier, isDaily: boolean): NamedStory {
  const mark = `k${number}x`;
  return {
    mark,
    carrier,
    link: carrier === "file" ? undefined : `https://h.example/${mark}`,
    id: carrier === "item" ? `${mark}-id` : undefined,
    // Several may want the same one, on other days.
    path: isDaily && carrier !== "item" ? `daily.${carrier}` : `${mark}.${carrier}`,
    sentences: Array.from({ length: 6 }, (_, at) => sentence(mark, at)),
    known: new Set(),
  };
}

const bodyOf = ({ sentences, carrier }: NamedStory): string[] =>
  carrier === "file" ? [...sentences, ...template] : sentences;

const headlineOf = ({ mark }: NamedStory): string => `Report ${mark}h from the ${mark}i`;

/** The files of the stories that are sent, by their paths. */
export function filesOf(stories: readonly NamedStory[], isOneFeed: boolean): Record<string, string> {
  const files: Record<string, string> = {};
  const items = stories.filter(({ carrier }) => carrier === "item");
  const feeds = isOneFeed ? [items] : items.map((item) => [item]);
  feeds.forEach((feed, at) => {
    if (feed.length > 0) files[`feed${at}.xml`] = feedOf(feed);
  });
  for (const story of stories) {
    if (story.carrier === "file")
      files[`${story.path}.txt`] = [headlineOf(story), ...bodyOf(story)].join("\n\n");
    if (story.carrier === "page") files[`${story.path}.html`] = pageOf(story);
  }
  return files;
}

const feedOf = (items: readonly NamedStory[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Daily</title><link>https://h.example/</link><language>en</language>${items
    .map(
      (story) =>
        `<item><title>${headlineOf(story)}</title>${story.link === undefined ? "" : `<link>${story.link}</link>`}${
          story.id === undefined ? "" : `<guid isPermaLink="false">${story.id}</guid>`
        }<description>${bodyOf(story).join(" ")}</description></item>`,
    )
    .join("")}</channel></rss>`;

const pageOf = (story: NamedStory): string =>
  `<!doctype html><html lang="en"><head><title>${headlineOf(story)}</title>${
    story.link === undefined ? "" : `<link rel="canonical" href="${story.link}">`
  }</head><body><article><h1>${headlineOf(story)}</h1>${bodyOf(story)
    .map((text) => `<p>${text}</p>`)
    .join("")}</article></body></html>`;

const bare = (link: string): string =>
  link.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/?(?:[?#].*)?$/, "");

/** What a story goes by now, each in the one form of its spellings. */
export const namesOf = ({ carrier, link, id, path }: NamedStory): string[] => [
  ...(link === undefined ? [] : [`link ${bare(link)}`]),
  ...(id === undefined ? [] : [`id ${id}`]),
  ...(carrier === "item" ? [] : [`path ${path}`]),
];

const spellings: readonly ((link: string) => string)[] = [
  (link) => `https://${bare(link)}`,
  (link) => `http://${bare(link)}`,
  (link) => `https://www.${bare(link)}/`,
  (link) => `http://${bare(link)}?utm_source=feed`,
  (link) => `https://${bare(link)}#comments`,
];

/**
 * Changes a story, if it can still be known again afterwards: by one of the names that it was imported with, and one
 * that only has its path by its words. A name that is given up is given to nobody else, except a path.
 */
export function changeNames(story: NamedStory, change: NameChange, by: number): boolean {
  const before = { ...story };
  switch (change) {
    case "another link":
      if (story.carrier === "file") return false;
      story.link = `https://h.example/${story.mark}-${by}`;
      break;
    case "another spelling of the link":
      if (story.link === undefined) return false;
      story.link = spellings[by % spellings.length]?.(story.link);
      break;
    case "another id":
      if (story.carrier !== "item") return false;
      story.id = `${story.mark}-id-${by}`;
      break;
    case "no link":
      if (story.carrier === "file") return false;
      story.link = undefined;
      break;
    case "no id":
      story.id = undefined;
      break;
    case "another path":
      if (story.carrier === "item") return false;
      story.path = `${story.mark}-${by}`;
      break;
    case "a correction":
      story.sentences[by % 6] = sentence(story.mark, 6 + (by % 90));
      return true;
    case "nothing":
    case "another story takes its path":
      return true;
  }
  const isKnown = story.known.size === 0 || namesOf(story).some((name) => story.known.has(name));
  // A file that is moved is known by its text, as long as that is what it was.
  const isMoved = change === "another path" && story.carrier === "file";
  if (namesOf(story).length > 0 && (isKnown || isMoved)) return true;
  Object.assign(story, before);
  return false;
}

/** A step of a case: what becomes of each story, and which of them are sent this time. */
export interface NameStep {
  readonly changes: readonly { readonly story: number; readonly change: NameChange; readonly by: number }[];
  readonly isSent: readonly boolean[];
  readonly isOneFeed: boolean;
  readonly publish: boolean;
}

const changes: readonly NameChange[] = [
  "nothing",
  "another link",
  "another spelling of the link",
  "another id",
  "no link",
  "no id",
  "a correction",
  "another path",
  "another story takes its path",
];

export const nameStep: fc.Arbitrary<NameStep> = fc.record({
  changes: fc.array(
    fc.record({ story: fc.nat({ max: 5 }), change: fc.constantFrom(...changes), by: fc.nat({ max: 60 }) }),
    { maxLength: 4 },
  ),
  isSent: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  isOneFeed: fc.boolean(),
  publish: fc.boolean(),
});

export const namedStories: fc.Arbitrary<readonly (readonly [Carrier, boolean])[]> = fc.array(
  fc.tuple(fc.constantFrom<Carrier>("item", "page", "file"), fc.boolean()),
  { minLength: 1, maxLength: 5 },
);
