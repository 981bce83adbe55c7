export type PubStatus = "usable" | "withheld" | "canceled";

/**
 * The publication status behind a code such as `stat:canceled`, `Withheld` or `KILL`; `undefined` for codes that say
 * nothing of it, and for `embargoed`, which is a matter of time. Pure.
 */
export function pubStatusOf(code: string | undefined): PubStatus | undefined {
  const status = code
    ?.trim()
    .toLowerCase()
    .replace(/^.*[:/]/, "");
  if (status === undefined) return undefined;
  if (/^(?:usable|use|update|replace|correct(?:ed|ion)?)$/.test(status)) return "usable";
  if (/^(?:withheld|withhold|hold|on-?hold)$/.test(status)) return "withheld";
  return /^(?:cancell?ed|cancel|kill(?:ed)?|withdrawn?|recalled)$/.test(status) ? "canceled" : undefined;
}
