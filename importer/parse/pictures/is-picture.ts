/** Endings of the formats that pictures of news come in, whether or not they can be shown. */
const ending = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

/** Whether a file name, a path or an address ends as pictures do. Pure. */
export const isPictureName = (written: string): boolean => ending.test(written.replace(/[?#].*$/s, ""));

/**
 * Whether a word that a format has for a kind of content stands for pictures: a media type ("image/jpeg"), a medium
 * ("image"), a class ("still-image", "graphic"). `undefined` for what leaves it open, such as no word at all. Pure.
 */
export function isPictureType(type: string | undefined): boolean | undefined {
  const [family = "", subtype = ""] = (type ?? "").trim().toLowerCase().split("/");
  if (/image|photo|picture|graphic/.test(family)) return true;
  // What servers say of a file that they know nothing of.
  if (subtype.startsWith("octet-stream")) return undefined;
  const isOther = /^(?:video|audio|text|application|data|document|executable|font|message|model|multipart)$/;
  return isOther.test(family) ? false : undefined;
}
