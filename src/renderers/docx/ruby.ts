import { type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import { isZhuyin } from '../../model/index.js';
import { toHalfPoints } from '../../style/index.js';
import { scriptSegments } from './scripts.js';
import { NativeElement } from './xml.js';

/** A reading is half as high as its base: CLREQ, ruby. */
const READING_EM = 0.5;
/** Zhuyin stands in a column at the right, which Word has an alignment for. */
const ZHUYIN = { readingEm: 0.3, align: 'rightVertical', language: 'zh-TW' };
const ABOVE = { readingEm: READING_EM, align: 'center', language: 'zh-CN' };

/**
 * A run with a reading over it (`w:ruby`), which the library does not have. Only a source with ruby should bring
 * one about: some readers of Word files lose the base along with the reading.
 *
 * @see ISO/IEC 29500-1, 17.3.3.25 (ruby)
 */
export function rubyRun(base: string, reading: string, sizePt: number, options: IRunOptions): ParagraphChild {
  const size = toHalfPoints(sizePt);
  const { readingEm, align, language } = isZhuyin(reading) ? ZHUYIN : ABOVE;
  const readingSize = toHalfPoints(sizePt * readingEm);
  const run = (text: string, own: IRunOptions): TextRun[] =>
    scriptSegments(text).map(
      (segment) =>
        new TextRun({ ...own, ...(segment.eastAsian && { font: { hint: 'eastAsia' } }), text: segment.text }),
    );
  const properties = new NativeElement('rubyPr', {}, [
    new NativeElement('rubyAlign', { val: align }),
    new NativeElement('hps', { val: readingSize }),
    new NativeElement('hpsRaise', { val: Math.max(0, size - 2) }),
    new NativeElement('hpsBaseText', { val: size }),
    new NativeElement('lid', { val: language }),
  ]);
  return new NativeElement('r', {}, [
    new NativeElement('ruby', {}, [
      properties,
      new NativeElement('rt', {}, run(reading, { ...options, size: readingSize })),
      new NativeElement('rubyBase', {}, run(base, options)),
    ]),
  ]) as unknown as ParagraphChild;
}
