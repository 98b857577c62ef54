import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fontConfiguration } from './office.js';
import { mustRun } from './tools.js';

const require = createRequire(import.meta.url);

/** A screen: `paged` as e-readers show a book, `scrolled` as one long page a file. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly flow?: 'paged' | 'scrolled';
  /** As a reader's night mode has it: its own colours on every page. */
  readonly night?: true;
}

/** The part of a page that puppeteer-core gives us; its own types are not installed for the project. */
interface BrowserPage {
  setViewport(size: { width: number; height: number }): Promise<void>;
  goto(address: string): Promise<unknown>;
  waitForFunction(condition: string, options?: { timeout: number }): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  screenshot(options: { path: string }): Promise<unknown>;
  close(): Promise<void>;
}

interface Browser {
  newPage(): Promise<BrowserPage>;
  close(): Promise<void>;
}

export const NIGHT = { paper: 'rgb(17, 17, 17)', ink: 'rgb(221, 221, 221)' } as const;

/** Books opened in epub.js, a reader that runs in Chromium, with our faces alone. */
export class Reader {
  readonly #browser: Browser;
  readonly #server: Server;
  #book: Buffer = Buffer.alloc(0);

  private constructor(browser: Browser, server: Server) {
    this.#browser = browser;
    this.#server = server;
  }

  static async start(): Promise<Reader> {
    const { default: puppeteer } = (await import(require.resolve('puppeteer-core'))) as {
      default: { launch(options: object): Promise<Browser> };
    };
    const browser = await puppeteer.launch({
      executablePath: mustRun('which', 'chromium').trim(),
      env: { ...process.env, FONTCONFIG_FILE: fontConfiguration() },
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'],
    });
    const server = createServer();
    const reader = new Reader(browser, server);
    server.on('request', (request, response) => {
      const [type, body] = reader.#answer(request.url ?? '/');
      response.setHeader('content-type', type);
      response.end(body);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return reader;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }

  async open(file: string, screen: Screen): Promise<OpenBook> {
    this.#book = readFileSync(file);
    const page = await this.#browser.newPage();
    await page.setViewport({ width: screen.width, height: screen.height });
    const { port } = this.#server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/?${encodeURIComponent(JSON.stringify(screen))}`);
    await page.waitForFunction('window.ready === true', { timeout: 60_000 });
    return new OpenBook(page);
  }

  #answer(url: string): [type: string, body: string | Buffer] {
    if (url.startsWith('/?')) return ['text/html; charset=utf-8', PAGE];
    if (url === '/book.epub') return ['application/epub+zip', this.#book];
    const script = { '/jszip.js': 'jszip/dist/jszip.min.js', '/epub.js': 'epubjs/dist/epub.min.js' }[url];
    return script ? ['text/javascript', readFileSync(require.resolve(script))] : ['text/plain', ''];
  }
}

/** A book that is open in the reader. */
export class OpenBook {
  readonly #page: BrowserPage;

  constructor(page: BrowserPage) {
    this.#page = page;
  }

  /** Turns to a file of the book, or a place in it. */
  async go(href: string): Promise<void> {
    await this.#page.evaluate(`rendition.display(${JSON.stringify(href)})`);
    // fonts and pictures settle after the page is there
    await new Promise((settled) => setTimeout(settled, 400));
  }

  /** What a script finds; `page` in it is the document that is shown, `book` the book. */
  async see<Seen>(script: string): Promise<Seen> {
    const wrapped = `(() => { const page = document.querySelector('iframe').contentDocument; return (${script}); })()`;
    return (await this.#page.evaluate(wrapped)) as Seen;
  }

  async picture(path: string): Promise<void> {
    await this.#page.screenshot({ path });
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

const PAGE = `<!doctype html><meta charset="utf-8">
<body style="margin:0"><div id="view"></div><script src="/jszip.js"></script><script src="/epub.js"></script><script>
const screen = JSON.parse(decodeURIComponent(location.search.slice(1)));
const view = document.getElementById('view');
Object.assign(view.style, { width: screen.width + 'px', height: screen.height + 'px' });
const book = ePub('/book.epub');
const flow = screen.flow === 'scrolled' ? 'scrolled-doc' : 'paginated';
const rendition = book.renderTo('view', { width: screen.width, height: screen.height, flow, spread: 'none' });
if (screen.night) {
  document.body.style.background = '${NIGHT.paper}';
  rendition.themes.default({ html: { background: '${NIGHT.paper} !important' }, body: { color: '${NIGHT.ink} !important' } });
}
rendition.display().then(() => book.ready).then(() => { window.ready = true; });
</script>`;
