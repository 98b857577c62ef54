import { type ParagraphStyle, type StyleSheet, toTwips } from '../../style/index.js';
import { hasEvenPages } from './running-heads.js';
import { properties } from './schema-order.js';
import { hasHeads } from './section-starts.js';
import { type RunningStyle, runningId, type Side } from './word-styles.js';
import { w, type XmlElement } from './xml.js';

/** Even pages lie on the left; where pages turn the other way, odd ones do, and single ones are like them. */
function outsideIsLeft(side: Side, { page, direction }: StyleSheet): boolean {
  return (page.facing && side === 'even') !== (direction === 'vertical');
}

/** Where the line of a side stands: on facing pages what is at an edge goes to the other one on the even page. */
export function runningPlace(name: RunningStyle, side: Side, sheet: StyleSheet): XmlElement[] {
  const { pageNumber, styles } = sheet;
  const isNumber = name === 'page-number';
  const align: ParagraphStyle['align'] =
    isNumber && pageNumber.place === 'outside' ? 'end' : styles[name].align;
  if (align === 'center' || (isNumber && pageNumber.place === 'center')) return [w('jc', { val: 'center' })];
  const edge = (align === 'end') === outsideIsLeft(side, sheet) ? 'left' : 'right';
  const inset = isNumber ? toTwips(pageNumber.insetEm * styles[name].sizePt) : 0;
  return [...(inset === 0 ? [] : [w('ind', { [edge]: inset })]), w('jc', { val: edge })];
}

/** A thin rule under the head, as Word's own header has it. */
export const headRule = ({ runningHead }: StyleSheet): XmlElement | false =>
  runningHead.rule && w('pBdr', {}, w('bottom', { val: 'single', sz: 4, space: 1, color: 'auto' }));

/** Styles of the even pages where they differ, and of a head that says nothing where heads have a rule. */
export function runningVariants(sheet: StyleSheet): XmlElement[] {
  const even = (name: RunningStyle, label: string): XmlElement[] => {
    const id = runningId(name, 'even', sheet);
    if (!hasEvenPages(sheet) || id === runningId(name, 'odd', sheet)) return [];
    return [variant(id, label, runningId(name, 'odd', sheet), runningPlace(name, 'even', sheet))];
  };
  const blank = runningId('running-head', 'odd', sheet, true);
  const noRule = w('pBdr', {}, w('bottom', { val: 'none', sz: 0, space: 0, color: 'auto' }));
  return [
    ...(hasHeads(sheet) ? even('running-head', '偶数页页眉') : []),
    ...(sheet.pageNumber.show ? even('page-number', '偶数页页脚') : []),
    ...(sheet.runningHead.rule ? [variant(blank, '无字页眉', 'Header', [noRule])] : []),
  ];
}

function variant(id: string, name: string, basedOn: string, look: readonly XmlElement[]): XmlElement {
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: id },
    w('name', { val: name }),
    w('basedOn', { val: basedOn }),
    w('uiPriority', { val: 99 }),
    properties('w:pPr', look),
  );
}
