/** A way to write a date or a time in which a word of the language stands beside the number of the month or hour. */
interface NumberedForm {
  readonly name: string;
  readonly example: string;
  /** The example in the form that other languages use. */
  readonly plain: string;
  /** Digits are ASCII digits. */
  readonly pattern: RegExp;
  rewrite(groups: Readonly<Record<string, string | undefined>>): string;
}

const isoDate = ({ year, month, day }: Readonly<Record<string, string | undefined>>): string =>
  ` ${year ?? ""}-${month ?? ""}-${day ?? ""} `;

export const numberedForms: readonly NumberedForm[] = [
  {
    name: "Chinese and Japanese dates, also in the years of an era",
    example: "令和6年3月4日",
    plain: "2024-3-4",
    pattern:
      /(?<year>\d{4}|令和\s?(?:\d{1,2}|元)|平成\s?\d{1,2})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号號]?/gu,
    rewrite: ({ year = "", ...rest }) => isoDate({ ...rest, year: String(yearOf(year)) }),
  },
  {
    name: "Korean dates",
    example: "2024년 3월 4일",
    plain: "2024-3-4",
    pattern: /(?<year>\d{4})\s?년\s?(?<month>\d{1,2})\s?월\s?(?<day>\d{1,2})\s?일/gu,
    rewrite: isoDate,
  },
  {
    name: "Chinese, Japanese and Korean times",
    example: "午後3時20分",
    plain: "15:20",
    pattern:
      /(?<later>午後|下午|晚上|晚间|晚間|傍晚|오후)?\s?(?<earlier>午前|上午|早上|凌晨|清晨|오전)?\s?(?:中午)?\s?(?<hour>\d{1,2})\s?[時时點点시]\s?(?:(?<minute>\d{1,2})\s?[分분]?)?/gu,
    rewrite: ({ later, earlier, hour = "", minute = "0" }) => {
      const isMidnight = earlier !== undefined && Number(hour) === 12;
      const hours = isMidnight ? 0 : Number(hour) + (later !== undefined && Number(hour) < 12 ? 12 : 0);
      return ` ${String(hours)}:${minute.padStart(2, "0")} `;
    },
  },
  {
    name: "Vietnamese dates",
    example: "ngày 4 tháng 3 năm 2024",
    plain: "2024-3-4",
    pattern:
      /(?:ngày\s)?(?<day>\d{1,2})\stháng\s(?<month>\d{1,2})\s?(?:,\s?|năm\s|,\s?năm\s)(?<year>\d{4})/giu,
    rewrite: isoDate,
  },
  {
    name: "Mongolian dates",
    example: "2024 оны 3-р сарын 4-ний өдөр",
    plain: "2024-3-4",
    pattern:
      /(?<year>\d{4})\s?оны?\s(?<month>\d{1,2})\s?(?:-?р|д[уү]г[аэ]{2}р)?\sсарын\s(?<day>\d{1,2})(?:-?(?:ны|ний|н))?(?:\sөдөр)?/giu,
    rewrite: isoDate,
  },
];

/** What every form has at least one of, to leave other texts alone. */
const signs = /[年년時时點点시]|tháng|сарын/iu;

/** Rewrites such dates and times in the form that other languages use. Pure. */
export function withPlainDates(text: string): string {
  if (!signs.test(text)) return text;
  return numberedForms.reduce(
    (rest, { pattern, rewrite }) =>
      rest.replace(pattern, (...found: unknown[]) => rewrite(groupsOf(found.at(-1)))),
    text,
  );
}

const groupsOf = (groups: unknown): Readonly<Record<string, string | undefined>> =>
  typeof groups === "object" && groups !== null
    ? Object.fromEntries(
        Object.entries(groups).map(([name, value]) => [name, value === undefined ? value : String(value)]),
      )
    : {};

/** The first year of an era is year 1. */
function yearOf(year: string): number {
  if (year.startsWith("令和")) return 2018 + (Number(year.slice(2).trim()) || 1);
  if (year.startsWith("平成")) return 1988 + (Number(year.slice(2).trim()) || 1);
  return Number(year);
}
