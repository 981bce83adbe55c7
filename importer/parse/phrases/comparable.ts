/**
 * Returns only the letters and digits of a text, since spaces, quotes and dashes differ between a page and its data.
 * Pure.
 */
export const comparable = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
