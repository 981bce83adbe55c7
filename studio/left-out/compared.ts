/** A text without what nobody sees: whatever blanks and forms of letters it is written with, it is the same. Pure. */
export const compared = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim();
