import type { PeopleStore } from "../lake-services.ts";

/** As long as browsers keep a cookie at most: 400 days. */
const maxAgeSeconds = 34_560_000;

const secretBytes = 32;

/** What such a secret looks like; all else was not made here. */
const secretForm = /^[\w-]{43}$/;

/** A secret that nobody guesses. */
export const newSecret = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(secretBytes))).toString("base64url");

/** The secret that a browser shows, in the `Cookie` header of a request. */
export function secretIn(cookies: string | undefined, lake: PeopleStore): string | undefined {
  const prefix = `${nameOf(lake)}=`;
  const cookie = cookies?.split(/;\s*/).find((each) => each.startsWith(prefix));
  const secret = cookie?.slice(prefix.length);
  return secret !== undefined && secretForm.test(secret) ? secret : undefined;
}

/**
 * The `Set-Cookie` header that makes a browser keep a secret: for no script to read, and sent by pages of this machine
 * alone. Not `Secure`, as a lake speaks HTTP.
 */
export const keepSecret = (secret: string, lake: PeopleStore): string =>
  `${nameOf(lake)}=${secret}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict`;

/** The `Set-Cookie` header that makes a browser drop its secret. */
export const dropSecret = (lake: PeopleStore): string =>
  `${nameOf(lake)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`;

const nameOf = ({ lakeName }: PeopleStore): string => `lake_${lakeName}`;
