/**
 * Zone names that mean one offset wherever they are used. Those of RFC 822 mean what it says, although others use them
 * differently (CST is China's too); names that no standard settles, such as IST, are not here: they stay unknown.
 */
const offsets: Readonly<Record<string, string>> = {
  Z: "Z",
  UT: "Z",
  UTC: "Z",
  GMT: "Z",
  WET: "+00:00",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
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
  MSK: "+03:00",
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

const numeric = /^(?:GMT|UTC)?\s?(?<sign>[+\u2212-])(?<hours>\d{1,2}):?(?<minutes>\d\d)?$/i;

/** The offset of a zone as ISO 8601 writes it; `undefined` where the name means nothing or several things. Pure. */
export function offsetOfZone(zone: string): string | undefined {
  const name = zone.toUpperCase();
  if (Object.hasOwn(offsets, name)) return offsets[name];
  const { sign = "", hours = "", minutes = "00" } = numeric.exec(zone)?.groups ?? {};
  if (sign === "" || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  // RFC 2822, 3.3: "-0000" is universal time and says nothing of where.
  if (sign !== "+" && Number(hours) === 0 && Number(minutes) === 0) return "Z";
  return `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}`;
}
