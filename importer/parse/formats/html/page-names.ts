/** What an element with a telling name has to hold for the name to be wrong. */
type Yields =
  /** The page around the story: such an element never is the story, however much text it has. */
  | "to-page-inside"
  /** All text of the page but a few words. */
  | "to-all-of-page"
  /** Most text of the page. */
  | "to-most-of-page"
  /** Most text of the story's own container: the name says how the text stands there, not whose it is. */
  | "to-most-of-container";

/** A kind of names that pages give to what surrounds a story. */
export interface PageName {
  readonly kind: string;
  /** Tested on one class name or id, in lower case, with its words parted. */
  readonly marks: RegExp;
  readonly yields: Yields;
  readonly examples: readonly string[];
  /** Names that look alike and say nothing of the kind. */
  readonly others: readonly string[];
}

const word = (words: string): RegExp => new RegExp(String.raw`(?:^|[_-])(?:${words})(?:$|[\d_-])`);

/** One class name or id of an element decides; the first row that it fits says of what kind the element is. */
export const pageNames: readonly PageName[] = [
  {
    kind: "consent",
    // "cmp-" alone begins the name of every element in a widespread publishing system.
    marks:
      /cookie|consent|gdpr|onetrust|usercentrics|didomi|iubenda|trustarc|truste[_-]|cmplz|cmp(?:box|wrapper)|qc-?cmp|sp[_-]message|^cmp\d?$|^cmp[_-](?:banner|modal|popup|dialog|overlay|layer|ui|app|root)|^ot-(?:sdk|pc|banner)|^cky-|^fc-dialog|(?:^|[_-])(?:ccpa|cpra|dsgvo|rgpd|lgpd|kvkk|tcf\d?)(?:$|[_-])|privacy[_-]?(?:banner|notice|popup|modal|center|manager|wall|overlay|layer|prompt|dialog)/,
    yields: "to-page-inside",
    examples: ["onetrust-consent-sdk", "cookie-bar", "qc-cmp2-ui", "gdpr-popin", "cmpbox", "privacy-notice"],
    others: ["cmp-text", "cmp-container", "privacy"],
  },
  {
    kind: "comments",
    marks: /comment(?:s|$|[_-])|disqus|livefyre|reader-?responses|^respond$/,
    yields: "to-page-inside",
    examples: ["comments", "comment-list", "disqus_thread", "respond"],
    others: ["commentary"],
  },
  {
    kind: "share",
    marks: /(?:^|[_-])(?:share|sharing|shares|social|socials|addthis|sharedaddy|sharethis|follow-?us)/,
    yields: "to-most-of-page",
    examples: ["share-buttons", "article__share", "social"],
    others: ["timeshare"],
  },
  {
    kind: "other-stories",
    marks:
      /related|recirc|recommend|more-?(?:news|stories|articles|on|from)|read-?(?:more|also|next)|also-?read|see-?also|most-?(?:read|popular|viewed)|trending|popular|outbrain|taboola|teaser|promo(?:box|$|[_-])|upnext|next-?article|prev-?next|post-?nav/,
    yields: "to-most-of-page",
    examples: ["related-stories", "most-read", "taboola-below", "teaser", "promo-box"],
    others: ["promotion", "story"],
  },
  {
    kind: "request",
    marks: /newsletter|sign-?up|(?:^|[_-])(?:sign-?in|log-?in)|donat(?:e|ion)/,
    yields: "to-all-of-page",
    examples: ["newsletter-box", "login-form", "sign-up", "donate"],
    others: ["bloginfo"],
  },
  {
    kind: "offer",
    marks:
      /subscri(?:be|ption)s?(?:$|[_-]|box|form|now|wall)|paywall(?:$|[_-]|box|wall|wrap)|paid-?(?:guide|notice)|premium-?(?:box|notice|wall)|regwall|membership/,
    yields: "to-most-of-container",
    examples: ["subscribe", "subscription-offer", "paywall", "article-paywall", "premium-box"],
    others: ["paywalled", "subscriber-content", "subscribed"],
  },
  {
    kind: "advert",
    marks: word(
      "ad|ads|adv|advert|advertise\\w*|advertorial|adbox|adslot|ad-?slot|ad-?unit|adsense|adsbygoogle|dfp|gpt|sponsor(?:ed)?|publicidade?|publicite|werbung|anzeige|reklam\\w*|banner",
    ),
    yields: "to-most-of-page",
    examples: ["ad", "ad-slot", "top-ads", "sponsored", "banner_2"],
    others: ["header", "shadow", "broad-column"],
  },
  {
    kind: "layout",
    marks: word("sidebar|side-?bar|widget|modal|popup|pop-?up|overlay"),
    yields: "to-most-of-container",
    examples: ["sidebar", "sidebar-grid", "widget_text", "modal"],
    others: ["insidebar", "widgets2"],
  },
  {
    kind: "page-part",
    marks: word(
      "tags|tag-?list|tag-?cloud|topics|topic-?list|keywords|categories|breadcrumbs?|pagination|pager|menu|nav|navbar|navigation|footer|site-?header|masthead|toolbar|skip-?link|back-?to-?top|toast|ticker|print-?(?:button|link)|font-?size|rating|poll|quiz|weather|stock-?ticker|author-?(?:bio|box|card|info)|about-?(?:the-?)?author|bios?|contributors?|profile-card|audio-?player|listen|player",
    ),
    yields: "to-most-of-page",
    examples: ["tags", "site-footer", "author-bio", "audio-player"],
    others: ["stage", "heritage", "biosphere"],
  },
];

