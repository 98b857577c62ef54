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

/** A field that shows nothing: an instruction alone, hidden as Word hides its own. */
export function silentField(instruction: string): ParagraphChild[] {
  const hidden = (child: NativeElement): Run => new Run({ vanish: true, children: [child] });
  return [
    hidden(new NativeElement('fldChar', { fldCharType: 'begin' })),
    hidden(instructionText(instruction)),
    hidden(new NativeElement('fldChar', { fldCharType: 'end' })),
  ];
}

const instructionText = (instruction: string): NativeElement =>
  new NativeElement('instrText', { 'xml:space': 'preserve' }, [` ${instruction} `]);

/** The beginning of a field whose result spans several paragraphs. */
export function fieldStart(instruction: string): ParagraphChild[] {
  return [mark('begin'), new Run({ children: [instructionText(instruction)] }), mark('separate')];
}

export function fieldEnd(): ParagraphChild {
  return mark('end');
}

function mark(type: 'begin' | 'separate' | 'end'): Run {
  return new Run({ children: [new NativeElement('fldChar', { fldCharType: type })] });
}
