/**
 * Abbreviations that always mean the same offset, as in ISO 8601. Ambiguous ones stay unknown, whoever writes them:
 * IST is India's, Israel's and Ireland's; CST is China's, Cuba's and Chicago's, and Java prints it for Shanghai. MSK
 * was four hours for some years, so its offset depends on the day (`named-zones.ts`).
 */
const offsets: Readonly<Record<string, string>> = {
  Z: "Z",
  UT: "Z",
  UTC: "Z",
  GMT: "Z",
  غرينتش: "Z",
  جرينتش: "Z",
  WET: "+00:00",
  EST: "-05:00",
  EDT: "-04:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
  AKST: "-09:00",
  AKDT: "-08:00",
  HST: "-10:00",
  NST: "-03:30",
  NDT: "-02:30",
  ADT: "-03:00",
  BRT: "-03:00",
  ART: "-03:00",
  CLT: "-04:00",
  WEST: "+01:00",
  BST: "+01:00",
  CET: "+01:00",
  MEZ: "+01:00",
  WAT: "+01:00",
  CEST: "+02:00",
  MESZ: "+02:00",
  EET: "+02:00",
  CAT: "+02:00",
  SAST: "+02:00",
  EEST: "+03:00",
  EAT: "+03:00",
  TRT: "+03:00",
  IDT: "+03:00",
  IRST: "+03:30",
  GST: "+04:00",
  AFT: "+04:30",
  PKT: "+05:00",
  NPT: "+05:45",
  ICT: "+07:00",
  WIB: "+07:00",
  WITA: "+08:00",
  MYT: "+08:00",
  ULAT: "+08:00",
  WIT: "+09:00",
  MMT: "+06:30",
  BDT: "+06:00",
  KGT: "+06:00",
  UZT: "+05:00",
  TJT: "+05:00",
  TMT: "+05:00",
  AZT: "+04:00",
  UYT: "-03:00",
  HKT: "+08:00",
  SGT: "+08:00",
  PHT: "+08:00",
  AWST: "+08:00",
  JST: "+09:00",
  KST: "+09:00",
  ACST: "+09:30",
  ACDT: "+10:30",
  AEST: "+10:00",
  AEDT: "+11:00",
  NZST: "+12:00",
  NZDT: "+13:00",
};

/** The offset of a zone's abbreviation; `undefined` if it is unknown or ambiguous. Pure. */
export function offsetOfName(name: string): string | undefined {
  const key = name.toUpperCase();
  return Object.hasOwn(offsets, key) ? offsets[key] : undefined;
}

/** The widest offsets of any clock: Kiribati and Baker Island. */
const [eastmost, westmost] = [14 * 60, 12 * 60];

/** The offset of the given hours and minutes; `undefined` if no clock on Earth shows it. Pure. */
export function offsetOf(isWest: boolean, hours: number, minutes: number): string | undefined {
  if (minutes > 59 || hours * 60 + minutes > (isWest ? westmost : eastmost)) return undefined;
  // RFC 2822, 3.3: "-0000" is universal time without stating a place.
  if (isWest && hours === 0 && minutes === 0) return "Z";
  const [hh, mm] = [hours, minutes].map((part) => String(part).padStart(2, "0"));
  return `${isWest ? "-" : "+"}${hh}:${mm}`;
}

/**
 * Whether "08:00-10:00" may be a time range rather than a clock time and its zone: the second part is later than the
 * first. Pure. ISO 8601 writes both this way, so only a "T" or seconds settle it.
 */
export const mayBeStretch = (clock: string, offset: string): boolean =>
  offset.startsWith("-") && offset.slice(1) > clock.slice(0, 5);
