import type { Inline } from '../../model/index.js';
import { toScript } from '../html/scripts.js';
import { sideMark } from '../html/side-marks.js';
import { toTerm } from '../html/term-marks.js';
import { addressOf } from './bare-address.js';
import type { DocumentContext } from './document-context.js';
import type { InlineNotation } from './inline-notations.js';
import { texOf } from './math.js';
import { RUBY_PATTERN, rubyOf } from './ruby-notation.js';
import { siteTagInlines } from './site-tags.js';
import type { NotationNode } from './syntax-tree.js';

type Converter = (written: string, context: DocumentContext) => Inline[];

/** What each notation inside a paragraph means. */
const CONVERTERS: Readonly<Record<InlineNotation, Converter>> = {
  address: (written, context) => {
    const url = context.linkAddress(addressOf(written));
    const children = textOf(written);
    return url === undefined ? children : [{ type: 'link', url, children }];
  },
  embed: (written, context) => embedded(written.slice(3, -2), context),
  'inline-note': (written, context) => [
    { type: 'noteReference', noteId: context.inlineNoteId(written.slice(2, -1)) },
  ],
  lowered: (written) => textOf(toScript(written.slice(1, -1), 'sub')),
  mark: (written) => [{ type: 'strong', children: textOf(written.slice(2, -2)) }],
  math: (written, context) => [{ type: 'math', tex: context.clean(texOf(written)).replace(/\s+/g, ' ') }],
  raised: (written) => textOf(toScript(written.slice(1, -1), 'sup')),
  ruby: (written) => {
    RUBY_PATTERN.lastIndex = 0;
    const found = RUBY_PATTERN.exec(written);
    return (found && rubyOf(found)) ?? textOf(written);
  },
  'site-tag': siteTagInlines,
  span: spanInlines,
  strike: (written) => [{ type: 'strike', children: textOf(written.slice(1, -1)) }],
  'wiki-link': (written, context) => wikiLink(written.slice(2, -2), context),
};

/** A notation as inlines. */
export function notationInlines({ name, value }: NotationNode, context: DocumentContext): Inline[] {
  return Object.hasOwn(CONVERTERS, name) ? CONVERTERS[name as InlineNotation](value, context) : textOf(value);
}

/**
 * `[重点]{.underline}` and `[史記]{.wavy}` of pandoc, and `[术语]{.index}`, which may say `term`, `sub` and `reading`; other
 * classes change nothing.
 */
function spanInlines(written: string): Inline[] {
  const [, text = written, attributes = ''] = /^\[([^\]]*)\]\{([^}]*)\}/.exec(written) ?? [];
  const values = new Map<string, string>();
  const classes = attributes
    .replace(SPAN_VALUE, (_, name: string, double?: string, single?: string, bare?: string) => {
      values.set(name.toLowerCase(), double ?? single ?? bare ?? '');
      return '';
    })
    .toLowerCase()
    .match(/\.[a-z-]+/g);
  const names = (classes ?? []).map((name) => name.slice(1));
  const term = names.includes('index') ? toTerm(values.get('term') || text, spanTerm(values)) : undefined;
  const mark = sideMark({ tag: 'span', classes: names.join(' '), style: new Map() });
  const inside = mark ? [{ ...mark, children: textOf(text) }] : textOf(text);
  return term ? [{ ...term, children: inside }] : inside;
}

const SPAN_VALUE = /([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'}]+))/g;

const spanTerm = (values: ReadonlyMap<string, string>): Parameters<typeof toTerm>[1] => ({
  sub: values.get('sub'),
  reading: values.get('reading'),
});

function textOf(text: string): Inline[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|bmp|avif)$/i;
/** Obsidian's width of a picture, `300` or `300x200`. */
const SIZE = /^\d{1,5}(?:x\d{1,5})?$/;

/** `![[图.png|说明]]` is a picture; another page that would be shown here is named. */
function embedded(inside: string, context: DocumentContext): Inline[] {
  const [target = '', label = ''] = inside.split('|');
  const source = target.trim();
  if (!PICTURE.test(source)) return wikiLink(inside, context);
  return [
    { type: 'image', imageId: context.addImage(source), alt: SIZE.test(label.trim()) ? '' : label.trim() },
  ];
}

/** The text that a wiki shows for a link; the page itself is not at hand. */
function wikiLink(inside: string, context: DocumentContext): Inline[] {
  const [target = '', label] = inside.split('|');
  context.dropLink(target.trim());
  return textOf((label ?? target).trim());
}
