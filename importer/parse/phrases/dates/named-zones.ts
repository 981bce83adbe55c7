import { matchKey } from "../../lexicons/match-key.ts";
import { indexPhrases } from "../../lexicons/phrase-index.ts";

/** Names by which news copy gives the time of a place, by the zone of the IANA database. */
const names: Readonly<Record<string, readonly string[]>> = {
  "America/New_York": ["ET", "Eastern", "Eastern Time", "heure de l'Est", "hora del este"],
  "America/Chicago": ["CT", "Central Time"],
  "America/Los_Angeles": ["PT", "Pacific Time"],
  "America/Mexico_City": ["hora del centro de México", "hora del centro", "hora de México"],
  "America/Sao_Paulo": ["horário de Brasília", "de Brasília", "hora de Brasília"],
  "America/Argentina/Buenos_Aires": ["hora de Buenos Aires", "hora argentina", "hora de Argentina"],
  "America/Bogota": ["hora de Colombia", "hora colombiana"],
  "America/Santiago": ["hora de Chile", "hora chilena"],
  "Europe/London": ["London time", "UK time", "British time", "heure de Londres"],
  "Europe/Lisbon": ["hora de Lisboa", "de Lisboa"],
  "Europe/Madrid": ["hora peninsular", "hora de Madrid", "hora peninsular española"],
  "Europe/Paris": ["heure de Paris", "Paris time", "heure française"],
  "Europe/Berlin": ["MEZ", "MESZ", "deutscher Zeit", "Berliner Zeit", "Berlin time"],
  "Europe/Zurich": ["Schweizer Zeit"],
  "Europe/Rome": ["ora italiana", "ora di Roma", "ore italiane"],
  "Europe/Istanbul": ["TSİ", "Türkiye saatiyle", "Türkiye saati"],
  "Europe/Kyiv": ["за київським часом", "за Києвом"],
  "Europe/Moscow": [
    "по московскому времени",
    "московского времени",
    "по Москве",
    "Moscow time",
    "بتوقيت موسكو",
  ],
  "Africa/Cairo": ["بتوقيت القاهرة", "Cairo time"],
  "Asia/Riyadh": ["بتوقيت مكة", "بتوقيت مكة المكرمة", "بتوقيت الرياض", "بتوقيت السعودية"],
  "Asia/Dubai": ["بتوقيت أبوظبي", "بتوقيت الإمارات", "بتوقيت دبي"],
  "Asia/Beirut": ["بتوقيت بيروت"],
  "Asia/Jerusalem": ["بتوقيت القدس", "שעון ישראל", "לפי שעון ישראל", "Israel time"],
  "Asia/Tehran": ["به وقت تهران", "به وقت ایران", "وقت تهران", "Tehran time"],
  "Asia/Kabul": ["به وقت کابل", "به وقت افغانستان"],
  "Asia/Karachi": ["پاکستانی وقت", "پاکستان کے وقت", "پاکستانی وقت کے مطابق", "PKT"],
  "Asia/Kolkata": ["Indian time", "भारतीय समय"],
  "Asia/Shanghai": ["北京时间", "北京時間", "Beijing time"],
  "Asia/Taipei": ["台北时间", "台北時間", "台灣時間"],
  "Asia/Hong_Kong": ["香港时间", "香港時間"],
  "Asia/Tokyo": ["日本時間", "JST"],
  "Asia/Seoul": ["한국시간", "한국 시간", "KST"],
};

const zones = Object.entries(names).map(([zone, phrases]) => ({
  zone,
  phrases: indexPhrases(phrases),
  format: new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }),
}));

/** Minutes east of Greenwich of the zone that a text names, on a day; summer time counts. Pure. */
export function offsetIn(text: string, date: string, time: string): number | undefined {
  const key = matchKey(text);
  const named = zones.find(({ phrases }) => phrases.find(key) >= 0);
  if (named === undefined) return undefined;
  const moment = Date.parse(`${date}T${time.slice(0, 5)}Z`);
  const name = named.format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
