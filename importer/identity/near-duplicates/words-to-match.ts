/**
 * The words of a text as two texts are compared by them: without what spelling habits vary, and in scripts that write
 * no spaces each character as a word. For comparing only, never for text that is stored. Pure.
 */
export const wordsToMatch = (text: string): string[] => foldForMatching(text).match(wordOrCharacter) ?? [];

const wordOrCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}]+/gu;

function foldForMatching(text: string): string {
  // Plain English, which has nothing else to fold, is a case of its own for its speed.
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627")
    .replace(/[\u0649\u06cc]/g, "\u064a")
    .replace(/\u0629/g, "\u0647")
    .replace(/\u06a9/g, "\u0643")
    .toLowerCase();
}
