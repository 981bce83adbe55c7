/** First bytes of the formats in which pictures come (IANA media types registry). */
const signatures = [
  /^\xff\xd8\xff/,
  /^\x89PNG\r\n/,
  /^GIF8/,
  /^RIFF[^]{4}WEBP/,
  /^II\*\0/,
  /^MM\0\*/,
  /^[^]{4}ftyp(?:avi[fs]|hei[cxms]|hev[cxms]|mif1|msf1)/,
];

/** Whether bytes begin as a picture does, whether or not that can be imported. Pure. */
export function startsAsPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return signatures.some((signature) => signature.test(start));
}
