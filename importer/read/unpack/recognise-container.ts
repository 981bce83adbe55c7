/** A kind of container. `other` is one that is recognised but not supported. */
export type Container = "gzip" | "zip" | "tar" | "warc" | { readonly other: string };

/** Number of bytes that {@link recogniseContainer} needs: a tar header. */
export const containerHeadBytes = 512;

/** Recognises a container by its first bytes, never by its name. `undefined` for any other file. Pure. */
export function recogniseContainer(head: Uint8Array): Container | undefined {
  const start = Buffer.from(head.subarray(0, 16)).toString("latin1");
  if (start.startsWith("\x1f\x8b\x08")) return "gzip";
  // A local file, the directory of an empty archive, or the marker of a split archive.
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06") || start.startsWith("PK\x07\x08"))
    return "zip";
  if (/^WARC\/\d\.\d+\r?\n/.test(start)) return "warc";
  const other = others.find(([signature]) => start.startsWith(signature));
  if (other) return { other: other[1] };
  return isTarHeader(head) ? "tar" : undefined;
}

const others: readonly (readonly [signature: string, name: string])[] = [
  ["BZh", "bzip2"],
  ["\xfd7zXZ\x00", "xz"],
  ["\x28\xb5\x2f\xfd", "Zstandard"],
  ["7z\xbc\xaf\x27\x1c", "7-Zip"],
  ["Rar!\x1a\x07", "RAR"],
];

/**
 * Whether the checksum of a tar header is correct. The magic word is not enough: archives from before POSIX have none.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar Interchange Format)
 */
function isTarHeader(head: Uint8Array): boolean {
  if (head.length < 512 || head[0] === 0) return false;
  const stated = Number.parseInt(Buffer.from(head.subarray(148, 156)).toString("latin1"), 8);
  const sum = head
    .subarray(0, 512)
    .reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  return stated === sum;
}
