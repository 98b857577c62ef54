import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  type FetchLimits,
  imageFetcher,
  type NetRules,
  publicImageFetcher,
} from '../../src/pictures/fetch-public.js';
import { isPublicAddress } from '../../src/pictures/public-address.js';

const seen: IncomingMessage[] = [];
let server: Server;
let port = 0;

/** What the server gives at each path. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/a.png': (response) => response.end('picture'),
  '/to-a': (response) => response.writeHead(302, { location: '/a.png' }).end(),
  '/circle': (response) => response.writeHead(301, { location: '/circle' }).end(),
  '/to-loopback': (response) => response.writeHead(302, { location: 'http://127.0.0.1/a.png' }).end(),
  '/to-metadata': (response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/to-private-name': (response) =>
    response.writeHead(302, { location: `http://inside.test:${port}/a.png` }).end(),
  '/to-file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/large-stated': (response) => response.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5000)),
  '/large-unstated': (response) => {
    response.write('x'.repeat(900));
    response.end('x'.repeat(900));
  },
  '/never': (response) => void response.write('x'),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    const answer = ANSWERS[request.url ?? ''];
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
});

/** A net in which the server on this machine is public under the name `site.test`. */
function tinyNet(resolved: readonly string[] = ['127.0.0.1']): NetRules {
  return {
    isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
    ports: new Set(['', String(port)]),
    resolve: async (name) =>
      (name === 'inside.test' ? ['10.0.0.1'] : resolved).map((address) => ({ address, family: 4 })),
  };
}

async function fetched(path: string, limits: FetchLimits = {}, page?: string): Promise<string> {
  return outcome(await imageFetcher(limits, tinyNet())(`http://site.test:${port}${path}`, page));
}

type Answer = Awaited<ReturnType<ReturnType<typeof imageFetcher>>>;
const outcome = (answer: Answer): string =>
  'bytes' in answer ? new TextDecoder().decode(answer.bytes) : `${answer.refused}: ${answer.detail}`;

test('a picture comes, also after a redirect', async () => {
  expect(await fetched('/a.png')).toBe('picture');
  expect(await fetched('/to-a')).toBe('picture');
});

test('no cookie and no more than the origin of the page is sent', async () => {
  await fetched('/a.png', {}, 'http://mp.example.com/s?secret=1#x');
  expect(seen[0]?.headers).toMatchObject({
    referer: 'http://mp.example.com/',
    'accept-encoding': 'identity',
  });
  expect(seen[0]?.headers.cookie).toBeUndefined();
});

test.each([['https://mp.example.com/s'], [undefined], ['file:///home/me/a.html']])(
  'of the page %s nothing is sent to an open address',
  async (page) => {
    await fetched('/a.png', {}, page);
    expect(seen[0]?.headers.referer).toBeUndefined();
  },
);

test('what the environment says of proxies is not heard', async () => {
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9');
  vi.stubEnv('http_proxy', 'http://127.0.0.1:9');
  vi.stubEnv('NODE_USE_ENV_PROXY', '1');
  expect(await fetched('/a.png')).toBe('picture');
  vi.unstubAllEnvs();
});

test.each([
  ['/none', 'failed: HTTP 404'],
  ['/circle', 'failed: over 5 redirects'],
  ['/to-metadata', 'address: http://169.254.169.254'],
  ['/to-file', 'address: file:'],
])('%s: %s', async (path, expected) => {
  expect(await fetched(path)).toBe(expected);
});

test('a redirect to a name inside is looked at like the first address', async () => {
  expect(await fetched('/to-private-name')).toBe('address: inside.test');
  expect(seen).toHaveLength(1);
});

test('a redirect to loopback is refused by the rules of the public net', async () => {
  const rules: NetRules = { ...tinyNet(), isAllowed: isPublicAddress };
  // Only the first step is let through, as if a public server had answered.
  let step = 0;
  const fetch = imageFetcher(
    {},
    { ...rules, isAllowed: (address) => step++ === 0 || isPublicAddress(address) },
  );
  expect(outcome(await fetch(`http://site.test:${port}/to-loopback`))).toBe('address: http://127.0.0.1');
});

