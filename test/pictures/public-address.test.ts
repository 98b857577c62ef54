import { expect, test } from 'vitest';
import { isPublicAddress } from '../../src/pictures/public-address.js';

test.each([
  '8.8.8.8',
  '114.114.114.114',
  '1.1.1.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.0.1.1',
  '100.63.0.1',
  '223.5.5.5',
])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

test.each(['2400:3200::1', '2606:4700::6810:85e5', '2a00:1450:4001:80b::200e', '64:ff9b::808:808'])(
  '%s is public',
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each([
  ['this host', '0.0.0.0'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['carriers’ own', '100.64.0.1'],
  ['metadata of Alibaba Cloud', '100.100.100.200'],
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.254'],
  ['metadata of clouds', '169.254.169.254'],
  ['the machine’s host at Azure', '168.63.129.16'],
  ['documentation', '192.0.2.1'],
  ['benchmarks', '198.18.0.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
])('%s: %s is not', (_what, address) => expect(isPublicAddress(address)).toBe(false));

test.each([
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['loopback of IPv4, mapped', '::ffff:127.0.0.1'],
  ['loopback of IPv4, mapped, in hexadecimal', '::ffff:7f00:1'],
  ['public, but mapped', '::ffff:8.8.8.8'],
  ['IPv4, compatible', '::127.0.0.1'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['unique local', 'fd00::1'],
  ['metadata of AWS', 'fd00:ec2::254'],
  ['site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['documentation', '2001:db8::1'],
  ['Teredo', '2001::1'],
  ['6to4 of loopback', '2002:7f00:1::'],
  ['NAT64 of loopback', '64:ff9b::7f00:1'],
  ['NAT64 of a private address', '64:ff9b::192.168.0.1'],
  ['NAT64 of a network’s own', '64:ff9b:1::808:808'],
  ['no address', 'example.org'],
  ['nothing', ''],
])('%s: %s is not', (_what, address) => expect(isPublicAddress(address)).toBe(false));
