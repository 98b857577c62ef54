import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import * as zlib from 'node:zlib';
import { deflate } from './deflate.js';

type Load = (name: string) => unknown;

/**
 * Modules for pdfkit's own text, pictures and locks, which are ours here. With the tables that they inflate and the
 * ciphers that they prepare they took a quarter of the time in which an article is made.
 */
const RARELY_USED: ReadonlySet<string> = new Set(['fontkit', 'linebreak', 'png-js', '@noble/ciphers/aes']);

/** What Node does by itself, and deflates as all of a PDF is deflated. */
const REPLACED: Readonly<Record<string, unknown>> = {
  zlib: { ...zlib, deflateSync: deflate },
  '@noble/hashes/utils': {
    bytesToHex: (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex'),
    concatBytes: (...pieces: Uint8Array[]): Uint8Array => Buffer.concat(pieces),
  },
};

/**
 * pdfkit as its package has it, but for modules that it can do without until it asks for something in them, and those
 * that Node can stand for. A copy of its own: whoever else uses pdfkit in this process has the usual one.
 */
export function loadPdfkit(): unknown {
  const require = createRequire(import.meta.url);
  const file = require.resolve('pdfkit');
  const own = createRequire(file);
  const load: Load = (name) =>
    REPLACED[name] ?? (RARELY_USED.has(name) ? whenAsked(() => own(name)) : own(name));
  const module = { exports: {} as { default?: unknown } };
  const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];
  const run = compileFunction(readFileSync(file, 'utf8'), parameters, { filename: file });
  run(module.exports, load, module, file, dirname(file));
  return module.exports.default ?? module.exports;
}

/** Stands for a module: a namespace, or what it exports alone. */
function whenAsked(load: () => unknown): unknown {
  return new Proxy(class {}, {
    get: (_, key) => Reflect.get(load() as object, key),
    construct: (_, values) => Reflect.construct(load() as new () => object, values) as object,
  });
}
