/** Where the lake takes time and ids from, so that tests can fix both. */
export interface Clock {
  now(): Date;
  /** A fresh id of 22 letters and digits, the form that the hosted service makes. */
  newId(): string;
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const idLength = 22;

/** Random bytes for many ids: to ask the system for each id alone costs more than all the rest of a short write. */
const pool = new Uint8Array(idLength * 256);
let used = pool.length;

/** The machine's time and random ids. */
export const systemClock: Clock = {
  now: () => new Date(),
  newId() {
    if (used === pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    let id = "";
    // 256 is no multiple of 62: the slight bias is harmless for ids that only have to differ.
    for (const end = used + idLength; used < end; used += 1)
      id += alphabet.charAt((pool[used] ?? 0) % alphabet.length);
    return id;
  },
};
