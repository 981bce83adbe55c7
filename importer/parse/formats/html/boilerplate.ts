import { marksOf, attribute, findElement } from "../../markup/html/walk-tree.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { boilerplateLines } from "./boilerplate-words.ts";

/** Which parts of a page belong to the page and not to its story. All pure. */

const names = new Set("nav footer aside form dialog menu select button".split(" "));
const roles = new Set(
  "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist form".split(
    " ",
  ),
);

/** Parts of the names that pages give to whatever surrounds a story, with the word borders that a part needs. */
const parts = [
  "(?:^|[\\s_-])(?:share|sharing|shares|social|socials|addthis|sharedaddy|sharethis|follow-?us)",
  "related|recirc|recommend|more-?(?:news|stories|articles|on|from)|read-?(?:more|also|next)|also-?read|see-?also|most-?(?:read|popular|viewed)|trending|popular|outbrain|taboola|teaser|promo(?:box|$|[\\s_-])|upnext|next-?article|prev-?next|post-?nav",
  "newsletter|subscri(?:be|ption)|paywall|paid-?(?:guide|notice)|premium-?(?:box|notice|wall)|sign-?up|signin|login|regwall|donat(?:e|ion)|membership",
  "cookie|consent|gdpr|onetrust|cmp-",
  "comment(?:s|-|_|$)|disqus|livefyre|reader-?responses|respond(?:$|\\s)",
  "(?:^|[\\s_-])(?:ad|ads|adv|advert|advertise\\w*|advertorial|adbox|adslot|ad-?slot|ad-?unit|adsense|adsbygoogle|dfp|gpt|sponsor(?:ed)?|publicidade?|publicite|werbung|anzeige|reklam\\w*|banner)(?:$|[\\s_\\d-])",
  "(?:^|[\\s_-])(?:tags|tag-?list|tag-?cloud|topics|topic-?list|keywords|categories|breadcrumbs?|pagination|pager|menu|nav|navbar|navigation|sidebar|side-?bar|footer|site-?header|masthead|toolbar|widget|skip-?link|back-?to-?top|modal|popup|pop-?up|overlay|toast|ticker|print-?(?:button|link)|font-?size|rating|poll|quiz|weather|stock-?ticker|author-?(?:bio|box|card|info)|about-?(?:the-?)?author|bios?|contributors?|profile-card|audio-?player|listen|player)(?:$|[\\s_-])",
];
const marks = new RegExp(parts.join("|"));
/** An element with one of these names holds the story, whatever other names it has. */
const storyMarks =
  /article-?(?:body|content|text)|story-?(?:body|content|text)|entry-?content|post-?(?:body|content)/;

/** Whether an element, with everything in it, surrounds the story rather than belonging to it. */
export function isBoilerplate(element: HtmlElement): boolean {
  if (names.has(element.name) || roles.has(attribute(element, "role")?.toLowerCase() ?? "")) return true;
  if (element.name === "header") return !hasHeadline(element);
  if (
    element.name === "body" ||
    element.name === "html" ||
    element.name === "main" ||
    element.name === "article"
  )
    return false;
  const called = marksOf(element);
  return called !== "" && marks.test(called) && !storyMarks.test(called) && !hasHeadline(element);
}

/** A page header contains no headline; a story header does. */
const hasHeadline = (element: HtmlElement): boolean =>
  findElement(element, ({ name }) => name === "h1") !== undefined;

/** Whether a line of text is of the kind that pages insert between paragraphs: "Read also", "Advertisement". */
export const isBoilerplateLine = (text: string): boolean => text.length <= 300 && boilerplateLines.test(text);
