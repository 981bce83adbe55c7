import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/*
 * The write-ahead log (sqlite.org/fileformat2.html#walformat): a header, then frames, each the new content of a page.
 * Every frame has a checksum that goes on from the one before it. A commit is a frame with the size of the database.
 */
const headerBytes = 32;
const frameHeaderBytes = 24;
const magic = 0x377f0682;

type Sums = readonly [number, number];

/**
 * Whether commits in a write-ahead log can no longer be read. SQLite does not say so: it takes the first frame that does
 * not check for the end of the log, and what was acknowledged behind it is gone.
 *
 * An end that was being written when its process died is no damage, nor are frames that a rollback left behind: neither
 * is followed by a commit.
 *
 * Only tells something of a log that nobody writes to.
 *
 * @param file The log, which need not exist.
 */
export function findWalDamage(file: string): boolean {
  const descriptor = openIfThere(file);
  if (descriptor === undefined) return false;
  try {
    return hasLostCommits(descriptor, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

function hasLostCommits(descriptor: number, sizeBytes: number): boolean {
  const header = read(descriptor, 0, headerBytes);
  if (header === undefined) return false;
  const isLittleEndian = header.getUint32(0) === magic;
  const stated: Sums = [header.getUint32(24), header.getUint32(28)];
  const isSound =
    (isLittleEndian || header.getUint32(0) === magic + 1) &&
    areSame(sumsOf(header, 0, 24, [0, 0], isLittleEndian), stated);
  // Nothing but a header, or the beginning of a frame: no commit was acknowledged.
  if (!isSound) return sizeBytes >= headerBytes + frameHeaderBytes + 512;

  const pageBytes = header.getUint32(8);
  const frameBytes = frameHeaderBytes + pageBytes;
  let sums = stated;
  let isBroken = false;
  for (let at = headerBytes; at + frameBytes <= sizeBytes; at += frameBytes) {
    const frame = read(descriptor, at, frameBytes);
    if (frame === undefined) break;
    const isCurrent =
      frame.getUint32(8) === header.getUint32(16) && frame.getUint32(12) === header.getUint32(20);
    const isCommit = isCurrent && frame.getUint32(4) !== 0;
    if (isBroken && isCommit) return true;
    const own: Sums = [frame.getUint32(16), frame.getUint32(20)];
    const found = sumsOf(
      frame,
      frameHeaderBytes,
      pageBytes,
      sumsOf(frame, 0, 8, sums, isLittleEndian),
      isLittleEndian,
    );
    if (!isCurrent || !areSame(found, own)) {
      // A frame that ends with the file was written in full: the header goes first.
      if (!isBroken && isCommit && at + frameBytes === sizeBytes) return true;
      isBroken = true;
    }
    sums = own;
  }
  return false;
}

/** Goes on from the sums before over a part of some bytes, the length of which is a multiple of 8. */
function sumsOf(bytes: DataView, start: number, length: number, before: Sums, isLittleEndian: boolean): Sums {
  let [first, second] = before;
  for (let at = start; at < start + length; at += 8) {
    first = (first + bytes.getUint32(at, isLittleEndian) + second) >>> 0;
    second = (second + bytes.getUint32(at + 4, isLittleEndian) + first) >>> 0;
  }
  return [first, second];
}

const areSame = (one: Sums, other: Sums): boolean => one[0] === other[0] && one[1] === other[1];

/** `undefined` when the file ends before. */
function read(descriptor: number, position: number, length: number): DataView | undefined {
  const bytes = new Uint8Array(length);
  return readSync(descriptor, bytes, 0, length, position) === length ? new DataView(bytes.buffer) : undefined;
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
