import { Draws } from "./draws.ts";
import type { MaterialLine, OutletMaterial } from "./outlet-material.ts";
import { printDate } from "./print-date.ts";
import type { Gold, GoldRole } from "./read-corpus.ts";

/** What stands in braces in the material. */
type Values = Readonly<Record<string, () => string>>;

/**
 * Writes one story of an outlet as its page shows it, with its gold.
 *
 * Pure, and the same each time. Numbers, names, dates and the titles of other stories differ from story to story.
 */
export function writeOutletStory(material: OutletMaterial, index: number): { text: string; gold: Gold } {
  const draws = new Draws(`${material.key} ${index}`);
  const story = material.stories[index] ?? [];
  const day = new Date(Date.UTC(2024, 1 + index, 1 + draws.below(28)));
  const values = valuesOf(material, story, day, draws);
  const lines = layOut(material, story, values, draws);
  const roles = lines.flatMap((line, place) =>
    line === undefined ? [] : [{ line: place + 1, role: line.role }],
  );
  return {
    text: `${lines.map((line) => line?.text ?? "").join("\n")}\n`,
    gold: {
      language: material.settings.get("language") ?? "",
      layout: material.settings.get("layout") ?? "",
      messy: true,
      roles,
      fields: fieldsOf(material, values, new Set(roles.map(({ role }) => role)), day),
    },
  };
}

function valuesOf(
  { key, settings, people, photographers, places, titles }: OutletMaterial,
  story: readonly MaterialLine[],
  day: Date,
  draws: Draws,
): Values {
  const textOf = (role: GoldRole): string => story.find((line) => line.role === role)?.text ?? "";
  const [author, place] = [draws.oneOf(people), draws.oneOf(places)];
  const [photographer = "", source = ""] = draws.oneOf(photographers).split(" = ");
  // Lists on one page may share a title.
  const others = [...draws.shuffled(titles), ...draws.shuffled(titles)];
  const two = (number: number): string => String(number).padStart(2, "0");
  const credit = fill(settings.get("credit"), { photographer: () => photographer });
  const date = printDate(
    day,
    settings.get("date") ?? "",
    settings.get("language") ?? key,
    settings.get("months")?.split(", "),
  );
  return {
    headline: () => textOf("headline"),
    deck: () => textOf("subHeadline"),
    caption: () => textOf("imageCaption"),
    credit: () => credit,
    author: () => author,
    handle: () => author.toLowerCase().replace(/[^a-z]/g, ""),
    place: () => place,
    source: () => settings.get("image source") ?? source,
    date: () => date,
    year: () => String(day.getUTCFullYear()),
    time: () => `${two(6 + draws.below(16))}:${two(draws.below(60))}`,
    minutes: () => String(2 + draws.below(7)),
    degrees: () => String(4 + draws.below(25)),
    number: () => String(10 + draws.below(89)),
    views: () => String(100 + draws.below(9000)),
    title: () => others.shift() ?? "",
  };
}

const fill = (template = "", values: Values): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name]?.() ?? whole).trim();

/** The lines of a story on its page; blank ones are undefined. */
function layOut(
  { settings, layout }: OutletMaterial,
  story: readonly MaterialLine[],
  values: Values,
  draws: Draws,
): (MaterialLine | undefined)[] {
  const lines: (MaterialLine | undefined)[] = [];
  const isSpaced = settings.get("spacing") === "blank";
  const isOpen = isSpaced || layout.some(({ kind }) => kind === "blank");
  const text = textOf(story, settings, values);
  for (const each of layout) {
    if (each.kind === "blank") lines.push(undefined);
    else if (each.kind === "first") lines.push(...spaced(text.slice(0, 2), isOpen));
    else if (each.kind === "rest") lines.push(...spaced(text.slice(2), isOpen));
    else {
      const line = { role: each.line.role, text: fill(each.line.text, values) };
      if (line.text === "" || !draws.isShown(each.percent)) continue;
      lines.push(line);
    }
    if (isSpaced) lines.push(undefined);
  }
  while (lines.at(-1) === undefined) lines.pop();
  return lines;
}

/** The paragraphs, with what the outlet prints before the first and before each. */
function textOf(
  story: readonly MaterialLine[],
  settings: OutletMaterial["settings"],
  values: Values,
): MaterialLine[] {
  const lead = fill(settings.get("lead"), values);
  return story
    .filter(({ role }) => ["paragraph", "subheading", "listItem"].includes(role))
    .map(({ role, text }, place) => ({
      role,
      text: `${role === "paragraph" ? (settings.get("indent") ?? "") : ""}${place === 0 && lead !== "" ? `${lead} ` : ""}${text}`,
    }));
}

/** Lines with blank ones between them, if the outlet has any; the items of a list stand together. */
const spaced = (lines: readonly MaterialLine[], isOpen: boolean): (MaterialLine | undefined)[] =>
  lines.flatMap((line, place) =>
    place === 0 || !isOpen || (line.role === "listItem" && lines[place - 1]?.role === "listItem")
      ? [line]
      : [undefined, line],
  );

function fieldsOf(
  { settings }: OutletMaterial,
  values: Values,
  roles: ReadonlySet<GoldRole>,
  day: Date,
): Gold["fields"] {
  const hasPicture = roles.has("imageCaption") || roles.has("imageCredit");
  const [credit, source, dateline] = [
    fill("{credit}", values),
    fill("{source}", values),
    fill(settings.get("dateline"), values),
  ];
  const [byline, sources] = [fill(settings.get("byline"), values), settings.get("sources")];
  return {
    headline: fill("{headline}", values),
    ...(roles.has("kicker") ? { kicker: kickerOf(settings, values) } : {}),
    ...(roles.has("subHeadline") ? { subHeadline: fill("{deck}", values) } : {}),
    ...(roles.has("byline") ? { byline, creators: settings.has("creators") ? [] : [byline] } : {}),
    ...(dateline === "" ? {} : { dateline: { printed: dateline, place: dateline } }),
    publishedAt: day.toISOString().slice(0, 10),
    ...(hasPicture ? { credits: [credit] } : {}),
    ...(hasPicture && source !== "" ? { imageSources: [source] } : {}),
    ...(sources === undefined ? {} : { sources: sources.split(" | ") }),
    pictures: hasPicture ? 1 : 0,
  };
}

/** What stands above the headline: the same in all stories, or the place. */
const kickerOf = (settings: OutletMaterial["settings"], values: Values): string =>
  settings.get("kicker") ?? fill("{place}", values);
