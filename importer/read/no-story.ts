/** What is no story by its nature, and is passed over. */
interface NoStory {
  /** For people, after a number: `2 …`. */
  readonly what: string;
  /** The name of a file or a folder, without the folders that it is in. */
  readonly name: RegExp;
  readonly examples: readonly string[];
}

/** Files and folders that systems and programs leave beside stories, by their names. */
export const noStories: readonly NoStory[] = [
  {
    what: "hidden",
    name: /^\./,
    examples: [".DS_Store", "._story.txt", ".git"],
  },
  {
    what: "left by a system",
    name: /^(?:(?:eh)?thumbs(?:_vista)?\.db|desktop\.ini|icon\r|__MACOSX|@eaDir|#recycle|\$RECYCLE\.BIN|System Volume Information|lost\+found)$/i,
    examples: ["Thumbs.db", "desktop.ini", "__MACOSX", "@eaDir"],
  },
  {
    what: "temporary",
    name: /^~\$|~$|^#.*#$|\.(?:tmp|temp|bak|sw[op]|part|partial|crdownload|download|lock)$/i,
    examples: ["~$story.txt", "story.txt~", "#story.txt#", "feed.xml.part"],
  },
  {
    what: "about a folder or a program",
    name: /^(?:(?:read ?me|licen[cs]e|changelog)\b.*|(?:sha\d*|md5|check)sums?(?:\.txt)?|(?:package(?:-lock)?|composer|tsconfig|asset-manifest)\.json)$/i,
    examples: ["README.md", "LICENSE", "package.json", "SHA256SUMS.txt"],
  },
];

/** What a file or a folder is whose name tells that it is no story; `undefined` for every other. Pure. */
export const noStoryNamed = (name: string): string | undefined =>
  noStories.find((row) => row.name.test(name))?.what;

/** Root elements of XML that programs write for programs. */
const roots =
  /<(?:\w+:)?(?:urlset|sitemapindex|opml|plist|svg|kml|gpx|stylesheet|transform|browserconfig|cross-domain-policy|OpenSearchDescription)[\s>]/;

/** What a text is that sites have for programs, by how it begins; `undefined` for what may be a story. Pure. */
export function noStoryInside(head: string): string | undefined {
  const start = head.slice(0, 4_096);
  const [root = ""] = /<[\w:-]+[\s/>]/.exec(start.replace(/<!--[^]*?-->|<\?[^]*?\?>|<![^>]*>/g, "")) ?? [];
  if (/^\s*</.test(start) && roots.test(root)) return `a file of the kind ${root.slice(1, -1)}`;
  return /^(?:\s*(?:#.*)?\n)*\s*(?:user-agent|disallow|sitemap)\s*:/i.test(start)
    ? "rules for robots"
    : undefined;
}
