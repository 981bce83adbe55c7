import ipaddr from "ipaddr.js";

/**
 * Whether an address is one of the public internet, which is all that pictures are fetched from. Pure.
 *
 * Not so are private, loopback, link-local (with the metadata services of clouds), carrier-grade NAT, multicast,
 * broadcast, documentation and reserved ranges, in IPv4 and IPv6; an IPv6 address that stands for an IPv4 one is judged
 * by that one. What is no address is not public.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  const text = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  // Four decimal numbers: the other ways to write an IPv4 address are not understood alike everywhere.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return isPublicIpv4(ipaddr.IPv4.parse(text));
  return ipaddr.IPv6.isValid(text) && isPublicIpv6(ipaddr.IPv6.parse(text));
}

const isPublicIpv4 = (address: ipaddr.IPv4): boolean => address.range() === "unicast";

function isPublicIpv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicIpv4(address.toIPv4Address());
  // Only 2000::/3 is given out as global unicast; parts of it stand for IPv4 addresses or are no hosts of anybody.
  return address.match(globalUnicast) && address.range() === "unicast";
}

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
