import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { notPublic } from "./fetch-address.ts";

/** Resolves a host name to all its IP addresses. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>;

export const resolveHost: ResolveHost = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * The DNS look-up used for connections. The connection goes to the address that was checked here, so a name that
 * resolves to something else a moment later (DNS rebinding) gains nothing. One forbidden address rejects the whole
 * name: mixing public and private addresses is suspicious.
 */
export function checkedLookup(
  resolve: ResolveHost,
  mayConnect: (address: string) => boolean,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const refused = addresses.find((address) => !mayConnect(address));
        const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
        const [first] = found;
        if (refused !== undefined) callback(new Error(notPublic(refused)), "");
        else if (!first) callback(new Error(`${hostname} has no address`), "");
        else if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ""),
    );
  };
}
