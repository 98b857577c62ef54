import { type ParagraphChild, Run } from 'docx';
import { NativeElement } from './xml.js';

/**
 * A field that shows `cached` until Word works it out again: begin, instruction, separator, result, end. None of
 * ours is dirty, since Word asks its reader before it updates a dirty field.
 *
 * @see ISO/IEC 29500-1, 17.16.18 (fldChar)
 */
export function field(instruction: string, cached: readonly ParagraphChild[]): ParagraphChild[] {
  return [...fieldStart(instruction), ...cached, fieldEnd()];
}

/** The beginning of a field whose result spans several paragraphs. */
export function fieldStart(instruction: string): ParagraphChild[] {
  return [
    mark('begin'),
    new Run({
      children: [new NativeElement('instrText', { 'xml:space': 'preserve' }, [` ${instruction} `])],
    }),
    mark('separate'),
  ];
}

export function fieldEnd(): ParagraphChild {
  return mark('end');
}

function mark(type: 'begin' | 'separate' | 'end'): Run {
  return new Run({ children: [new NativeElement('fldChar', { fldCharType: type })] });
}
