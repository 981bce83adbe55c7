import { matchKey } from "../../lexicons/match-key.ts";
import { indexPhrases } from "../../lexicons/phrase-index.ts";
import { offsetOf } from "./zone-names.ts";

/** Names that news copy uses for the time of a place. */
interface ZoneNames {
  /** Names that can only be a zone, anywhere beside a time. */
  readonly plain: readonly string[];
  /**
   * Names that are also other words, and a zone only right after a clock time: "18:00 (de Lisboa)", not "Ana Reis, de
   * Lisboa".
   */
  readonly afterClock?: readonly string[];
}

/** By IANA zone, which records its offset at any date. */
const names: Readonly<Record<string, ZoneNames>> = {
  UTC: { plain: ["بتوقيت غرينتش", "بتوقيت جرينتش", "توقيت غرينتش", "hora GMT", "heure GMT"] },
  "America/New_York": {
    plain: ["Eastern Time", "heure de l'Est", "hora del este"],
    afterClock: ["ET", "Eastern"],
  },
  "America/Chicago": { plain: ["Central Time"], afterClock: ["CT"] },
  "America/Los_Angeles": { plain: ["Pacific Time"], afterClock: ["PT"] },
  "America/Mexico_City": {
    plain: ["hora del centro de México", "hora de México"],
    afterClock: ["hora del centro"],
  },
  "America/Sao_Paulo": {
    plain: ["horário de Brasília", "hora de Brasília"],
    afterClock: ["de Brasília"],
  },
  "America/Argentina/Buenos_Aires": {
    plain: ["hora de Buenos Aires", "hora argentina", "hora de Argentina"],
  },
  "America/Bogota": { plain: ["hora de Colombia", "hora colombiana"] },
  "America/Santiago": { plain: ["hora de Chile", "hora chilena"] },
  "Europe/London": { plain: ["London time", "UK time", "British time", "heure de Londres"] },
  "Europe/Lisbon": { plain: ["hora de Lisboa"], afterClock: ["de Lisboa"] },
  "Europe/Madrid": { plain: ["hora peninsular", "hora de Madrid", "hora peninsular española"] },
  "Europe/Paris": { plain: ["heure de Paris", "Paris time", "heure française"] },
  "Europe/Berlin": { plain: ["deutscher Zeit", "Berliner Zeit", "Berlin time"] },
  "Europe/Zurich": { plain: ["Schweizer Zeit"] },
  "Europe/Rome": { plain: ["ora italiana", "ora di Roma", "ore italiane"] },
  "Europe/Istanbul": { plain: ["TSİ", "Türkiye saatiyle", "Türkiye saati"] },
  "Europe/Kyiv": { plain: ["за київським часом", "Kyiv time"], afterClock: ["за Києвом"] },
  "Europe/Minsk": { plain: ["по минскому времени", "па мінскім часе"] },
  "Europe/Bucharest": { plain: ["ora României", "ora Bucureștiului"] },
  "Europe/Sofia": { plain: ["българско време"] },
  "Europe/Athens": { plain: ["ώρα Ελλάδας", "ώρα Ελλάδος"] },
  "Europe/Warsaw": { plain: ["czasu polskiego"] },
  "Europe/Stockholm": { plain: ["svensk tid"] },
  "Europe/Copenhagen": { plain: ["dansk tid"] },
  "Europe/Oslo": { plain: ["norsk tid"] },
  "Europe/Helsinki": { plain: ["Suomen aikaa"] },
  "Africa/Nairobi": { plain: ["Nairobi time", "saa za Afrika Mashariki"] },
  "Africa/Lagos": { plain: ["Lagos time", "Nigerian time"] },
  "Africa/Addis_Ababa": { plain: ["Addis Ababa time"] },
  "Asia/Baku": { plain: ["Bakı vaxtı ilə", "Bakı vaxtı", "по бакинскому времени"] },
  "Asia/Tbilisi": { plain: ["თბილისის დროით"] },
  "Asia/Yerevan": { plain: ["Երևանի ժամանակով"] },
  "Asia/Almaty": {
    plain: ["по времени Астаны", "по астанинскому времени", "по алматинскому времени", "Астана уақытымен"],
  },
  "Asia/Tashkent": { plain: ["Toshkent vaqti bilan", "Тошкент вақти билан", "по ташкентскому времени"] },
  "Asia/Bishkek": { plain: ["по бишкекскому времени", "Бишкек убактысы боюнча"] },
  "Asia/Dhaka": { plain: ["বাংলাদেশ সময়"] },
  "Asia/Kathmandu": { plain: ["नेपाली समय", "Nepal time"] },
  "Asia/Bangkok": { plain: ["ตามเวลาประเทศไทย", "เวลาประเทศไทย", "Bangkok time"] },
  "Asia/Ho_Chi_Minh": { plain: ["giờ Việt Nam", "giờ Hà Nội"] },
  "Asia/Jakarta": { plain: ["waktu Indonesia Barat", "waktu Jakarta"] },
  "Asia/Kuala_Lumpur": { plain: ["waktu Malaysia"] },
  "Asia/Manila": { plain: ["Manila time", "Philippine time"] },
  "Europe/Moscow": {
    plain: ["по московскому времени", "московского времени", "мск", "MSK", "Moscow time", "بتوقيت موسكو"],
    afterClock: ["по Москве"],
  },
  "Africa/Cairo": { plain: ["بتوقيت القاهرة", "Cairo time"] },
  "Asia/Riyadh": { plain: ["بتوقيت مكة", "بتوقيت مكة المكرمة", "بتوقيت الرياض", "بتوقيت السعودية"] },
  "Asia/Dubai": { plain: ["بتوقيت أبوظبي", "بتوقيت الإمارات", "بتوقيت دبي"] },
  "Asia/Beirut": { plain: ["بتوقيت بيروت"] },
  "Asia/Jerusalem": { plain: ["بتوقيت القدس", "שעון ישראל", "לפי שעון ישראל", "Israel time"] },
  "Asia/Tehran": { plain: ["به وقت تهران", "به وقت ایران", "وقت تهران", "Tehran time"] },
  "Asia/Kabul": { plain: ["به وقت کابل", "به وقت افغانستان"] },
  "Asia/Karachi": { plain: ["پاکستانی وقت", "پاکستان کے وقت", "پاکستانی وقت کے مطابق"] },
  "Asia/Kolkata": { plain: ["Indian time", "भारतीय समय", "भारतीय समयानुसार"] },
  "Asia/Shanghai": { plain: ["北京时间", "北京時間", "Beijing time"] },
  "Asia/Taipei": { plain: ["台北时间", "台北時間", "台灣時間"] },
  "Asia/Hong_Kong": { plain: ["香港时间", "香港時間"] },
  "Asia/Tokyo": { plain: ["日本時間"] },
  "Asia/Seoul": { plain: ["한국시간", "한국 시간"] },
};

