import { isPictureName } from "./is-picture.ts";

/** What an input says about a picture, before anybody has looked at it. Only the address is always known. */
export interface PictureSigns {
  /** As written: an address or a path. */
  readonly address: string;
  readonly alt?: string | undefined;
  /** Whether the story has words for it: such a picture is the story's, whatever it is called. */
  readonly isCaptioned?: boolean | undefined;
  /** The picture's own class names and id, in lower case. */
  readonly marks?: string | undefined;
  /** Those of the small elements around it. */
  readonly around?: string | undefined;
  /** Where it links to. */
  readonly link?: string | undefined;
  /** Whether it stands in a line that is a byline. */
  readonly isInByline?: boolean | undefined;
  /** In pixels, as declared. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A kind of picture that belongs to a page or a feed and not to a story. */
export interface FurnitureRule {
  /** Permanent name. */
  readonly rule: string;
  /** Completes "The picture was left out: …". */
  readonly reason: string;
  /** Whether it takes a picture that has a caption too. */
  readonly evenCaptioned?: true;
  readonly takes: (signs: PictureSigns) => boolean;
  readonly examples: readonly PictureSigns[];
}

const word = (words: string): RegExp => new RegExp(String.raw`(?:^|[\s_-])(?:${words})(?:$|[\s_-])`, "i");
const host = (hosts: string): RegExp =>
  new RegExp(String.raw`^(?:https?:)?//(?:[\w-]+\.)*(?:${hosts})(?:[/:?]|$)`, "i");
const folder = (names: string): RegExp => new RegExp(String.raw`(?:^|/)(?:${names})/`, "i");

/** The words of a file name, without numbers and sizes: "site-logo@2x.png" is "site" and "logo". */
function wordsOfName(address: string): string[] {
  const name =
    address
      .replace(/[?#].*$/s, "")
      .split("/")
      .at(-1) ?? "";
  return name
    .replace(/\.\w{2,5}$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1 || part === "x");
}

/** Words that say how a drawing looks or where it stands, not what it shows. */
const looks: ReadonlySet<string> = new Set(
  "white black dark light grey gray blue red green color colour small large big full square round circle header footer nav main site web page mobile desktop retina new default main horizontal vertical x px svg png img image tm co".split(
    " ",
  ),
);

/** Whether a file is named after a thing: by that word, with only so many besides. */
const isNamedAfter = (address: string, things: ReadonlySet<string>, mostOthers = 1): boolean => {
  const words = wordsOfName(address).filter((each) => things.has(each) || !looks.has(each));
  const others = words.filter((each) => !things.has(each)).length;
  return others < words.length && others <= mostOthers;
};

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const logos = setOf("logo logos logotype wordmark masthead");
const icons = setOf("icon icons ico favicon sprite sprites");
/** Words that mean furniture only alone: a bullet train and a loading dock are news. */
const signs = setOf(
  "bullet arrow chevron caret hamburger left right up down next prev previous back top play close",
);
const networks = setOf(
  "facebook fb twitter instagram whatsapp telegram linkedin pinterest reddit email mail print rss youtube tiktok weibo wechat vk viber line threads bluesky mastodon flipboard messenger sms snapchat xing tumblr pocket",
);
const buttons = setOf(
  "share sharing social follow button buttons btn icon icons copy link us on this logo black white",
);
const standIns = setOf("placeholder spacer lazyload noimage nophoto dummy");
const standInsAlone = setOf("blank transparent loading loader fallback grey gray default");
const pixels = setOf("pixel beacon clear tracker tracking counter");

const isDrawing = (address: string): boolean => /\.(?:svg|gif|png|ico|webp)(?:[?#]|$)/i.test(address);
const isAtMost = (most: number, ...sides: readonly (number | undefined)[]): boolean =>
  sides.every((side) => side !== undefined && side <= most);

/** Sizes that only advertisements have. */
const adSizes: ReadonlySet<string> = new Set(
  "728x90 970x90 970x250 468x60 234x60 120x600 160x600 300x600 320x50 320x100 88x31 120x60 125x125".split(
    " ",
  ),
);

/**
 * The kinds of pictures that are furniture, the first that takes a picture names it. Every format asks this table and has
 * no other.
 */
export const furnitureRules: readonly FurnitureRule[] = [
  {
    rule: "inlined-stand-in",
    reason: "it is written into the page itself, in the place of a picture that a script loads",
    evenCaptioned: true,
    takes: ({ address }) => /^data:/i.test(address),
    examples: [{ address: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" }],
  },
  {
    rule: "tracking-pixel",
    reason: "it is an invisible picture that counts readers",
    evenCaptioned: true,
    takes: ({ address, marks = "", width, height }) =>
      isAtMost(3, width, height) ||
      host(
        String.raw`pixel\.wp\.com|stats\.wordpress\.com|google-analytics\.com|scorecardresearch\.com|quantserve\.com|b\.scorecardresearch\.com|analytics\.[\w.-]+|matomo\.[\w.-]+|piwik\.[\w.-]+|pixel\.[\w.-]+|beacon\.[\w.-]+|stats\.[\w.-]+|counter\.[\w.-]+|vg\d+\.met\.vgwort\.de|met\.vgwort\.de`,
      ).test(address) ||
      /^https?:\/\/(?:feeds\.feedburner\.com|feedproxy\.google\.com)\/~(?:r|4)\//i.test(address) ||
      /facebook\.com\/tr\b|\/(?:piwik|matomo)\.php|\/b\.gif\b|\/p\.gif\b|\/__?utm\.gif/i.test(address) ||
      /(?:^|[/_.-])(?:1x1|pixel)(?:[_.-]|$)[^/]*$/i.test(address.replace(/[?#].*$/s, "")) ||
      (isDrawing(address) && isNamedAfter(address, pixels, 0)) ||
      word("tracking(?:-pixel)?|beacon").test(marks),
    examples: [
      { address: "https://track.example/open?id=7", width: 1, height: 1 },
      { address: "https://pixel.wp.com/g.gif?blog=1&post=2" },
      { address: "https://feeds.feedburner.com/~r/daily/~4/Xyz" },
      { address: "https://www.facebook.com/tr?id=1&noscript=1" },
      { address: "https://daily.example/img/1x1.png" },
      { address: "https://daily.example/img/pixel.gif" },
      { address: "https://vg07.met.vgwort.de/na/abc" },
    ],
  },
  {
    rule: "stand-in",
    reason: "it stands where a picture is missing or has not loaded yet",
    takes: ({ address }) =>
      isNamedAfter(address, standIns) ||
      (isNamedAfter(address, standInsAlone, 0) && !host(String.raw`ytimg\.com|youtube\.com`).test(address)) ||
      /(?:^|[/_.-])(?:no-?(?:image|photo|picture|thumb\w*)|(?:image-)?(?:coming-soon|not-available)|default-(?:image|thumb\w*|social|share|og|post|featured)|(?:og|share|social)-(?:image|default)|default-?share)[^/]*$/i.test(
        address.replace(/[?#].*$/s, ""),
      ),
    examples: [
      { address: "https://daily.example/img/placeholder-16x9.png" },
      { address: "https://daily.example/img/spacer.gif", width: 600, height: 10 },
      { address: "https://daily.example/img/default-share.jpg" },
      { address: "/static/no-image.png" },
      { address: "https://daily.example/img/og-image.png" },
    ],
  },
  {
    rule: "emoji",
    reason: "it is a drawn character",
    evenCaptioned: true,
    takes: ({ address, marks = "" }) =>
      /(?:^|[\s_-])(?:emoji|smiley|smilie|emoticon)(?:$|[\s_-])/.test(marks) ||
      host(String.raw`s\.w\.org`).test(address) ||
      folder(String.raw`emojis?|twemoji|smil(?:ies|eys)|emoticons?`).test(address) ||
      /twemoji|emoji\.php|openmoji/i.test(address),
    examples: [
      { address: "https://s.w.org/images/core/emoji/14.0.0/72x72/1f389.png", marks: "wp-smiley", alt: "🎉" },
      { address: "https://static.example/emoji.php/v9/t4c/1/16/1f602.png" },
      { address: "https://cdn.example/twemoji/72x72/1f602.png" },
    ],
  },
  {
    rule: "avatar",
    reason: "it is the picture of a user or an author beside a name",
    evenCaptioned: true,
    takes: ({ address, marks = "" }) =>
      word(
        "avatar|gravatar|author-?(?:photo|image|img|pic(?:ture)?|avatar)|profile-?(?:pic(?:ture)?|photo|image)|headshot|bio-?(?:photo|image)|userpic",
      ).test(marks) ||
      host(String.raw`gravatar\.com|avatars\.githubusercontent\.com|unavatar\.io`).test(address) ||
      folder("avatars?|userpics?|gravatars?|profile_images").test(address) ||
      isNamedAfter(address, setOf("avatar gravatar headshot userpic")),
    examples: [
      { address: "https://secure.gravatar.com/avatar/0a1b?s=96" },
      { address: "https://daily.example/kern.jpg", marks: "avatar photo" },
      { address: "https://pbs.twimg.com/profile_images/1/kern_normal.jpg" },
      { address: "https://daily.example/img/headshot-kern.jpg" },
    ],
  },
  {
    rule: "author-portrait",
    reason: "it shows the author beside the byline",
    takes: ({ address, around = "", isInByline }) =>
      isInByline === true ||
      word(
        "bylines?|author|authors|author-?(?:bio|box|card|info|meta|block|details?)|about-?(?:the-?)?author|bio|contributors?|columnists?|post-author|article-author",
      ).test(around) ||
      folder("authors?|bylines?|contributors?|columnists?|reporters?|headshots?").test(address),
    examples: [
      { address: "https://daily.example/people/kern.jpg", alt: "Ada Kern", around: "byline" },
      { address: "https://daily.example/authors/ada-kern.jpg" },
      { address: "https://daily.example/kern.jpg", isInByline: true },
      { address: "https://daily.example/kern.jpg", around: "about-the-author" },
    ],
  },
  {
    rule: "share-button",
    reason: "it is a button for sharing or following",
    takes: ({ address, around = "", link = "" }) =>
      word(
        "share|shares|sharing|share-?(?:buttons?|bar|tools?|links?|icons?)|sharedaddy|addthis(?:_\\w+)?|a2a_kit|sharethis|social|social-?(?:share|links?|icons?|media|buttons?|bar)|follow-?us",
      ).test(around) ||
      /(?:facebook\.com\/(?:sharer|dialog)|(?:twitter|x)\.com\/(?:share|intent)|wa\.me\/|api\.whatsapp\.com|(?:t|telegram)\.me\/share|linkedin\.com\/(?:share|cws)|pinterest\.[a-z.]+\/pin\/create|reddit\.com\/submit|addtoany\.com|addthis\.com|^mailto:)/i.test(
        link,
      ) ||
      host(String.raw`addtoany\.com|addthis\.com|sharethis\.com`).test(address) ||
      /^https?:\/\/feeds\.feedburner\.com\/~f[fi]\//i.test(address) ||
      (isDrawing(address) && isShareName(address)),
    examples: [
      { address: "/img/facebook-icon.svg" },
      { address: "https://daily.example/img/share_twitter.png" },
      { address: "https://daily.example/f.png", link: "https://www.facebook.com/sharer/sharer.php?u=x" },
      { address: "https://daily.example/w.png", around: "social-share" },
      { address: "https://feeds.feedburner.com/~ff/daily?i=abc:yIl2AUoC8zA" },
      { address: "https://static.addtoany.com/buttons/favicon.png" },
    ],
  },
  {
    rule: "advertisement",
    reason: "it is an advertisement",
    takes: ({ address, marks = "", around = "", width, height }) =>
      host(
        String.raw`doubleclick\.net|googlesyndication\.com|adnxs\.com|amazon-adsystem\.com|adform\.net|criteo\.\w+|taboola\.com|outbrain\.com|rubiconproject\.com|openx\.net|adservice\.google\.\w+|ads?\d*\.[\w.-]+|adserver\.[\w.-]+|adserv\.[\w.-]+`,
      ).test(address) ||
      folder(
        "ads?|adverts?|advertising|advertisements?|adserver|sponsors?|banner-?ads?|werbung|publicidad",
      ).test(address) ||
      word(
        "ads?|advert(?:isement)?|advertising|ad-?(?:slot|unit|box|banner|container)|adsbygoogle|sponsor(?:ed)?|banner-?ad|werbung|anzeige|publicidad|reklam\\w*",
      ).test(`${marks} ${around}`) ||
      (width !== undefined && height !== undefined && adSizes.has(`${width}x${height}`)) ||
      /(?:^|[_-])(?:banner|advert|ad)[_-]?(?:728x90|970x\d+|468x60|300x\d+|160x600|320x\d+)/i.test(
        address.split("/").at(-1) ?? "",
      ),
    examples: [
      { address: "https://ad.doubleclick.net/ddm/ad/1.gif" },
      { address: "https://daily.example/ads/summer.jpg" },
      { address: "https://daily.example/x.jpg", width: 728, height: 90 },
      { address: "https://daily.example/x.jpg", around: "ad-slot" },
      { address: "https://daily.example/banner_300x250.jpg" },
    ],
  },
  {
    rule: "logo",
    reason: "it is a logo",
    takes: ({ address, marks = "", around = "", alt = "" }) =>
      word("logo|site-?logo|brand|logotype").test(`${marks} ${around}`) ||
      isNamedAfter(address, logos) ||
      folder("logos?").test(address) ||
      (isDrawing(address) && /^(?:\S+\s){0,2}logo$/i.test(alt.trim())),
    examples: [
      { address: "https://daily.example/img/logo.svg" },
      { address: "https://daily.example/img/daily-logo-white@2x.png" },
      { address: "https://daily.example/d.png", around: "site-logo" },
      { address: "https://daily.example/d.png", alt: "The Daily logo" },
    ],
  },
  {
    rule: "icon",
    reason: "it is an icon",
    evenCaptioned: true,
    takes: ({ address, marks = "", width, height }) =>
      word("icon|icons|sprite|badge|favicon").test(marks) ||
      [width, height].some((side) => side !== undefined && side <= smallestPicture) ||
      /\.ico(?:[?#]|$)/i.test(address) ||
      (isDrawing(address) &&
        (isNamedAfter(address, icons) ||
          isNamedAfter(address, signs, 0) ||
          folder("icons?|sprites?|favicons?").test(address))) ||
      /\/apple-touch-icon/i.test(address),
    examples: [
      { address: "https://daily.example/favicon.ico" },
      { address: "https://daily.example/img/icons/camera.svg" },
      { address: "https://daily.example/img/arrow-right.png" },
      { address: "https://daily.example/x.jpg", width: 32, height: 32 },
      { address: "https://daily.example/x.jpg", width: 600, height: 2 },
    ],
  },
];

/** No news picture is shown narrower or lower than this, in pixels. */
const smallestPicture = 48;

function isShareName(address: string): boolean {
  if (!isPictureName(address)) return false;
  const words = wordsOfName(address);
  const isKnown = (each: string): boolean => networks.has(each) || buttons.has(each) || looks.has(each);
  const isButton = words.some((each) => buttons.has(each));
  return words.every(isKnown) && (words.some((each) => networks.has(each)) || (isButton && words.length > 1));
}
