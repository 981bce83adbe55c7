const particles =
  "al|ad|ibn|bin|bint|de|da|di|do|dos|das|du|des|del|della|dello|van|von|vom|zu|der|den|ter|ten|el|la|le|y|e|ben|abu|st|mac|mc|of|и";
const capital = String.raw`\p{Lu}[\p{L}\p{M}.'’׳-]*`;
const word = String.raw`(?:${capital}|(?:d|l|al|el|de)['’-]${capital}|(?:${particles})(?=\s))`;
const capitalised = new RegExp(String.raw`^${word}(?:\s+${word}){1,4}$`, "u");
const ends = new RegExp(String.raw`${capital}$`, "u");
// Unicode has capitals for Georgian, which no text uses.
const uncased =
  /^[\p{Lo}\p{M}\p{Lm}\p{Script=Georgian}'’״׳"ـ\u200c-]+(?:[\s\u200c]+[\p{Lo}\p{M}\p{Lm}\p{Script=Georgian}.'’״׳"ـ\u200c-]+){1,3}$/u;
const georgian = /\p{Script=Georgian}/u;
const han =
  /^[\p{Script=Han}·・々]{2,4}$|^[\p{Script=Han}々]{2,4}[\p{Script=Hiragana}]{1,4}$|^[\p{Script=Han}々]{1,3}[\s　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,4}$|^[\p{Script=Katakana}ー]+[・·][\p{Script=Katakana}ー・·]+$|^[\p{Script=Han}]{2,6}·[\p{Script=Han}]{1,6}$/u;
/** Newspapers, agencies, sites and stations end so, and no person. */
const hanOutlet = /(?:[报報网網社]|新[闻聞]|[电電][视視]?台)$/u;
const hanScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const particle = new RegExp(String.raw`^(?:${particles})$`, "iu");

/** Whether a word is one that occurs within names: "von", "de", "al". Pure. */
export const isParticle = (word: string): boolean => particle.test(word);

/**
 * Whether a text looks like a person's name: two to five words, capitalised in scripts with capitals; a few
 * characters in Chinese and Japanese. Pure.
 */
export function isPersonName(text: string): boolean {
  if (text.length > 45 || /\d/.test(text)) return false;
  if (hanScript.test(text)) return han.test(text) && !hanOutlet.test(text);
  if (/\p{Lu}|\p{Ll}/u.test(text) && !georgian.test(text)) return capitalised.test(text) && ends.test(text);
  return uncased.test(text);
}

/** Whether a text may be a person's signature: a name, or initials such as "V. S." or "mlb". Pure. */
export const isInitials = (text: string): boolean =>
  /^(?:\p{Lu}\.[\s-]?){2,4}$|^\p{Lu}\.(?:\s?\p{Lu}\.)+$/u.test(text.trim());
