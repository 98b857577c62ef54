import {
  type IndexTerm,
  type Inline,
  isZhuyin,
  type Link,
  type NoteReference,
  plainText,
  type Reference,
  type Ruby,
  rubyParts,
  type Underline,
} from '../../model/index.js';
import type { WritingContext } from './context.js';
import { inlinePicture } from './figures.js';
import { writeFormula } from './formulas.js';
import { linkAddress } from './link-address.js';
import { writeReference } from './references.js';
import { element, type XmlElement, type XmlNode } from './xml.js';

/** The inlines of a paragraph or heading. */
export function writeInlines(inlines: readonly Inline[], context: WritingContext): XmlNode[] {
  return inlines.flatMap((inline, index) => writeInline(inline, context, inlines[index - 1]));
}

function writeInline(inline: Inline, context: WritingContext, before: Inline | undefined): XmlNode[] {
  switch (inline.type) {
    case 'text':
      return [inline.text];
    case 'strong':
      return [element('strong', {}, writeInlines(inline.children, context))];
    case 'emphasis':
      return [element('em', {}, writeInlines(inline.children, context))];
    case 'strike':
      return [element('s', {}, writeInlines(inline.children, context))];
    case 'underline':
      return [element('u', lineClass(inline, before), writeInlines(inline.children, context))];
    case 'warichu':
      return [element('span', rowsClass(before), writeInlines(inline.children, context))];
    case 'indexTerm':
      return writeTerm(inline, context);
    case 'reference':
      return writeReferenceIn(inline, context);
    case 'code':
      return [element('code', {}, [inline.text])];
    case 'math':
      return [
        writeFormula(inline.tex, 'inline', context) ?? element('code', { class: 'math' }, [inline.tex]),
      ];
    case 'lineBreak':
      return [element('br')];
    case 'link':
      return writeLink(inline, context);
    case 'ruby':
      return rubyParts(inline).flatMap((part) =>
        part.type === 'text' ? [part.text] : writeRuby(part, context),
      );
    case 'noteReference':
      return writeNoteMark(inline, context);
    case 'image':
      return [inlinePicture(inline, context)];
  }
}

/** Two names that touch are parted, so that their lines do not run into one. */
function lineClass({ wavy }: Underline, before: Inline | undefined): Record<string, string> {
  const names = [...(wavy ? ['wavy'] : []), ...(before?.type === 'underline' ? ['next'] : [])];
  return names.length > 0 ? { class: names.join(' ') } : {};
}

/** The place that the index leads to; without an index the text alone. */
function writeTerm(term: IndexTerm, context: WritingContext): XmlNode[] {
  const id = context.record.terms.mark(term, context.file);
  const inside = writeInlines(term.children, context);
  return id === undefined ? inside : [element('span', { id }, inside)];
}

/** Readers know no rows: the remark is small, and in brackets if the author has set none around it. */
function rowsClass(before: Inline | undefined): Record<string, string> {
  const isBracketed = /[([\uFF08\u3014\uFF3B\u3008\u3010]$/.test(before ? plainText([before]) : '');
  return { class: isBracketed ? 'warichu' : 'warichu bare' };
}

/** A link cannot hold a link: an inner one gives its text, and note marks stand behind the outer one. */
function writeLink(link: Link, context: WritingContext): XmlNode[] {
  if (context.marksAfterLink) return writeInlines(link.children, context);
  const marksAfterLink: XmlNode[] = [];
  const inside = writeInlines(link.children, { ...context, marksAfterLink });
  const href = linkAddress(link.url);
  if (href === undefined) return [...inside, ...marksAfterLink];
  const text = plainText(link.children).trim() === '' ? [...inside, link.url] : inside;
  return [element('a', { href }, text), ...marksAfterLink];
}

/** A reference in a link gives its text; note marks stand behind it, as behind any link. */
function writeReferenceIn(reference: Reference, context: WritingContext): XmlNode[] {
  if (context.marksAfterLink) return writeInlines(reference.children, context);
  const marksAfterLink: XmlNode[] = [];
  const inside = writeInlines(reference.children, { ...context, marksAfterLink });
  return [writeReference(reference, inside), ...marksAfterLink];
}

/** Brackets stand around the reading where a reader cannot set it above. */
function writeRuby({ base, reading }: Ruby, { record }: WritingContext): XmlNode[] {
  if (base === '' || reading === '') return [base + reading];
  record.hasRuby = true;
  return [
    element('ruby', isZhuyin(reading) ? { class: 'zhuyin' } : {}, [
      base,
      element('rp', {}, ['\uFF08']),
      element('rt', {}, [reading]),
      element('rp', {}, ['\uFF09']),
    ]),
  ];
}

function writeNoteMark({ noteId }: NoteReference, context: WritingContext): XmlNode[] {
  const mark = noteMark(noteId, context);
  if (!context.marksAfterLink) return [mark];
  context.marksAfterLink.push(mark);
  return [];
}

function noteMark(noteId: string, { record, words, file }: WritingContext): XmlElement {
  const mark = record.notes.refer(noteId, file);
  if (!mark) {
    record.diagnostics.push({ code: 'note-undefined', values: { note: noteId } });
    return element('sup', { class: 'note-mark' }, [`[${words.noteMark}?]`]);
  }
  return element(
    'a',
    {
      class: 'note-mark',
      id: mark.id,
      href: mark.href,
      'epub:type': 'noteref',
      role: 'doc-noteref',
    },
    [`[${mark.number}]`],
  );
}
