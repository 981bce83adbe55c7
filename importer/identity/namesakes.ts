import { isSameAtAddress, isSameDespiteIds } from "./is-same-story.ts";
import { articleKeysOf, nameOf } from "./names-of.ts";
import type { StoryGlimpse } from "./story-glimpse.ts";
import type { StoryIdentity } from "./story-identity.ts";

/** An article that was imported, as far as it takes to know its story again. */
export interface Namesake {
  readonly articleKey: string;
  /** As the operator would name it. */
  readonly input: string;
  /** All its names, in the form of `nameOf`; none for one that was imported before records kept them. */
  readonly names: ReadonlySet<string>;
  readonly glimpse: StoryGlimpse;
}

/** A story that is looked for. */
export interface Sought {
  readonly identities: readonly StoryIdentity[];
  readonly glimpse: StoryGlimpse;
}

/** Which of its namesakes a story is. */
export interface Recognised {
  /** Absent for a story of its own, and for one that only its path can tell. */
  readonly same: Namesake | undefined;
  /** Others that it may be as well: somebody has to say. */
  readonly contested: readonly Namesake[];
  /** Those that have its address and are another story, as far as anybody can tell. */
  readonly strangers: readonly Namesake[];
  /** Those with which it shares its path alone, which proves nothing. */
  readonly neighbours: readonly Namesake[];
}

/**
 * Tells which of the articles that share a name with a story is that story. Pure.
 *
 * The provider's id decides; where two stories that it gave different ids share an address, and where an address is all
 * they share, their texts do. An id that leads to one article and an address that leads to another are a contest: the
 * article is the one that the text is like, else the one with the id.
 */
export function recognise(story: Sought, namesakes: readonly Namesake[]): Recognised {
  const having = (kind: StoryIdentity["kind"]): Namesake[] =>
    namesakes.filter((namesake) =>
      story.identities.some((one) => one.kind === kind && answersTo(namesake, one)),
    );
  const ids = story.identities.filter(({ kind }) => kind === "id");
  const byId = having("id");
  const byUrl = having("url").filter((namesake) => !byId.includes(namesake));
  const isAlike = (namesake: Namesake): boolean =>
    ids.length > 0 && hasId(namesake)
      ? isSameDespiteIds(namesake.glimpse, story.glimpse)
      : isSameAtAddress(namesake.glimpse, story.glimpse);
  const alike = byUrl.filter(isAlike);
  const addresses = story.identities.filter(({ kind }) => kind === "url");
  const isElsewhere = byId.length > 0 && !byId.some((one) => addresses.some((url) => answersTo(one, url)));
  const claims = byUrl.filter((namesake) => isElsewhere || alike.includes(namesake));
  const sharesText = (namesake: Namesake): boolean => isSameAtAddress(namesake.glimpse, story.glimpse);
  const same = byId.find(sharesText) ?? alike.find(sharesText) ?? byId[0] ?? alike[0];
  const found = [...byId, ...claims];
  return {
    same,
    contested: same === undefined ? [] : found.filter((namesake) => namesake !== same),
    strangers: byUrl.filter((namesake) => !claims.includes(namesake) && !(ids.length > 0 && hasId(namesake))),
    neighbours: having("path").filter((namesake) => !byId.includes(namesake) && !byUrl.includes(namesake)),
  };
}

/** Whether a namesake goes by an identity: by one of its names, or because its own ids are made of it. Pure. */
export function answersTo(
  { names, articleKey }: Pick<Namesake, "names" | "articleKey">,
  identity: StoryIdentity,
): boolean {
  const name = nameOf(identity);
  return (name !== undefined && names.has(name)) || articleKeysOf(identity).includes(articleKey);
}

const hasId = ({ names }: Namesake): boolean => [...names].some((name) => name.startsWith("id:"));