test.each([
  'http://127.0.0.1/a.png',
  'http://localhost/a.png',
  'http://2130706433/a.png',
  'http://0x7f000001/a.png',
  'http://0177.0.0.1/a.png',
  'http://127.1/a.png',
  'http://0/a.png',
  'http://[::1]/a.png',
  'http://[::ffff:127.0.0.1]/a.png',
  'http://[64:ff9b::7f00:1]/a.png',
  'http://169.254.169.254/latest/meta-data/',
  'http://\uFF11\uFF12\uFF17.0.0.1/a.png',
  'http://user:secret@example.org/a.png',
  'http://example.org:22/a.png',
  'https://example.org:8443/a.png',
  'ftp://example.org/a.png',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'not an address',
])('%s is refused by default', async (address) => {
  const answer = await publicImageFetcher()(address);
  expect(answer).toMatchObject({ refused: 'address' });
  expect(JSON.stringify(answer)).not.toContain('secret');
});

test('the server on this machine is refused by default, at the port of the test too', async () => {
  expect(outcome(await publicImageFetcher()(`http://127.0.0.1:${port}/a.png`))).toContain('address');
  expect(seen).toEqual([]);
});

test('one inner address among those of a name refuses them all', async () => {
  const fetch = imageFetcher({}, tinyNet(['127.0.0.1', '10.0.0.1']));
  expect(outcome(await fetch(`http://site.test:${port}/a.png`))).toBe('address: site.test');
  expect(seen).toEqual([]);
});

test('a name is asked once: what it says later does not count', async () => {
  let asked = 0;
  const rebinding: NetRules = {
    ...tinyNet(),
    resolve: async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    },
  };
  expect(outcome(await imageFetcher({}, rebinding)(`http://site.test:${port}/a.png`))).toBe('picture');
  expect(asked).toBe(1);
});

test('a name without an address fails', async () => {
  expect(outcome(await imageFetcher({}, tinyNet([]))(`http://site.test:${port}/a.png`))).toBe(
    'failed: ENOTFOUND',
  );
});

test.each(['/large-stated', '/large-unstated'])('%s ends at the limit', async (path) => {
  expect(await fetched(path, { maxBytes: 1024 })).toBe('large: 1024 B');
});

test('all pictures together have a limit, and so has their number', async () => {
  const fetch = imageFetcher({ maxTotalBytes: 10 }, tinyNet());
  const address = `http://site.test:${port}/a.png`;
  expect([outcome(await fetch(address)), outcome(await fetch(address))]).toEqual(['picture', 'large: 10 B']);
  const few = imageFetcher({ maxPictures: 1 }, tinyNet());
  expect([outcome(await few(address)), outcome(await few(address))]).toEqual(['picture', 'many: 1']);
});

test('one that never ends is given up', async () => {
  expect(await fetched('/never', { timeoutMs: 100 })).toBe('failed: ETIMEDOUT');
  expect(await fetched('/never', { totalTimeoutMs: 100 })).toBe('failed: ETIMEDOUT');
});

test('four at once at most, and progress counts them all', async () => {
  let [open, most] = [0, 0];
  const rules: NetRules = {
    ...tinyNet(),
    resolve: async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      return [{ address: '127.0.0.1', family: 4 }];
    },
  };
  const heard: string[] = [];
  const fetch = imageFetcher({ onProgress: (done, asked) => heard.push(`${done}/${asked}`) }, rules);
  await Promise.all(Array.from({ length: 12 }, () => fetch(`http://site.test:${port}/a.png`)));
  expect(most).toBeLessThanOrEqual(4);
  expect(heard.at(-1)).toBe('12/12');
});
