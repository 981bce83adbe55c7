import { indexPhrases } from "./phrase-index.ts";
import { wordsOf } from "./word-lists.ts";

const lines = indexPhrases(wordsOf(({ boilerplate }) => boilerplate.lines));
const starts = indexPhrases(wordsOf(({ boilerplate }) => boilerplate.starts));
const inside = indexPhrases(wordsOf(({ boilerplate }) => boilerplate.contains));

/** Names of networks and of buttons that lead to them; a line of only these is a row of buttons. */
const buttons = indexPhrases(
  "facebook|twitter|x|whatsapp|telegram|instagram|youtube|linkedin|tiktok|viber|messenger|pinterest|reddit|flipboard|threads|bluesky|mastodon|line|vk|weibo|wechat|email|e mail|rss|print|pdf|tweet|share|copy|copy link|app store|google play|google news|huawei appgallery|pocket|threema|xing|skype|snapchat|rutube|dzen|list|a|tt|url|sms".split(
    "|",
  ),
);

/** Which sign shows that a line belongs to the page and not to the story. */
export type BoilerplateSign = "known-line" | "known-start" | "known-phrase";

/** Whether, and by which sign, a line is boilerplate around stories in any language; `key` is its match key. Pure. */
export function boilerplateSignOf(key: string): BoilerplateSign | undefined {
  if (lines.has(key) || isMadeOf(key.replaceAll("+", ""))) return "known-line";
  if (inside.find(key) >= 0) return "known-phrase";
  return starts.lengthAt(key, 0) > 0 ? "known-start" : undefined;
}

/** Numbers, buttons and known lines in a row: "Share Facebook X", "5 min read", "A+ A A-". */
function isMadeOf(key: string): boolean {
  if (key.length > 120) return false;
  let at = 0;
  let known = 0;
  while (at < key.length) {
    if (key[at] === " ") {
      at += 1;
      continue;
    }
    const number = /^[\d+]+/u.exec(key.slice(at, at + 12))?.[0].length ?? 0;
    const length = number > 0 ? number : Math.max(lines.lengthAt(key, at), buttons.lengthAt(key, at));
    if (length === 0) return false;
    if (number === 0) known += 1;
    at += length;
  }
  return known > 0;
}
