/** A site whose players, posts and charts other pages show. */
interface EmbedProvider {
  readonly name: string;
  /** Its hosts; their subdomains count too. */
  readonly hosts: readonly string[];
}

const providers: readonly EmbedProvider[] = [
  { name: "YouTube", hosts: ["youtube.com", "youtu.be", "youtube-nocookie.com"] },
  { name: "Vimeo", hosts: ["vimeo.com"] },
  { name: "Dailymotion", hosts: ["dailymotion.com", "dai.ly"] },
  { name: "X", hosts: ["twitter.com", "x.com"] },
  { name: "Instagram", hosts: ["instagram.com", "instagr.am"] },
  { name: "Facebook", hosts: ["facebook.com", "fb.watch"] },
  { name: "Threads", hosts: ["threads.net", "threads.com"] },
  { name: "TikTok", hosts: ["tiktok.com"] },
  { name: "Bluesky", hosts: ["bsky.app", "bsky.social"] },
  { name: "Mastodon", hosts: ["mastodon.social", "mastodon.online", "mstdn.social"] },
  { name: "Telegram", hosts: ["t.me", "telegram.org"] },
  { name: "Truth Social", hosts: ["truthsocial.com"] },
  { name: "LinkedIn", hosts: ["linkedin.com"] },
  { name: "Reddit", hosts: ["reddit.com", "redditmedia.com"] },
  { name: "Pinterest", hosts: ["pinterest.com"] },
  { name: "Tumblr", hosts: ["tumblr.com"] },
  { name: "VK", hosts: ["vk.com", "vkvideo.ru"] },
  { name: "OK", hosts: ["ok.ru"] },
  { name: "Rutube", hosts: ["rutube.ru"] },
  { name: "Aparat", hosts: ["aparat.com"] },
  { name: "Bilibili", hosts: ["bilibili.com"] },
  { name: "Youku", hosts: ["youku.com"] },
  { name: "Weibo", hosts: ["weibo.com"] },
  { name: "Niconico", hosts: ["nicovideo.jp"] },
  { name: "Twitch", hosts: ["twitch.tv"] },
  { name: "Rumble", hosts: ["rumble.com"] },
  { name: "Odysee", hosts: ["odysee.com"] },
  { name: "Streamable", hosts: ["streamable.com"] },
  { name: "Wistia", hosts: ["wistia.com", "wistia.net"] },
  { name: "Brightcove", hosts: ["brightcove.net", "brightcove.com"] },
  { name: "JW Player", hosts: ["jwplayer.com", "jwplatform.com"] },
  { name: "Kaltura", hosts: ["kaltura.com"] },
  { name: "TED", hosts: ["ted.com"] },
  { name: "SoundCloud", hosts: ["soundcloud.com"] },
  { name: "Spotify", hosts: ["spotify.com"] },
  { name: "Apple Podcasts", hosts: ["podcasts.apple.com"] },
  { name: "Deezer", hosts: ["deezer.com"] },
  { name: "Mixcloud", hosts: ["mixcloud.com"] },
  { name: "Acast", hosts: ["acast.com"] },
  { name: "Megaphone", hosts: ["megaphone.fm"] },
  { name: "Simplecast", hosts: ["simplecast.com"] },
  { name: "Libsyn", hosts: ["libsyn.com"] },
  { name: "Podbean", hosts: ["podbean.com"] },
  { name: "Spreaker", hosts: ["spreaker.com"] },
  { name: "Datawrapper", hosts: ["datawrapper.dwcdn.net", "datawrapper.de"] },
  { name: "Flourish", hosts: ["flourish.studio", "flo.uri.sh"] },
  { name: "Infogram", hosts: ["infogram.com"] },
  { name: "Tableau", hosts: ["public.tableau.com"] },
  { name: "Everviz", hosts: ["everviz.com"] },
  { name: "Genially", hosts: ["view.genial.ly", "view.genially.com"] },
  { name: "Knight Lab", hosts: ["knightlab.com"] },
  { name: "Google Maps", hosts: ["maps.google.com"] },
  { name: "OpenStreetMap", hosts: ["openstreetmap.org", "umap.openstreetmap.fr"] },
  { name: "Google Docs", hosts: ["docs.google.com"] },
  { name: "Google Drive", hosts: ["drive.google.com"] },
  { name: "ArcGIS", hosts: ["arcgis.com"] },
  { name: "DocumentCloud", hosts: ["documentcloud.org"] },
  { name: "Scribd", hosts: ["scribd.com"] },
  { name: "SlideShare", hosts: ["slideshare.net"] },
  { name: "Issuu", hosts: ["issuu.com"] },
  { name: "GitHub", hosts: ["gist.github.com"] },
  { name: "CodePen", hosts: ["codepen.io"] },
  { name: "Giphy", hosts: ["giphy.com"] },
  { name: "Imgur", hosts: ["imgur.com"] },
  { name: "Flickr", hosts: ["flickr.com", "flic.kr"] },
  { name: "Getty Images", hosts: ["gettyimages.com"] },
  { name: "Sketchfab", hosts: ["sketchfab.com"] },
];

