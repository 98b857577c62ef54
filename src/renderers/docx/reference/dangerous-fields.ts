import { safeAddress } from '../inlines.js';
import { elementsOf, isNode, type XmlChild, type XmlNode } from './xml-tree.js';

/**
 * Fields that read other files, call other programs or ask the net; some of them do as soon as a file is opened.
 *
 * @see ISO/IEC 29500-1, 17.16.5
 */
const REACHING: ReadonlySet<string> = new Set([
  ...['INCLUDETEXT', 'INCLUDEPICTURE', 'INCLUDE', 'IMPORT', 'LINK', 'EMBED', 'DDE', 'DDEAUTO', 'DATABASE'],
  ...[
    'RD',
    'AUTOTEXT',
    'AUTOTEXTLIST',
    'GLOSSARY',
    'MACROBUTTON',
    'PRINT',
    'ADDIN',
    'CONTROL',
    'HTMLCONTROL',
  ],
  ...['MERGEFIELD', 'NEXT', 'NEXTIF', 'SKIPIF', 'MERGEREC', 'MERGESEQ', 'ADDRESSBLOCK', 'GREETINGLINE'],
]);

interface OpenField {
  instruction: string;
  /** Another field stands where its name is, which can then be anything. */
  isComposed: boolean;
  hasResult: boolean;
  /** Its runs: the marks and the instruction. */
  readonly marks: XmlNode[];
}

/** Turns dangerous fields of a story into what they show; returns how many there were. */
export function stopFields(root: XmlNode): number {
  const state = { open: [] as OpenField[], doomed: new Set<XmlNode>(), count: 0 };
  walk(root, state);
  remove(root, state.doomed);
  return state.count;
}

interface FieldState {
  readonly open: OpenField[];
  readonly doomed: Set<XmlNode>;
  count: number;
}

function walk(parent: XmlNode, state: FieldState): void {
  const kept: XmlChild[] = [];
  for (const each of parent.children) {
    if (!isNode(each)) {
      kept.push(each);
      continue;
    }
    if (each.name === 'w:fldChar' || each.name === 'w:instrText') take(each, state);
    walk(each, state);
    if (each.name === 'w:fldSimple' && isDangerous(each.attributes.get('w:instr') ?? '', false)) {
      state.count += 1;
      kept.push(...each.children);
    } else kept.push(each);
  }
  parent.children = kept;
}

function take(element: XmlNode, state: FieldState): void {
  const { open } = state;
  const field = open.at(-1);
  if (element.name === 'w:instrText') {
    if (!field || field.hasResult) return;
    field.instruction += element.children.filter((each) => typeof each === 'string').join('');
    field.marks.push(element);
    return;
  }
  const type = element.attributes.get('w:fldCharType');
  if (type === 'begin') {
    if (field && !field.hasResult && /^\s*\w*$/.test(field.instruction)) field.isComposed = true;
    open.push({ instruction: '', isComposed: false, hasResult: false, marks: [element] });
  } else if (field) {
    field.marks.push(element);
    if (type === 'separate') field.hasResult = true;
    else if (type === 'end') close(open.pop() ?? field, state);
  }
}

function close(field: OpenField, state: FieldState): void {
  if (!isDangerous(field.instruction, field.isComposed)) return;
  state.count += 1;
  for (const mark of field.marks) state.doomed.add(mark);
}

/** An argument of a field with the switch before it, if any: quoted, or a bare word. */
const ARGUMENT = /(\\[a-z]\s*)?(?:"([^"]*)"|([^\s"\\][^\s"]*))/gi;
/** After these stand a place in the document, a tip and a window. */
const NO_ADDRESS = /^\\[lot]/i;

function isDangerous(instruction: string, isComposed: boolean): boolean {
  const [, word = '', rest = ''] = /^\s*([A-Za-z]*)(.*)$/s.exec(instruction) ?? [];
  const name = word.toUpperCase();
  if (isComposed) return true;
  if (name !== 'HYPERLINK') return REACHING.has(name);
  const addresses = [...rest.matchAll(ARGUMENT)].filter(([, before = '']) => !NO_ADDRESS.test(before));
  return addresses.some(([, , quoted, bare]) => safeAddress(quoted ?? bare ?? '') === undefined);
}

function remove(parent: XmlNode, doomed: ReadonlySet<XmlNode>): void {
  if (doomed.size === 0) return;
  parent.children = parent.children.filter((each) => !isNode(each) || !doomed.has(each));
  for (const each of elementsOf(parent)) remove(each, doomed);
}
