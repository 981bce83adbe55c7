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

/** What an address says of a picture, read once for all rules. */
export interface ReadSigns extends PictureSigns {
  /** The address without what follows its path. */
  readonly path: string;
  /** The words of the file's name, without numbers and sizes: "site-logo@2x.png" is "site" and "logo". */
  readonly words: readonly string[];
}

/** A kind of picture that belongs to a page or a feed and not to a story. It takes what shows any of its signs. */
export interface FurnitureRule {
  /** Permanent name. */
  readonly rule: string;
  /** Completes "The picture was left out: …". */
  readonly reason: string;
  /** Whether it takes a picture that has a caption too. */
  readonly evenCaptioned?: true;
  /** In the address. */
  readonly hosts?: RegExp;
  readonly folders?: RegExp;
  /** Of the picture itself, and of what stands around it. */
  readonly marks?: RegExp;
  readonly around?: RegExp;
  readonly otherwise?: (signs: ReadSigns) => boolean;
  readonly examples: readonly PictureSigns[];
}

const word = (words: string): RegExp => new RegExp(String.raw`(?:^|[\s_-])(?:${words})(?:$|[\s_-])`, "i");
const host = (hosts: string): RegExp =>
  new RegExp(String.raw`^(?:https?:)?//(?:[\w-]+\.)*(?:${hosts})(?:[/:?]|$)`, "i");
const folder = (names: string): RegExp => new RegExp(String.raw`(?:^|/)(?:${names})/`, "i");

/** Words that say how a drawing looks or where it stands, not what it shows. */
const looks: ReadonlySet<string> = new Set(
  "white black dark light grey gray blue red green color colour small large big full square round circle header footer nav main site web page mobile desktop retina new default main horizontal vertical x px svg png img image tm co".split(
    " ",
  ),
);

