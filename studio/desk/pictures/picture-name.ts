/** What a name may end with that says nothing of the picture: its format, and how a newsroom's system has scaled it. */
const endings: readonly RegExp[] = [
  /\.(?:jpe?g|png|gif|webp|avif|tiff?|heic)$/,
  // WordPress: the sizes of a picture, a large one that was made smaller, one that was turned, one that was edited.
  /-\d{2,5}x\d{2,5}$/,
  /-(?:scaled|rotated)$/,
  /-e\d{10,13}$/,
  /@[23]x$/,
];

/**
 * The name by which a file and a picture of the web or of a story are the same: the last part of an address or a path, without
 * what says nothing of the picture, and however it is written. Empty where nothing is left. Pure.
 */
export function pictureName(place: string): string {
  const path = URL.canParse(place) ? new URL(place).pathname : place;
  const last = path.split(/[/\\]/).findLast((part) => part !== "") ?? "";
  let name = decoded(last).toLowerCase().normalize("NFC");
  // What is taken away may lay bare more of it.
  for (let before: string | undefined; before !== name;) {
    before = name;
    name = endings.reduce((rest, ending) => rest.replace(ending, ""), name);
    if (before === name) name = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  }
  return name;
}

/** A percent sign may also be one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
