import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Blocks of IPv4 that are nobody's on the public net. @see IANA IPv4 Special-Purpose Address Registry */
const CLOSED_IPV4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carriers' own; the metadata service of Alibaba Cloud lies here
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // public in form, but answers only inside Azure, about the machine
  ['169.254.0.0', 16], // link-local; metadata services of clouds
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** The only part of IPv6 from which public addresses are given out. @see RFC 4291, 2.4 */
const GLOBAL_IPV6 = ['2000::', 3] as const;
/** What in it is not public. @see IANA IPv6 Special-Purpose Address Registry */
const CLOSED_IPV6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23], // Teredo, ORCHID, benchmarks
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4 carries any IPv4 address inside
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];
/** Networks that have IPv6 alone reach the IPv4 net so; the address inside is what counts. @see RFC 6052 */
const NAT64 = ['64:ff9b::', 96] as const;

const closed = new BlockList();
for (const [network, prefix] of CLOSED_IPV4) closed.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of CLOSED_IPV6) closed.addSubnet(network, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet(...GLOBAL_IPV6, 'ipv6');
const translated = new BlockList();
translated.addSubnet(...NAT64, 'ipv6');

/**
 * Whether an IP address is one of the public net. Loopback, private, link-local, shared, multicast and reserved
 * addresses are not, nor IPv6 addresses that carry one of IPv4 inside, but for NAT64 of a public one.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  if (translated.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address));
  return global.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** The end of an IPv6 address, as IPv4 is written. */
function lastFourBytes(address: string): string {
  // The URL parser writes every spelling in hexadecimal groups.
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':');
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
