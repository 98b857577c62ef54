import { child, elementsOf, isNode, replaceBelow, type XmlNode } from './xml-tree.js';

/** What was accepted, taken out or undone in a story of the template. */
export interface Tidied {
  changes: number;
  comments: number;
}

/** Text that was put in: what is inside stays. */
const INSERTED: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo']);
/** Text that was taken out. */
const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);
/** How something looked before, and where a move began or ended. */
const TRACES =
  /^w:(?:\w+Change|cellIns|cellDel|cellMerge|(?:moveFrom|moveTo)Range(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End))$/;
/** Comments, and who may write where. */
const MARKS = /^w:(?:commentRangeStart|commentRangeEnd|commentReference|annotationRef|permStart|permEnd)$/;
/** Properties in which `w:ins` and `w:del` mean the mark or the row that they belong to. */
const MARK_PROPERTIES: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr']);

/**
 * Accepts the tracked changes of a part and takes out its comments.
 *
 * @see ISO/IEC 29500-1, 17.13.5 (revisions), 17.13.4 (comments)
 */
export function acceptChanges(root: XmlNode): Tidied {
  const tidied: Tidied = { changes: 0, comments: 0 };
  joinParagraphs(root, tidied);
  replaceBelow(root, (element, parent) => {
    const { name, children } = element;
    if (MARK_PROPERTIES.has(parent.name) && (INSERTED.has(name) || DELETED.has(name))) return counted(tidied);
    if (INSERTED.has(name)) return counted(tidied, children);
    if (DELETED.has(name) || isDeletedRow(element)) return counted(tidied);
    if (TRACES.test(name)) return name.endsWith('Change') ? counted(tidied) : [];
    if (!MARKS.test(name)) return undefined;
    if (name === 'w:commentReference') tidied.comments += 1;
    return [];
  });
  return tidied;
}

function counted(tidied: Tidied, children: XmlNode['children'] = []): XmlNode['children'] {
  tidied.changes += 1;
  return children;
}

function isDeletedRow(element: XmlNode): boolean {
  return element.name === 'w:tr' && child(child(element, 'w:trPr'), 'w:del') !== undefined;
}

/** A paragraph whose mark was deleted goes on in the next one, whose properties it then has. */
function joinParagraphs(parent: XmlNode, tidied: Tidied): void {
  const kept: XmlNode['children'] = [];
  /** What waits for the next paragraph, and the last paragraph that it comes from. */
  let carried: XmlNode[] = [];
  let last: XmlNode | undefined;
  const settle = (paragraph: XmlNode): void => {
    const properties = child(paragraph, 'w:pPr');
    paragraph.children = [...(properties ? [properties] : []), ...carried];
    kept.push(paragraph);
    carried = [];
    last = undefined;
  };
  for (const each of parent.children) {
    if (isNode(each)) joinParagraphs(each, tidied);
    const isParagraph = isNode(each) && each.name === 'w:p';
    if (last && isNode(each) && !isParagraph) settle(last);
    if (!isParagraph || (!last && !isDeletedMark(each))) {
      kept.push(each);
      continue;
    }
    if (last) tidied.changes += 1;
    for (const inside of contentOf(each)) carried.push(inside);
    last = each;
    if (!isDeletedMark(each)) settle(each);
  }
  if (last) settle(last);
  parent.children = kept;
}

function contentOf(paragraph: XmlNode): XmlNode[] {
  return elementsOf(paragraph).filter(({ name }) => name !== 'w:pPr');
}

function isDeletedMark(element: XmlNode): boolean {
  if (element.name !== 'w:p') return false;
  const properties = child(element, 'w:pPr');
  const isSectionEnd = child(properties, 'w:sectPr') !== undefined;
  return !isSectionEnd && child(child(properties, 'w:rPr'), 'w:del') !== undefined;
}