const zonesByKey = (phrasesOf: (zone: ZoneNames) => readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(names).flatMap(([zone, phrases]) =>
      phrasesOf(phrases).map((phrase) => [matchKey(phrase), zone] as const),
    ),
  );
const plainZones = zonesByKey(({ plain }) => plain);
const zonesAfterClock = zonesByKey(({ plain, afterClock = [] }) => [...plain, ...afterClock]);
const plainNames = indexPhrases(plainZones.keys());

/**
 * The IANA zone with exactly this name. Pure.
 *
 * @param key A match key.
 * @param isAfterClock Whether the phrase is right after a clock time, where more names mean a zone.
 */
export const zoneNamed = (key: string, isAfterClock: boolean): string | undefined =>
  (isAfterClock ? zonesAfterClock : plainZones).get(key);

/** The zone named inside a word without spaces: "更新北京时间". Pure. */
export function zoneWithin(key: string): string | undefined {
  const at = plainNames.find(key);
  return at < 0 ? undefined : plainZones.get(key.slice(at, at + plainNames.lengthAt(key, at)));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, format);
  return format;
}

const dayMs = 86_400_000;

/**
 * Returns the offset of a zone at a local date and time, as in ISO 8601. Pure.
 *
 * `undefined` in the hour that summer time skips or repeats, where the offset is ambiguous.
 */
export function offsetAt(zone: string, day: string, clock: string): string | undefined {
  const shown = Date.parse(`${day}T${clock}Z`);
  const around = [...new Set([shown - dayMs, shown + dayMs].map((moment) => minutesAt(zone, moment)))];
  const possible = around.filter((minutes) => minutesAt(zone, shown - minutes * 60_000) === minutes);
  const [minutes] = possible;
  if (minutes === undefined || possible.length > 1) return undefined;
  return zone === "UTC"
    ? "Z"
    : offsetOf(minutes < 0, Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60);
}

/** Minutes east of Greenwich. */
function minutesAt(zone: string, moment: number): number {
  const parts = formatOf(zone).formatToParts(moment);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
