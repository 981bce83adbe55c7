import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress } from "../../../importer/assets/address-policy.ts";
import { fetchAddressOf } from "../../../importer/assets/fetch-address.ts";

const isPublic: Readonly<Record<string, readonly string[]>> = {
  yes: [
    "8.8.8.8",
    "100.63.255.255",
    "100.128.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "::ffff:8.8.8.8",
    "2606:4700::1111",
    "[2a00:1450:4001::200e]",
  ],
  "this host": ["0.0.0.0", "0.1.2.3", "::"],
  loopback: ["127.0.0.1", "127.9.9.9", "::1", "[::1]"],
  private: ["10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"],
  "carrier-grade NAT": ["100.64.0.1", "100.127.255.255"],
  "link-local, with the metadata of clouds": ["169.254.169.254", "fe80::1", "fe80::1%eth0", "fec0::1"],
  multicast: ["224.0.0.1", "239.255.255.250", "ff02::1"],
  "broadcast and reserved": [
    "255.255.255.255",
    "240.0.0.1",
    "192.0.0.1",
    "192.88.99.1",
    "5f00::1",
    "4000::1",
  ],
  "documentation and benchmarks": [
    "192.0.2.1",
    "198.51.100.1",
    "203.0.113.5",
    "198.18.0.1",
    "2001:db8::1",
    "3fff::1",
  ],
  "IPv4 within IPv6": [
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::1",
    "2001::1",
  ],
  "no address": [
    "",
    "localhost",
    "example.org",
    "0x7f.1",
    "2130706433",
    "017700000001",
    "1.2.3",
    "8.8.8.8.8",
  ],
};

test.each(
  Object.entries(isPublic).flatMap(([kind, addresses]) => addresses.map((address) => [address, kind])),
)("%s: is it public? %s", (address, kind) => {
  expect(isPublicAddress(address)).toBe(kind === "yes");
});

test("an IPv4 address is judged alike when IPv6 carries it", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
    }),
  );
});

const rules = { mayConnect: isPublicAddress, morePorts: new Set([8080]) };

test.each([
  ["https://pictures.example/a.jpg", true],
  ["http://pictures.example:80/a.jpg", true],
  ["http://pictures.example:8080/a.jpg", true],
  ["http://8.8.8.8/a.jpg", true],
  ["http://pictures.example:22/a.jpg", false],
  ["http://user:secret@pictures.example/a.jpg", false],
  ["http://127.0.0.1/a.jpg", false],
  ["http://2130706433/a.jpg", false],
  ["http://0x7f.1/a.jpg", false],
  ["http://017700000001/a.jpg", false],
  ["http://[::1]/a.jpg", false],
  ["http://[::ffff:127.0.0.1]/a.jpg", false],
  ["http://169.254.169.254/latest/meta-data", false],
  ["file:///etc/passwd", false],
  ["ftp://pictures.example/a.jpg", false],
  ["data:image/png;base64,AA==", false],
  ["gopher://pictures.example/", false],
  ["no address", false],
])("%s: may it be asked for? %s", (url, expected) => {
  expect(fetchAddressOf(url, rules).kind === "address").toBe(expected);
});