const isOf = (host: string, known: string): boolean => host === known || host.endsWith(`.${known}`);

/** The known site that an address leads to; `undefined` if it is none. Pure. */
export function knownProvider(url: string): string | undefined {
  const { hostname, pathname } = new URL(url);
  if (/(?:^|\.)google\.[a-z.]+$/.test(hostname) && pathname.startsWith("/maps")) return "Google Maps";
  return providers.find(({ hosts }) => hosts.some((known) => isOf(hostname, known)))?.name;
}

/** The name of the site that an address leads to, or its host. Pure. */
export const providerOf = (url: string): string =>
  knownProvider(url) ?? new URL(url).hostname.replace(/^www\./, "");

const advertisers = [
  "doubleclick.net",
  "googlesyndication.com",
  "adservice.google.com",
  "googleadservices.com",
  "2mdn.net",
  "adnxs.com",
  "adsrvr.org",
  "amazon-adsystem.com",
  "taboola.com",
  "outbrain.com",
  "criteo.com",
  "rubiconproject.com",
  "pubmatic.com",
  "openx.net",
  "teads.tv",
  "smartadserver.com",
  "yieldlove.com",
  "adform.net",
  "mgid.com",
  "revcontent.com",
  "an.yandex.ru",
];
const trackers = [
  "googletagmanager.com",
  "google-analytics.com",
  "scorecardresearch.com",
  "quantserve.com",
  "chartbeat.com",
  "chartbeat.net",
  "hotjar.com",
  "mc.yandex.ru",
  "ioam.de",
  "krxd.net",
  "demdex.net",
  "adsymptotic.com",
];
/** What sites have for themselves, although another serves it: logins, comments, buttons. */
const furniture = [
  "disqus.com",
  "accounts.google.com",
  "recaptcha.net",
  "hcaptcha.com",
  "challenges.cloudflare.com",
  "addthis.com",
  "sharethis.com",
  "consensu.org",
  "privacy-mgmt.com",
  "cookiebot.com",
  "piano.io",
  "tinypass.com",
];
const plugins =
  /\/recaptcha\/|^\/tr\b|\/plugins\/(?:like|share|send|follow|page|comments|login)|\/widgets\/(?:follow|tweet)_button/;

/** Why what an address shows is not part of a story; `undefined` if it may be. Pure. */
export function whyNoEmbed(url: string): "advertisement" | "tracker" | "navigation" | undefined {
  const { hostname, pathname } = new URL(url);
  const isIn = (hosts: readonly string[]): boolean => hosts.some((known) => isOf(hostname, known));
  if (isIn(advertisers) || /^(?:ads?|adserver|adserving|banners?)\d*\./.test(hostname))
    return "advertisement";
  if (isIn(trackers)) return "tracker";
  return isIn(furniture) || plugins.test(pathname) ? "navigation" : undefined;
}
