import { type LabelShape, levelText, shapeKey } from './number-formats.js';
import { properties } from './schema-order.js';
import { w, type XmlElement } from './xml.js';

/** One level of a list definition. */
export interface ListLevel {
  /** Absent: the level prints nothing but still starts the levels below it again. */
  readonly shape?: LabelShape;
  /** Instead of a number. */
  readonly bullet?: string;
  /** `w:ind` of the level's paragraphs. */
  readonly indent: XmlElement;
  /** The label is followed by a tab up to the indent; otherwise by nothing but its own gap. */
  readonly tab: boolean;
  /** The label ends where its paragraph's first line begins, rather than begins there. */
  readonly endsAtIndent?: true;
  /** Id of the paragraph style that the level numbers. */
  readonly style?: string;
}

/**
 * The lists of one document: definitions (`w:abstractNum`) and the lists that use them (`w:num`), with ids in the
 * order of their making, so that the same article gives the same part.
 */
export class ListBook {
  private readonly definitions: XmlElement[] = [];
  private readonly lists: XmlElement[] = [];
  private readonly known = new Map<string, number>();
  private readonly shared = new Map<string, number>();

  /** Adds a definition and returns its id. */
  define(levels: readonly ListLevel[]): number {
    const id = this.definitions.length;
    this.definitions.push(definition(id, levels));
    return id;
  }

  /** The definition made before under the same key, or a new one. */
  defineOnce(key: string, levels: () => readonly ListLevel[]): number {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const id = this.define(levels());
    this.known.set(key, id);
    return id;
  }

  /**
   * Adds a list of a definition and returns its id, 1 or more.
   *
   * @param starts First number by level (from 0), for levels that begin again with this list.
   */
  add(definitionId: number, starts: ReadonlyMap<number, number> = new Map()): number {
    const id = this.lists.length + 1;
    const overrides = [...starts].map(([level, start]) =>
      w('lvlOverride', { ilvl: level }, w('startOverride', { val: start })),
    );
    this.lists.push(w('num', { numId: id }, w('abstractNumId', { val: definitionId }), ...overrides));
    return id;
  }

  /** The one list of a definition that needs no counting (bullets). */
  addOnce(key: string, levels: () => readonly ListLevel[]): number {
    const found = this.shared.get(key);
    if (found !== undefined) return found;
    const id = this.add(this.defineOnce(key, levels));
    this.shared.set(key, id);
    return id;
  }

  part(): XmlElement {
    return w('numbering', {}, ...this.definitions, ...this.lists);
  }
}

/** The levels of a list all of whose levels print the same shape, each further in. */
export function uniformKey(kind: string, shape: LabelShape): string {
  return `${kind}\u0001${shapeKey(shape)}`;
}

/** `w:nsid` names a definition when text is copied between documents; any number that differs will do. */
const NSID_BASE = 0x4a5b0000;

function definition(id: number, levels: readonly ListLevel[]): XmlElement {
  const code = (NSID_BASE + id).toString(16).toUpperCase().padStart(8, '0');
  return w(
    'abstractNum',
    { abstractNumId: id },
    w('nsid', { val: code }),
    w('multiLevelType', { val: 'multilevel' }),
    w('tmpl', { val: code }),
    ...levels.map(levelElement),
  );
}

/** Order of children: ISO/IEC 29500-1, CT_Lvl. */
function levelElement(level: ListLevel, index: number): XmlElement {
  const { shape, bullet } = level;
  const text = bullet ?? (shape ? levelText(shape, index) : '');
  const endsInSpace = text.endsWith(' ');
  return w(
    'lvl',
    { ilvl: index },
    w('start', { val: 1 }),
    w('numFmt', { val: bullet === undefined ? (shape?.format ?? 'none') : 'bullet' }),
    level.style !== undefined && w('pStyle', { val: level.style }),
    // 1.1 under 第一章: every number of the label in digits
    (shape?.levelsAbove ?? 0) > 0 && w('isLgl'),
    w('suff', { val: level.tab ? 'tab' : endsInSpace ? 'space' : 'nothing' }),
    w('lvlText', { val: level.tab || endsInSpace ? text.trimEnd() : text }),
    w('lvlJc', { val: level.endsAtIndent ? 'right' : 'left' }),
    properties('w:pPr', [level.indent]),
    /[^\0-\x7F]/.test(text) && properties('w:rPr', [w('rFonts', { hint: 'eastAsia' })]),
  );
}
