/** File extensions of news pictures, whether or not they can be shown. */
const ending = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i;

/** Whether a file name, path or address ends like a picture's. Pure. */
export const isPictureName = (written: string): boolean => ending.test(written.replace(/[?#].*$/s, ""));

/**
 * Whether a format's word for a kind of content means pictures: a media type ("image/jpeg"), a medium ("image"), a
 * class ("still-image", "graphic"). `undefined` if it leaves the kind open, such as no word at all. Pure.
 */
export function isPictureType(type: string | undefined): boolean | undefined {
  const [family = "", subtype = ""] = (type ?? "").trim().toLowerCase().split("/");
  if (/image|photo|picture|graphic/.test(family)) return true;
  // Servers declare this for files of unknown type.
  if (subtype.startsWith("octet-stream")) return undefined;
  const isOther = /^(?:video|audio|text|application|data|document|executable|font|message|model|multipart)$/;
  return isOther.test(family) ? false : undefined;
}
