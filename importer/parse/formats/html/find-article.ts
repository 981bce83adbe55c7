import { isObject, listOf, textIn, type JsonObject } from "../../fields/json-values.ts";
import { nameIn, typesOf, type JsonLd, type JsonLdThing } from "./read-json-ld.ts";

/** A picture as described in structured data. */
interface DescribedPicture {
  readonly url: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** The story as described in the page's JSON-LD. */
export interface DescribedArticle {
  readonly place: string;
  readonly headline?: string;
  readonly alternativeHeadline?: string;
  readonly description?: string;
  readonly articleBody?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
  readonly url?: string;
  readonly authors: readonly { readonly name: string; readonly isPerson: boolean }[];
  readonly publisher?: string;
  readonly originators: readonly string[];
  readonly keywords: readonly string[];
  readonly pictures: readonly DescribedPicture[];
}

const articleType = /(?:Article|Posting|Report|^Review)$/;

/**
 * Finds the item that the page is about among all that it describes, by type, address and headline: pages also
 * describe the stories that they link to. `undefined` if there is none. Pure.
 */
export function findArticle(
  { things, resolve }: JsonLd,
  page: { readonly urls: readonly string[]; readonly titles: readonly string[] },
): DescribedArticle | undefined {
  let best: { readonly thing: JsonLdThing; readonly score: number } | undefined;
  for (const thing of things) {
    if (!typesOf(thing.object).some((type) => articleType.test(type))) continue;
    const score = scoreOf(thing, page);
    if (best === undefined || score > best.score) best = { thing, score };
  }
  return best === undefined ? undefined : describe(best.thing, resolve);
}

function scoreOf(
  { object, place }: JsonLdThing,
  { urls, titles }: { readonly urls: readonly string[]; readonly titles: readonly string[] },
): number {
  const headline = headlineOf(object);
  const url = addressOf(object);
  let score = 0;
  if (headline !== undefined && titles.some((title) => title.includes(headline) || headline.includes(title)))
    score += 4;
  if (url !== undefined && urls.includes(url)) score += 4;
  if (typeof object["articleBody"] === "string") score += 2;
  if (object["datePublished"] !== undefined) score += 1;
  // An item within another is more often a link than the page's own story.
  if (/\.(?:itemListElement|relatedLink|isPartOf|hasPart|mentions|isBasedOn)\b/.test(place)) score -= 3;
  return score;
}

function describe({ object, place }: JsonLdThing, resolve: JsonLd["resolve"]): DescribedArticle {
  const optional = <Name extends string>(
    name: Name,
    value: string | undefined,
  ): { [Key in Name]?: string } => {
    const entry: { [Key in Name]?: string } = {};
    if (value !== undefined) entry[name] = value;
    return entry;
  };
  return {
    place,
    ...optional("headline", headlineOf(object)),
    ...optional("alternativeHeadline", textIn(listOf(object["alternativeHeadline"])[0])),
    ...optional("description", textIn(object["description"]) ?? textIn(object["abstract"])),
    ...optional("articleBody", textOfBody(object)),
    ...optional("published", textIn(listOf(object["datePublished"])[0])),
    ...optional("modified", textIn(listOf(object["dateModified"])[0])),
    ...optional("language", textIn(languageOf(listOf(object["inLanguage"])[0]))),
    ...optional("url", addressOf(object)),
    authors: authorsOf(object, resolve),
    ...optional("publisher", nameIn(listOf(object["publisher"])[0], resolve)),
    originators: listOf(object["sourceOrganization"]).flatMap((source) => nameIn(source, resolve) ?? []),
    keywords: keywordsOf(object["keywords"]),
    pictures: listOf(object["image"]).flatMap((image) => pictureOf(resolve(image), resolve)),
  };
}

const headlineOf = (object: JsonObject): string | undefined =>
  textIn(listOf(object["headline"])[0]) ?? textIn(listOf(object["name"])[0]);

const languageOf = (value: unknown): unknown =>
  isObject(value) ? (value["alternateName"] ?? value["name"]) : value;

/** The text with its lines, which separate the paragraphs. */
function textOfBody(object: JsonObject): string | undefined {
  const own = object["articleBody"] ?? object["text"];
  return typeof own === "string" && own.trim() !== "" ? own : undefined;
}

function addressOf(object: JsonObject): string | undefined {
  const page = listOf(object["mainEntityOfPage"])[0];
  const candidates = [object["url"], isObject(page) ? page["@id"] : page, object["@id"]];
  return candidates.find((url): url is string => typeof url === "string" && /^https?:/.test(url));
}

function authorsOf(object: JsonObject, resolve: JsonLd["resolve"]): DescribedArticle["authors"] {
  const written = [
    ...listOf(object["author"]),
    ...(object["author"] === undefined ? listOf(object["creator"]) : []),
  ];
  return written.flatMap((author) => {
    const thing = resolve(author);
    const name = nameIn(thing, resolve);
    // The address of an author's page is not a name.
    if (name === undefined || /^https?:/.test(name)) return [];
    return [
      { name, isPerson: !isObject(thing) || !typesOf(thing).some((type) => /Organi[sz]ation$/.test(type)) },
    ];
  });
}

function keywordsOf(value: unknown): string[] {
  return listOf(value)
    .flatMap((item) => textIn(isObject(item) ? item["name"] : item) ?? [])
    .flatMap((text) => (Array.isArray(value) ? text : text.split(/\s*[,،、;]\s*/)));
}

function pictureOf(image: unknown, resolve: JsonLd["resolve"]): DescribedPicture[] {
  if (typeof image === "string") return [{ url: image }];
  if (!isObject(image)) return [];
  const url = [image["contentUrl"], image["url"], image["@id"]].find(
    (candidate) => typeof candidate === "string",
  );
  if (typeof url !== "string") return [];
  const caption = textIn(image["caption"]) ?? textIn(image["description"]);
  const creator = listOf(image["creator"] ?? image["author"])[0];
  const credit =
    textIn(image["creditText"]) ??
    nameIn(creator, resolve) ??
    nameIn(listOf(image["copyrightHolder"])[0], resolve);
  return [
    { url, ...(caption === undefined ? {} : { caption }), ...(credit === undefined ? {} : { credit }) },
  ];
}
