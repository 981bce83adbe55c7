import type { NamedSource } from "./named-source.ts";

/** Two sources that may be one, by their published ids. */
export interface Doubles {
  readonly pair: readonly [string, string];
  /** What speaks for it. */
  readonly because: "entity" | "site" | "name" | "initials";
}

/**
 * Words that say what a source is, not which: "Reuters News Agency" is Reuters. An Arabic word is here without its article,
 * and as {@link plain} writes it.
 */
const words: ReadonlySet<string> = new Set(
  [
    "the a an and of for la le les el los der die das de du des et und y",
    "news newspaper newspapers gazette paper daily agency agence agencia agentur press presse website online web site",
    "com net org www inc ltd llc gmbh co corp corporation group company limited edition newsroom desk staff wire wires service services",
    "وكاله وكالات انباء للانباء اخبار للاخبار اخباري اخباريه جريده صحيفه موقع شبكه قناه بوابه الكتروني الكترونيه نت اونلاين",
  ]
    .join(" ")
    .split(" "),
);

/**
 * The pairs of sources that may be one, the surest first: nothing is done about them unless somebody says so. Pure, and the same
 * in whatever order the sources come.
 *
 * @param apart Pairs of which somebody has said that they are two.
 */
export function likelyDoubles(
  sources: readonly NamedSource[],
  apart: readonly (readonly string[])[],
): readonly Doubles[] {
  const found = new Map<string, Doubles>();
  const known = new Set(apart.map((pair) => pair.toSorted().join("\n")));
  for (const because of ["entity", "site", "name", "initials"] as const) {
    const byKey = new Map<string, Set<string>>();
    for (const source of sources)
      for (const key of keys[because](source)) byKey.set(key, (byKey.get(key) ?? new Set()).add(source._id));
    const pairs = [...byKey.values()].flatMap(pairsOf);
    for (const pair of pairs.toSorted((a, b) => (a.join("\n") < b.join("\n") ? -1 : 1))) {
      const name = pair.join("\n");
      if (!known.has(name) && !found.has(name)) found.set(name, { pair, because });
    }
  }
  return [...found.values()];
}

/** What two sources that may be one have in common, for each reason. */
const keys: Readonly<Record<Doubles["because"], (source: NamedSource) => readonly string[]>> = {
  entity: ({ wikidata }) => (wikidata ? [wikidata] : []),
  site: ({ url }) => {
    const host = url && URL.parse(url)?.hostname.replace(/^www\./, "");
    return host ? [host] : [];
  },
  name: (source) => spellingsOf(source).flatMap((name) => coreOf(name) ?? []),
  initials: (source) => spellingsOf(source).flatMap((name) => initialsOf(name) ?? []),
};

/** What so many sources share tells none of them from another. */
const mostAlike = 8;

function pairsOf(ids: ReadonlySet<string>): [string, string][] {
  if (ids.size > mostAlike) return [];
  const all = [...ids].toSorted();
  return all.flatMap((one, at) => all.slice(at + 1).map((other): [string, string] => [one, other]));
}

/** The names of a source; what stands in brackets behind one is another. */
const spellingsOf = ({ name, names, aliases }: NamedSource): readonly string[] =>
  [name, ...(names ?? []).map(({ value }) => value), ...(aliases ?? [])]
    .filter((one) => typeof one === "string")
    .flatMap((one) => [one, ...(/^(.+?)\s*[([](.+)[)\]]\s*$/su.exec(one)?.slice(1) ?? [])]);

/** The words of a name that tell which source it is, in any order; `undefined` if there are none. */
function coreOf(name: string): string | undefined {
  const telling = wordsOf(name).filter((word) => !words.has(word));
  const core = telling.toSorted().join(" ");
  return core === "" ? undefined : core;
}

/** "AFP" of "Agence France-Presse", and "AFP" of "AFP"; of three letters or more, since two stand for too much. */
function initialsOf(name: string): string | undefined {
  if (/^\p{Lu}{3,6}$/u.test(name)) return name.toLowerCase();
  const all = wordsOf(name).filter((word) => !small.has(word));
  return all.length >= 3 && all.length <= 6 ? all.map((word) => word.slice(0, 1)).join("") : undefined;
}

/** Words that nobody counts among the initials. */
const small: ReadonlySet<string> = new Set("the a an and of for de la le du des et".split(" "));

const wordsOf = (name: string): string[] => plain(name).split(" ").filter(Boolean).map(withoutArticle);

/** A name without case, accents, vowel signs and punctuation, and with one form of each Arabic letter that has several. */
const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[\p{Mn}\p{Cf}ـ'’.]+/gu, (signs) => (signs.includes(".") ? " " : ""))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/[ىی]/gu, "ي")
    .replace(/ة/gu, "ه")
    .replace(/ک/gu, "ك");

/** An Arabic word without its article, if enough is left to be a word. */
const withoutArticle = (word: string): string => word.replace(/^ال(?=\p{Script=Arabic}{3})/u, "");
