/** Milliseconds for which another connection that opens or ends may hold a lock. */
export const longestLockMs = 2_000;
