/**
 * Draws numbers from 0 up to 1, the same ones for the same seed.
 *
 * Counting and mixing (the 64-bit finaliser of MurmurHash3, cut to 32 bits): consecutive seeds give unrelated draws.
 */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
