import {
  type Attachments,
  type Block,
  type Code,
  type Inline,
  labelGap,
  type MathBlock,
  plainText,
  type Quote,
  type Verse,
} from '../../model/index.js';
import type { StyleName } from '../../style/index.js';
import type { WritingContext } from './context.js';
import { writeFigure } from './figures.js';
import { writeFormula } from './formulas.js';
import { writeInlines } from './inlines.js';
import { writeList } from './lists.js';
import { writeSection } from './sections.js';
import { writeTable } from './tables.js';
import { element, type XmlElement } from './xml.js';

/** A run of blocks; a kind that has nothing to show gives no element. */
export function writeBlocks(blocks: readonly Block[], context: WritingContext): XmlElement[] {
  return blocks.flatMap((block) => writeBlock(block, context));
}

function writeBlock(block: Block, context: WritingContext): XmlElement[] {
  switch (block.type) {
    case 'section':
      return writeSection(block, context, writeBlocks);
    case 'paragraph':
      return [paragraph(context.paragraphClass, block.children, context)];
    case 'salutation':
      return [paragraph('salutation', block.children, context)];
    case 'list':
      return [writeList(block, context, writeBlocks)].filter((list) => list !== undefined);
    case 'quote':
      return block.children.length > 0 || block.attribution ? [writeQuote(block, context)] : [];
    case 'verse':
      return [writeVerse(block, context)];
    case 'code':
      return [writeCode(block, context)];
    case 'math':
      return [writeMath(block, context)];
    case 'table':
      return writeTable(block, context, writeBlocks);
    case 'figure':
      return [writeFigure(block, block.caption ? writeInlines(block.caption, context) : [], context)];
    case 'break':
      return [
        block.text === undefined
          ? element('hr', { class: 'scene-break' })
          : element('p', { class: 'scene-break' }, [block.text]),
      ];
    case 'signature':
      return [
        element(
          'div',
          { class: 'signature' },
          block.lines.map((line) => paragraph(undefined, line, context)),
        ),
      ];
    case 'attachments':
      return [writeAttachments(block, context)];
  }
}

function paragraph(
  className: StyleName | undefined,
  inlines: readonly Inline[],
  context: WritingContext,
): XmlElement {
  return element('p', { class: className }, writeInlines(inlines, context));
}

function writeQuote({ children, attribution }: Quote, context: WritingContext): XmlElement {
  const { paragraphClass: _outer, ...outside } = context;
  const inside: WritingContext = { ...outside, nested: true };
  const words = attribution ? [context.words.dash, ...writeInlines(attribution, inside)] : [];
  return element('blockquote', { class: 'quote' }, [
    ...writeBlocks(children, inside),
    ...(attribution ? [element('p', { class: 'quote-attribution' }, words)] : []),
  ]);
}

/** A stanza is a paragraph; its lines end where the poet ended them. */
function writeVerse({ lines }: Verse, context: WritingContext): XmlElement {
  const stanzas: Inline[][] = [[]];
  for (const line of lines) {
    const stanza = stanzas.at(-1) as Inline[];
    if (plainText(line) === '' && line.length === 0) stanzas.push([]);
    else stanza.push(...(stanza.length > 0 ? [{ type: 'lineBreak' } as const] : []), ...line);
  }
  return element(
    'div',
    { class: 'verse' },
    stanzas.filter((stanza) => stanza.length > 0).map((stanza) => paragraph(undefined, stanza, context)),
  );
}

/** 附件：1.… in the first line, the others under it (GB/T 9704—2012, 附件说明). */
function writeAttachments({ items }: Attachments, context: WritingContext): XmlElement {
  return element(
    'div',
    { class: 'attachments' },
    items.map(({ label, children }, index) =>
      element('p', {}, [
        ...(index === 0 ? [element('span', { class: 'attachments-word' }, [context.words.attachments])] : []),
        ...(label ? [label.text + labelGap(label)] : []),
        ...writeInlines(children, context),
      ]),
    ),
  );
}

/** Words that have a colour are spans of their kind; text of one kind alone stays text. */
function writeCode(code: Code, { highlight }: WritingContext): XmlElement {
  const words = highlight(code).map(({ text, kind }) =>
    kind === undefined ? text : element('span', { class: `code-${kind}` }, [text]),
  );
  const written = words.length === 0 ? [code.text] : words;
  return element('pre', { class: 'code' }, [
    { ...element('code', { class: languageClass(code.language) }, written), joined: true },
  ]);
}

/** `language-js`, as highlighters expect it; a name that is no single word is left out. */
function languageClass(language: string | undefined): string | undefined {
  return language && /^[\w+#.-]+$/.test(language) ? `language-${language}` : undefined;
}

/** A formula in the middle of its line, or the TeX that none could be made of. */
function writeMath({ tex }: MathBlock, context: WritingContext): XmlElement {
  const formula = writeFormula(tex, 'block', context);
  if (formula) return element('div', { class: 'formula' }, [formula]);
  return element('pre', { class: 'code' }, [element('code', { class: languageClass('tex') }, [tex])]);
}
