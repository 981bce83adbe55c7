import ipaddr from "ipaddr.js";

/**
 * Whether an address is on the public internet; pictures are fetched only from there. Pure.
 *
 * Not public are private, loopback, link-local (including cloud metadata services), carrier-grade NAT, multicast,
 * broadcast, documentation and reserved ranges, in IPv4 and IPv6. An IPv6 address that stands for an IPv4 address is
 * judged by that address. Anything that is not an address is not public.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  const text = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  // Four decimal numbers: other ways to write an IPv4 address are not understood the same way everywhere.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return isPublicIpv4(ipaddr.IPv4.parse(text));
  return ipaddr.IPv6.isValid(text) && isPublicIpv6(ipaddr.IPv6.parse(text));
}

const isPublicIpv4 = (address: ipaddr.IPv4): boolean => address.range() === "unicast";

function isPublicIpv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicIpv4(address.toIPv4Address());
  // Only 2000::/3 is assigned as global unicast; parts of it stand for IPv4 addresses or belong to no hosts.
  return address.match(globalUnicast) && address.range() === "unicast";
}

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
