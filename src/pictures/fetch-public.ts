// The only code of paiban that opens a connection, and only for callers that pass what is made here to a reader.
import { lookup as systemLookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** A picture from the net, or why it was not had. */
export type FetchedImage =
  | { readonly bytes: Uint8Array }
  | { readonly refused: FetchRefusal; readonly detail: string };

/** The address may not be asked; the picture, or all together, are too large; too many were asked for; it did not come. */
export type FetchRefusal = 'address' | 'large' | 'many' | 'failed';

/** Called with an address, and with that of the page that shows the picture, if it is known. */
export type PublicImageFetcher = (address: string, page?: string) => Promise<FetchedImage>;

export interface FetchLimits {
  /** Of one picture; 20 MiB when absent. */
  readonly maxBytes?: number;
  /** Of all pictures of this fetcher; 200 MiB when absent. */
  readonly maxTotalBytes?: number;
  /** Requests of this fetcher, redirects not counted; 300 when absent. */
  readonly maxPictures?: number;
  /** For one picture, in milliseconds; 20,000 when absent. */
  readonly timeoutMs?: number;
  /** For all that is asked of this fetcher, from its first request on; 180,000 when absent. */
  readonly totalTimeoutMs?: number;
  /** Hears of each picture that has come or failed, and of how many were asked for so far. */
  readonly onProgress?: (done: number, asked: number) => void;
}

/** What a fetcher takes the net to be. Only tests have another than {@link PUBLIC_NET}. */
export interface NetRules {
  readonly isAllowed: (address: string) => boolean;
  readonly ports: ReadonlySet<string>;
  /** Every address of a name. */
  readonly resolve: (
    name: string,
  ) => Promise<readonly { readonly address: string; readonly family: number }[]>;
}

/** The standard ports of http and https, which `URL` writes as an empty string. */
const PUBLIC_NET: NetRules = {
  isAllowed: isPublicAddress,
  ports: new Set(['', '80', '443']),
  resolve: (name) => systemLookup(name, { all: true }),
};

const MIB = 1024 * 1024;
const USUAL = {
  maxBytes: 20 * MIB,
  maxTotalBytes: 200 * MIB,
  maxPictures: 300,
  timeoutMs: 20_000,
  totalTimeoutMs: 180_000,
};
const MOST_REDIRECTS = 5;
/** Browsers open six connections a host; a guest opens fewer. */
const AT_ONCE = 4;

class Refusal extends Error {
  readonly refused: FetchRefusal;

  constructor(refused: FetchRefusal, detail: string) {
    super(detail);
    this.refused = refused;
  }
}

/**
 * Fetches pictures from public http(s) addresses and from nowhere else, for `ReadOptions.fetchImage`. Never throws.
 *
 * Names are resolved here, every address of a name must be public, and the connection goes to the address that was
 * looked at, so that a name cannot change its mind. Redirects, five at most, are looked at likewise. There are no
 * cookies, no credentials and no proxies. `Referer` is the origin of the page, as browsers send it to other sites:
 * pictures of many Chinese sites come only with it.
 */
export function publicImageFetcher(limits: FetchLimits = {}): PublicImageFetcher {
  return imageFetcher(limits, PUBLIC_NET);
}

/** {@link publicImageFetcher} for a net with rules of its own. */
export function imageFetcher(limits: FetchLimits, rules: NetRules): PublicImageFetcher {
  const client = new Client({ ...USUAL, ...limits }, rules);
  return (address, page) => client.fetch(address, page);
}

class Client {
  readonly #limits: Required<Omit<FetchLimits, 'onProgress'>> & FetchLimits;
  readonly #rules: NetRules;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #asked = 0;
  #done = 0;
  #bytes = 0;
  #end: AbortSignal | undefined;

  constructor(limits: Required<Omit<FetchLimits, 'onProgress'>> & FetchLimits, rules: NetRules) {
    this.#limits = limits;
    this.#rules = rules;
  }

  async fetch(address: string, page: string | undefined): Promise<FetchedImage> {
    this.#asked += 1;
    const { maxPictures, timeoutMs, totalTimeoutMs } = this.#limits;
    const isOneTooMany = this.#asked > maxPictures;
    await this.#turn();
    this.#end ??= AbortSignal.timeout(totalTimeoutMs);
    const signal = AbortSignal.any([this.#end, AbortSignal.timeout(timeoutMs)]);
    try {
      if (isOneTooMany) throw new Refusal('many', String(maxPictures));
      return { bytes: await this.#follow(address, page, signal) };
    } catch (error) {
      if (error instanceof Refusal) return { refused: error.refused, detail: error.message };
      // A connection that is given up in the middle says that it was reset.
      return { refused: 'failed', detail: signal.aborted ? 'ETIMEDOUT' : reasonOf(error) };
    } finally {
      this.#done += 1;
      this.#running -= 1;
      this.#waiting.shift()?.();
      this.#limits.onProgress?.(this.#done, this.#asked);
    }
  }

  /** Waits until fewer than {@link AT_ONCE} are under way. */
  async #turn(): Promise<void> {
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
  }

  async #follow(address: string, page: string | undefined, signal: AbortSignal): Promise<Uint8Array> {
    let url = this.#checked(address, undefined);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await this.#request(url, page, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.destroy();
        url = this.#checked(headers.location, url);
        continue;
      }
      if (statusCode !== 200) {
        response.destroy();
        throw new Refusal('failed', `HTTP ${statusCode}`);
      }
      return await this.#body(response);
    }
    throw new Refusal('failed', `over ${MOST_REDIRECTS} redirects`);
  }

  /** An address that may be asked; names are looked at when they are resolved. */
  #checked(address: string, base: URL | undefined): URL {
    const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
    if (!url) throw new Refusal('address', address.slice(0, 80));
    const { protocol, username, password, port } = url;
    const isWeb = protocol === 'http:' || protocol === 'https:';
    if (!isWeb || username !== '' || password !== '' || !this.#rules.ports.has(port))
      throw new Refusal('address', shown(url));
    // Names in numbers (2130706433, 0x7f.1) are addresses to `URL`, which writes them as such.
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal) !== 0 && !this.#rules.isAllowed(literal)) throw new Refusal('address', shown(url));
    return url;
  }

  async #request(url: URL, page: string | undefined, signal: AbortSignal): Promise<IncomingMessage> {
    const isSecure = url.protocol === 'https:';
    // Loaded with the first picture: most articles need neither, and both take as long to load as a page to be set.
    const { get, Agent } = isSecure ? await import('node:https') : await import('node:http');
    const referer = originOf(page, isSecure);
    return new Promise((resolve, reject) => {
      const request = get(
        url,
        {
          // An agent of its own: the shared one may have been told of proxies by the environment.
          agent: new Agent({ keepAlive: false }),
          lookup: this.#lookup,
          signal,
          headers: {
            Accept: 'image/png,image/jpeg,image/gif,image/webp,image/svg+xml,image/bmp;q=0.9,*/*;q=0.1',
            'Accept-Encoding': 'identity',
            'User-Agent': 'Mozilla/5.0 (compatible; paiban)',
            ...(referer !== undefined && { Referer: referer }),
          },
        },
        resolve,
      );
      request.on('error', reject);
    });
  }

  /** The addresses of a name, all of them looked at; the connection is made to these and asks nobody again. */
  readonly #lookup: LookupFunction = (name, options, answer) => {
    this.#rules
      .resolve(name)
      .then((found) => {
        if (found.length === 0) throw new Refusal('failed', 'ENOTFOUND');
        if (!found.every(({ address }) => this.#rules.isAllowed(address))) throw new Refusal('address', name);
        if (options.all === true) answer(null, [...found]);
        else answer(null, found[0]?.address ?? '', found[0]?.family);
      })
      .catch((error: unknown) => answer(error as NodeJS.ErrnoException, ''));
  };

  async #body(response: IncomingMessage): Promise<Uint8Array> {
    const { maxBytes, maxTotalBytes } = this.#limits;
    const stated = Number(response.headers['content-length'] ?? 0);
    const chunks: Buffer[] = [];
    let length = 0;
    const check = (more: number): void => {
      if (length + more > maxBytes) throw new Refusal('large', formatBytes(maxBytes));
      if (this.#bytes + more > maxTotalBytes) throw new Refusal('large', formatBytes(maxTotalBytes));
    };
    try {
      check(Number.isFinite(stated) ? stated : 0);
      for await (const chunk of response as AsyncIterable<Buffer>) {
        check(chunk.length);
        length += chunk.length;
        this.#bytes += chunk.length;
        chunks.push(chunk);
      }
    } finally {
      response.destroy();
    }
    return new Uint8Array(Buffer.concat(chunks));
  }
}

/** As browsers do by default: the origin alone, and nothing from a secure page to an open address. */
function originOf(page: string | undefined, isSecure: boolean): string | undefined {
  if (page === undefined || !URL.canParse(page)) return undefined;
  const { protocol, origin } = new URL(page);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return protocol === 'https:' && !isSecure ? undefined : `${origin}/`;
}

/** Without what may be secret. */
function shown({ protocol, host }: URL): string {
  return host === '' ? protocol : `${protocol}//${host}`;
}

function formatBytes(bytes: number): string {
  return bytes < MIB ? `${bytes} B` : `${Math.floor(bytes / MIB)} MiB`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