/** Whether a file is named after a thing: by that word, with only so many besides. */
const isNamedAfter = ({ words }: ReadSigns, things: ReadonlySet<string>, mostOthers = 1): boolean => {
  const telling = words.filter((each) => things.has(each) || !looks.has(each));
  const others = telling.filter((each) => !things.has(each)).length;
  return others < telling.length && others <= mostOthers;
};

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const logos = setOf("logo logos logotype wordmark masthead");
const icons = setOf("icon icons ico favicon sprite sprites");
/** Words that mean furniture only alone: a bullet train and a loading dock are news. */
const arrows = setOf(
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
const avatars = setOf("avatar gravatar headshot userpic");
const pixels = setOf("pixel beacon clear tracker tracking counter");

const isDrawing = ({ path }: ReadSigns): boolean => /\.(?:svg|gif|png|ico|webp)$/i.test(path);
const isAtMost = (most: number, ...sides: readonly (number | undefined)[]): boolean =>
  sides.every((side) => side !== undefined && side <= most);

/** Where a film's own picture is called by a word that means a stand-in elsewhere. */
const filmHost = host(String.raw`ytimg\.com|youtube\.com`);

const logoMarks = word("logo|site-?logo|brand|logotype");
const adMarks = word(
  "ads?|advert(?:isement)?|advertising|ad-?(?:slot|unit|box|banner|container)|adsbygoogle|sponsor(?:ed)?|banner-?ad|werbung|anzeige|publicidad|reklam\\w*",
);

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
    otherwise: ({ address }) => /^data:/i.test(address),
    examples: [{ address: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" }],
  },
  {
    rule: "tracking-pixel",
    reason: "it is an invisible picture that counts readers",
    evenCaptioned: true,
    hosts: host(
      String.raw`pixel\.wp\.com|stats\.wordpress\.com|google-analytics\.com|scorecardresearch\.com|quantserve\.com|b\.scorecardresearch\.com|analytics\.[\w.-]+|matomo\.[\w.-]+|piwik\.[\w.-]+|pixel\.[\w.-]+|beacon\.[\w.-]+|stats\.[\w.-]+|counter\.[\w.-]+|vg\d+\.met\.vgwort\.de|met\.vgwort\.de`,
    ),
    marks: word("tracking(?:-pixel)?|beacon"),
    otherwise: (signs) =>
      isAtMost(3, signs.width, signs.height) ||
      /^https?:\/\/(?:feeds\.feedburner\.com|feedproxy\.google\.com)\/~(?:r|4)\//i.test(signs.path) ||
      /facebook\.com\/tr$|\/(?:piwik|matomo)\.php$|\/(?:b|p|__?utm)\.gif$/i.test(signs.path) ||
      /(?:^|[/_.-])(?:1x1|pixel)(?:[_.-]|$)[^/]*$/i.test(signs.path) ||
      (isDrawing(signs) && isNamedAfter(signs, pixels, 0)),
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
    otherwise: (signs) =>
      isNamedAfter(signs, standIns) ||
      (isNamedAfter(signs, standInsAlone, 0) && !filmHost.test(signs.address)) ||
      /(?:^|[/_.-])(?:no-?(?:image|photo|picture|thumb\w*)|(?:image-)?(?:coming-soon|not-available)|default-(?:image|thumb\w*|social|share|og|post|featured)|(?:og|share|social)-(?:image|default)|default-?share)[^/]*$/i.test(
        signs.path,
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
    hosts: host(String.raw`s\.w\.org`),
    folders: folder("emojis?|twemoji|smil(?:ies|eys)|emoticons?"),
    marks: word("emoji|smiley|smilie|emoticon"),
    otherwise: ({ path }) => /twemoji|emoji\.php|openmoji/i.test(path),
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
    hosts: host(String.raw`gravatar\.com|avatars\.githubusercontent\.com|unavatar\.io`),
    folders: folder("avatars?|userpics?|gravatars?|profile_images"),
    marks: word(
      "avatar|gravatar|author-?(?:photo|image|img|pic(?:ture)?|avatar)|profile-?(?:pic(?:ture)?|photo|image)|headshot|bio-?(?:photo|image)|userpic",
    ),
    otherwise: (signs) => isNamedAfter(signs, avatars),
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
    folders: folder("authors?|bylines?|contributors?|columnists?|reporters?|headshots?"),
    around: word(
      "bylines?|author|authors|author-?(?:bio|box|card|info|meta|block|details?)|about-?(?:the-?)?author|bio|contributors?|columnists?|post-author|article-author",
    ),
    otherwise: ({ isInByline }) => isInByline === true,
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
    hosts: host(String.raw`addtoany\.com|addthis\.com|sharethis\.com`),
    around: word(
      "share|shares|sharing|share-?(?:buttons?|bar|tools?|links?|icons?)|sharedaddy|addthis(?:_\\w+)?|a2a_kit|sharethis|social|social-?(?:share|links?|icons?|media|buttons?|bar)|follow-?us",
    ),
    otherwise: (signs) =>
      /(?:facebook\.com\/(?:sharer|dialog)|(?:twitter|x)\.com\/(?:share|intent)|wa\.me\/|api\.whatsapp\.com|(?:t|telegram)\.me\/share|linkedin\.com\/(?:share|cws)|pinterest\.[a-z.]+\/pin\/create|reddit\.com\/submit|addtoany\.com|addthis\.com|^mailto:)/i.test(
        signs.link ?? "",
      ) ||
      /^https?:\/\/feeds\.feedburner\.com\/~f[fi]\//i.test(signs.path) ||
      (isDrawing(signs) && isShareName(signs)),
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
    hosts: host(
      String.raw`doubleclick\.net|googlesyndication\.com|adnxs\.com|amazon-adsystem\.com|adform\.net|criteo\.\w+|taboola\.com|outbrain\.com|rubiconproject\.com|openx\.net|adservice\.google\.\w+|ads?\d*\.[\w.-]+|adserver\.[\w.-]+|adserv\.[\w.-]+`,
    ),
    folders: folder(
      "ads?|adverts?|advertising|advertisements?|adserver|sponsors?|banner-?ads?|werbung|publicidad",
    ),
    marks: adMarks,
    around: adMarks,
    otherwise: ({ path, width, height }) =>
      (width !== undefined && height !== undefined && adSizes.has(`${width}x${height}`)) ||
      /(?:^|[/_-])(?:banner|advert|ad)[_-]?(?:728x90|970x\d+|468x60|300x\d+|160x600|320x\d+)[^/]*$/i.test(
        path,
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
    folders: folder("logos?"),
    marks: logoMarks,
    around: logoMarks,
    otherwise: (signs) =>
      isNamedAfter(signs, logos) ||
      (isDrawing(signs) && /^(?:\S+\s){0,2}logo$/i.test(signs.alt?.trim() ?? "")),
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
    marks: word("icon|icons|sprite|badge|favicon"),
    otherwise: (signs) =>
      [signs.width, signs.height].some((side) => side !== undefined && side <= smallestPicture) ||
      /\.ico$|\/apple-touch-icon/i.test(signs.path) ||
      (isDrawing(signs) &&
        (isNamedAfter(signs, icons) ||
          isNamedAfter(signs, arrows, 0) ||
          /\/(?:icons?|sprites?|favicons?)\//i.test(signs.path))),
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

function isShareName({ path, words }: ReadSigns): boolean {
  if (!isPictureName(path)) return false;
  const isKnown = (each: string): boolean => networks.has(each) || buttons.has(each) || looks.has(each);
  const isButton = words.some((each) => buttons.has(each));
  return words.every(isKnown) && (words.some((each) => networks.has(each)) || (isButton && words.length > 1));
}
