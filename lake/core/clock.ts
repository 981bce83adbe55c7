/** Where the lake takes time and ids from, so that tests can fix both. */
export interface Clock {
  now(): Date;
  /** A fresh id of 22 letters and digits, the form that the hosted service makes. */
  newId(): string;
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The machine's time and random ids. */
export const systemClock: Clock = {
  now: () => new Date(),
  newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(22));
    // 256 is no multiple of 62: the slight bias is harmless for ids that only have to differ.
    return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join("");
  },
};