/** A name with one of these words at its ends says what else the page has, or in which state it is. */
const states =
  /^(?:has|no|not|with|without|non)[_-]|[_-](?:not-set|accepted|refused|enabled|disabled|active|inactive|open|closed|locked|unlocked|allowed)$|--(?:has|is|with|no|without)-/;
/** A form of the story's own container, whatever the form is called: "article--premium". */
const formOfStory =
  /^(?:[a-z]{1,2}-)?(?:article|story|entry|post|content|page|main)(?:[_-]+(?:body|content|text|main|wrapper|container|layout))*--/;
/** Systems write a story's sections and topics among the names of its element. */
const topic = /^(?:category|tag|term|post_tag|topic|section|format|type|status)[_-]/;
const ofPost = /^(?:post|hentry|entry|article|story|single|post-\d+|type-\w+)$/;

const storyName =
  /(?:article|story|entry|post|news|artikel|beitrag|noticia|haber|berita)(?:[_-]+[a-z]+)?[_-]*(?:body|content|text|copy|inhalt|contenido|icerik)/;

const anyMark = new RegExp(pageNames.map(({ marks }) => marks.source).join("|"));

/** What an element is called, as a row of {@link pageNames}, and which of its names says so. */
export interface NamedPart {
  readonly row: PageName;
  readonly name: string;
}

/** A page has few different names on many elements, and a site the same on every page. */
const known = new Map<string, NamedPart | undefined>();
const mostKnown = 2_000;
const longestKnown = 200;

/**
 * Of what kind an element is, by its class names and id; `undefined` if they say nothing, or if one of them says that it
 * holds the story. Pure.
 *
 * @param names As `marksOf` gives them.
 */
export function pageNameOf(names: string): NamedPart | undefined {
  if (names === "") return undefined;
  if (names.length > longestKnown) return read(names);
  if (!known.has(names)) {
    if (known.size >= mostKnown) known.clear();
    known.set(names, read(names));
  }
  return known.get(names);
}

function read(names: string): NamedPart | undefined {
  const all = names.split(/\s+/);
  if (!all.some((name) => anyMark.test(name))) return undefined;
  const isPost = all.some((name) => ofPost.test(name));
  const telling = all.filter(
    (name) => !states.test(name) && !formOfStory.test(name) && !(isPost && topic.test(name)),
  );
  if (telling.some((name) => storyName.test(name) && !anyMark.test(name))) return undefined;
  for (const row of pageNames) {
    const name = telling.find((each) => row.marks.test(each));
    if (name !== undefined) return { row, name };
  }
  return undefined;
}
