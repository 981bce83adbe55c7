/** Where and under which name stories are published: all that addresses, feeds and structured data know besides the story. */
export interface Site {
  /** The address below which stories stand, with a slash at its end: `https://news.example/stories/`. */
  readonly url: string;
  readonly name: string;
  /** The language of the site as a whole, a BCP 47 tag. */
  readonly language: string;
  /** The address of a logo. */
  readonly logoUrl?: string;
  /** The address of a story's page; below `url` by its slug without this. */
  readonly articleUrl?: (slug: string) => string;
  /** The service for pictures; the one that the dataset names without this. An address with a host. */
  readonly imagesUrl?: string;
  /** Whether stories can be read without paying; nothing is said about it without this. */
  readonly isAccessibleForFree?: boolean;
}
