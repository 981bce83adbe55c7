import type { Place } from "../../schemas/index.ts";

/** When and where a picture was taken, according to its text. */
export interface PictureFacts {
  /** ISO 8601 date. */
  readonly dateCreated?: string;
  readonly locationCreated?: Place;
}

const englishMonths =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/** Both sets of month names, since Arabic copy uses either, or both at once ("تشرين الأول/أكتوبر"). */
const arabicMonths: readonly (readonly string[])[] = [
  ["يناير", "كانون الثاني"],
  ["فبراير", "شباط"],
  ["مارس", "آذار"],
  ["أبريل", "نيسان", "إبريل"],
  ["مايو", "أيار", "ماي"],
  ["يونيو", "حزيران", "جوان"],
  ["يوليو", "تموز", "جويلية"],
  ["أغسطس", "آب", "أوت", "غشت"],
  ["سبتمبر", "أيلول", "شتنبر"],
  ["أكتوبر", "تشرين الأول"],
  ["نوفمبر", "تشرين الثاني", "نونبر"],
  ["ديسمبر", "كانون الأول", "دجنبر"],
];
const anyArabicMonth = arabicMonths.flat().join("|");

const weekday = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?`;
const monthFirst = new RegExp(
  String.raw`(?:on\s+)?${weekday}(${englishMonths})\.?\s+(\d{1,2}),\s+(\d{4})$`,
  "iu",
);
const dayFirst = new RegExp(
  String.raw`(?:on\s+)?${weekday}(\d{1,2})\s+(${englishMonths})\.?,?\s+(\d{4})$`,
  "iu",
);
const arabicDate = new RegExp(
  String.raw`(\d{1,2})\s+(${anyArabicMonth})(?:\s*[/(]\s*(?:${anyArabicMonth})\)?)?\s*،?\s+(\d{4})$`,
  "u",
);

const name = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|de|da|do|del|la|al|el))*`;
const places = new RegExp(String.raw`\bin\s+(${name})((?:,\s+${name}){0,2})$`, "u");

const tailLength = 200;

/**
 * Reads date and place from the end of a picture's text, as agencies write them: "… in Moscow, Russia, October 6,
 * 2016." A date elsewhere in the text is ignored, since it may be that of an event. Pure.
 */
export function pictureFactsOf(text: string): PictureFacts {
  const tail = withAsciiDigits(text.slice(-tailLength)).replace(/[\s.]+$/u, "");
  const found = findDate(tail);
  if (found === undefined) return {};
  const dateCreated = toIsoDate(found);
  if (dateCreated === undefined) return {};
  const place = places.exec(tail.slice(0, found.index).replace(/[,\s]+$/u, ""));
  if (place === null) return { dateCreated };
  const [, city = "", others = ""] = place;
  const country = others.split(",").at(-1)?.trim();
  return { dateCreated, locationCreated: { _type: "place", city, ...(country ? { country } : {}) } };
}

interface FoundDate {
  readonly index: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

function findDate(text: string): FoundDate | undefined {
  const [english, reversed, arabic] = [monthFirst.exec(text), dayFirst.exec(text), arabicDate.exec(text)];
  if (english !== null) return toFound(english.index, english[2], monthOf(english[1]), english[3]);
  if (reversed !== null) return toFound(reversed.index, reversed[1], monthOf(reversed[2]), reversed[3]);
  if (arabic !== null) return toFound(arabic.index, arabic[1], arabicMonthOf(arabic[2]), arabic[3]);
  return undefined;
}

const toFound = (index: number, day = "", month: number, year = ""): FoundDate => ({
  index,
  day: Number(day),
  month,
  year: Number(year),
});

const monthOf = (name = ""): number =>
  ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].indexOf(
    name.slice(0, 3).toLowerCase(),
  ) + 1;

const arabicMonthOf = (name = ""): number => arabicMonths.findIndex((names) => names.includes(name)) + 1;

/** `undefined` for a day that does not exist. */
function toIsoDate({ day, month, year }: FoundDate): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1826 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** Arabic-Indic and Persian digits stand for the same numbers. */
const withAsciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) % 16));
