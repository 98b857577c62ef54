import {
  isEntries,
  list,
  type OpenPage,
  type OpenPdf,
  openPdf,
  refOf,
  textOf,
  treeRows,
} from '../renderers/pdf/open-pdf.js';
import type { PdfData } from '../renderers/pdf/parse-object.js';

/**
 * What a machine can check of PDF/UA-1 and of good files: one line for each fault, none for a file that is right.
 *
 * @see ISO 14289-1; the Matterhorn Protocol 1.1 names its checkpoints, which the rules cite
 */
export function lintPdf(bytes: Uint8Array): string[] {
  const pdf = openPdf(bytes);
  const tree = readTree(pdf);
  const registry = registryOf(pdf, tree.elements);
  return [
    ...catalogueFaults(pdf),
    ...tree.faults,
    ...tree.elements.flatMap((element) => elementFaults(pdf, element)),
    ...headingFaults(tree.elements),
    ...noteFaults(pdf, tree.elements),
    ...pdf.pages.flatMap((page, index) => pageFaults(pdf, page, `page ${index + 1}`, registry)),
    ...fontFaults(pdf),
  ];
}

interface Element {
  readonly id: number;
  readonly role: string;
  readonly parent: Element | undefined;
  readonly children: Element[];
  /** Marked content and annotations directly in it. */
  readonly owned: { readonly page: number; readonly mcid: number; readonly annotation: number }[];
}

interface Tree {
  readonly elements: readonly Element[];
  readonly faults: readonly string[];
}

function readTree(pdf: OpenPdf): Tree {
  const elements: Element[] = [];
  const faults: string[] = [];
  const walk = (id: number, parent: Element | undefined, parentId: number): void => {
    const at = { ref: id };
    const own: Element = { id, role: String(pdf.entry(at, 'S')).slice(1), parent, children: [], owned: [] };
    elements.push(own);
    parent?.children.push(own);
    const data = pdf.see(at);
    if (!isEntries(data) || refOf(data.entries.get('P')) !== parentId)
      faults.push(`01: ${own.role} names another parent`);
    const page = isEntries(data) ? refOf(data.entries.get('Pg')) : -1;
    for (const kid of list(isEntries(data) ? pdf.see(data.entries.get('K')) : undefined)) {
      if (typeof kid === 'number') own.owned.push({ page, mcid: kid, annotation: -1 });
      else if (refOf(kid) >= 0) walk(refOf(kid), own, id);
      else if (isEntries(kid)) {
        const mcid = kid.entries.get('MCID');
        own.owned.push({
          page: refOf(kid.entries.get('Pg')),
          mcid: typeof mcid === 'number' ? mcid : -1,
          annotation: refOf(kid.entries.get('Obj')),
        });
      }
    }
  };
  const root = refOf(pdf.catalogue.entries.get('StructTreeRoot'));
  for (const kid of list(pdf.entry({ ref: root }, 'K'))) walk(refOf(kid), undefined, root);
  return { elements, faults };
}

/** @see Matterhorn 06, 07, 11 and the keys that no document of ours may have */
function catalogueFaults(pdf: OpenPdf): string[] {
  const { catalogue, entry } = pdf;
  const metadata = pdf.streams.get(refOf(catalogue.entries.get('Metadata'))) ?? '';
  const rules: readonly (readonly [string, boolean])[] = [
    ['06-001: no XMP', metadata !== ''],
    ['06-003: no title in XMP', /<dc:title>.*<rdf:li[^>]*>[^<]+<\/rdf:li>/.test(metadata)],
    ['07-001: the title is not shown', entry(catalogue, 'ViewerPreferences', 'DisplayDocTitle') === true],
    ['01-007: not marked', entry(catalogue, 'MarkInfo', 'Marked') === true],
    ['11-006: no language', (textOf(entry(catalogue, 'Lang')) ?? '') !== ''],
    ['does something when it opens', !catalogue.entries.has('OpenAction') && !catalogue.entries.has('AA')],
    ['29-001: scripts', entry(catalogue, 'Names', 'JavaScript') === undefined],
  ];
  return rules.filter(([, holds]) => !holds).map(([fault]) => fault);
}

/** What may stand in what. @see ISO 32000-1, 14.8.4.3 */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI', 'Note', 'TOCI', 'P', 'Caption', 'LBody'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};

const ROLES = new Set(
  (
    'Document Part Sect Title H1 H2 H3 H4 H5 H6 P BlockQuote Code L LI Lbl LBody Table TR TH TD Figure Caption Note TOC ' +
    'TOCI Link Span Ruby RB RT RP Formula Index Reference Quote Warichu WT WP Div'
  ).split(' '),
);

/** @see Matterhorn 01, 02, 09, 13, 15, 28 */
function elementFaults(pdf: OpenPdf, element: Element): string[] {
  const { role, parent, children, owned } = element;
  const at = { ref: element.id };
  const faults: string[] = [];
  if (!ROLES.has(role)) faults.push(`02-001: nobody knows the role ${role}`);
  const parents = PARENTS[role];
  if (parents && !parents.includes(parent?.role ?? '')) faults.push(`09: ${role} in ${parent?.role}`);
  const mayBeEmpty = role === 'TD' || role === 'TH' || role === 'Document';
  if (!mayBeEmpty && children.length + owned.length === 0) faults.push(`empty ${role}`);
  if (role === 'Figure') {
    if ((textOf(pdf.entry(at, 'Alt')) ?? '') === '') faults.push('13-004: figure without alternative text');
    if (owned.length > 0 && list(pdf.entry(at, 'A', 'BBox')).length !== 4)
      faults.push('figure without a box');
  }
  if (role === 'TH' && pdf.entry(at, 'A', 'Scope') === undefined)
    faults.push('15-003: head cell without scope');
  if (role === 'Table') faults.push(...tableFaults(pdf, element));
  if (role === 'Link' && !owned.some(({ annotation }) => annotation >= 0))
    faults.push('28-011: Link leads nowhere');
  return faults;
}

/** Every row of a table has as many cells as the first, spans counted. */
function tableFaults(pdf: OpenPdf, table: Element): string[] {
  const rows = table.children.filter(({ role }) => role === 'TR');
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const cell of row.children) {
      const span = (key: string): number => Number(pdf.entry({ ref: cell.id }, 'A', key) ?? 1);
      for (let below = index; below < Math.min(rows.length, index + span('RowSpan')); below += 1) {
        widths[below] = (widths[below] ?? 0) + span('ColSpan');
      }
    }
  }
  return new Set(widths).size > 1 ? [`15: rows of ${widths.join(', ')} cells`] : [];
}

/** @see Matterhorn 14 */
function headingFaults(elements: readonly Element[]): string[] {
  const levels = elements.flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role[1])] : []));
  return levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0;
    return level > before + 1 ? [`14-003: H${level} after H${before}`] : [];
  });
}

/** @see Matterhorn 19-003, 19-004 */
function noteFaults(pdf: OpenPdf, elements: readonly Element[]): string[] {
  const ids = elements
    .filter(({ role }) => role === 'Note')
    .map(({ id }) => textOf(pdf.entry({ ref: id }, 'ID')));
  const found = new Set(
    treeRows(pdf, pdf.entry(pdf.catalogue, 'StructTreeRoot', 'IDTree')).map(([key]) => textOf(key)),
  );
  return [
    ...(new Set(ids).size < ids.length ? ['19-004: two notes of one name'] : []),
    ...ids
      .filter((id) => id === undefined || !found.has(id))
      .map((id) => `19-003: note ${id} cannot be found`),
  ];
}

/** What pages refer to. */
interface Registry {
  /** Elements by `page mcid`. */
  readonly owners: ReadonlyMap<string, readonly Element[]>;
  readonly roles: ReadonlyMap<number, string>;
  readonly parents: ReadonlyMap<PdfData, PdfData>;
  readonly places: ReadonlySet<string | undefined>;
}

function registryOf(pdf: OpenPdf, elements: readonly Element[]): Registry {
  const owners = new Map<string, Element[]>();
  for (const element of elements) {
    for (const { page, mcid } of element.owned) {
      const key = `${page} ${mcid}`;
      owners.set(key, [...(owners.get(key) ?? []), element]);
    }
  }
  return {
    owners,
    roles: new Map(elements.map(({ id, role }) => [id, role])),
    parents: new Map(treeRows(pdf, pdf.entry(pdf.catalogue, 'StructTreeRoot', 'ParentTree'))),
    places: new Set(treeRows(pdf, pdf.entry(pdf.catalogue, 'Names', 'Dests')).map(([key]) => textOf(key))),
  };
}

/** @see Matterhorn 01-003 to 01-005, 28 */
function pageFaults(pdf: OpenPdf, page: OpenPage, where: string, registry: Registry): string[] {
  const faults = contentFaults(page.content);
  const marks = [...page.content.matchAll(/<<\/MCID (\d+)>>/g)].map(([, mcid]) => Number(mcid));
  if (marks.some((mcid, at) => mcid !== at)) faults.push('marks are not in order');
  const key = page.data.entries.get('StructParents') ?? -1;
  const named = list(pdf.see(registry.parents.get(key))).map(refOf);
  for (const mcid of marks) {
    const owners = registry.owners.get(`${page.id} ${mcid}`) ?? [];
    if (owners.length !== 1 || owners[0]?.id !== named[mcid])
      faults.push(`01-005: mark ${mcid} belongs to nobody`);
  }
  const annotations = list(pdf.see(page.data.entries.get('Annots')));
  if (annotations.length > 0 && page.data.entries.get('Tabs') !== '/S')
    faults.push('28-008: no order of tabs');
  for (const annotation of annotations) faults.push(...annotationFaults(pdf, annotation, registry));
  return faults.map((fault) => `${where}: ${fault}`);
}

function annotationFaults(pdf: OpenPdf, annotation: PdfData, { parents, roles, places }: Registry): string[] {
  const owner = refOf(parents.get(Number(pdf.entry(annotation, 'StructParent') ?? -1)));
  const says = textOf(pdf.entry(annotation, 'Contents')) ?? '';
  const address = textOf(pdf.entry(annotation, 'A', 'URI'));
  const place = textOf(pdf.entry(annotation, 'Dest'));
  const rules: readonly (readonly [string, boolean])[] = [
    ['28-011: a link in no Link', roles.get(owner) === 'Link'],
    ['28-012: a link without words', says !== ''],
    ['a link of another kind', /^(?:https?:\/\/|mailto:)[\x21-\x7e]*$/.test(address ?? 'https://')],
    ['a link to a place that is not there', place === undefined || places.has(place)],
    ['a link that is not printed', (Number(pdf.entry(annotation, 'F')) & 4) !== 0],
  ];
  return rules.filter(([, holds]) => !holds).map(([fault]) => fault);
}

const OPERATOR =
  /\((?:\\[\s\S]|[^\\)])*\)|(?<mark>\/\w+ (?:<<.*?>>|\/\w+) BDC|\/\w+ BMC)|\b(?<end>EMC)\b|\b(?<paint>Tj|TJ|Do|f|S|re f)\b/g;

/** Everything that is painted is either marked or an artifact, and no artifact stands in what is marked. */
function contentFaults(content: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const { groups = {} } of content.matchAll(OPERATOR)) {
    const { mark, end, paint } = groups;
    if (mark !== undefined) {
      if (mark.startsWith('/Artifact') && open.some((each) => each.includes('/MCID')))
        faults.push('01-004: artifact in text');
      if (mark.includes('/MCID') && open.length > 0) faults.push('marks inside of each other');
      open.push(mark);
    } else if (end !== undefined) open.pop();
    else if (paint !== undefined && !open.some((each) => /\/MCID|^\/Artifact/.test(each))) {
      faults.push('01-005: painted, but neither text nor artifact');
    }
  }
  return open.length > 0 ? [...faults, 'a mark that does not end'] : faults;
}

/** The one place of a CMap in which code 0 stands. */
const CODE_SPACE = /begincodespacerange[\s\S]*?endcodespacerange/;

/** @see Matterhorn 10-001, 31-009, 31-027, 31-028 */
function fontFaults(pdf: OpenPdf): string[] {
  const faults: string[] = [];
  for (const [id, object] of pdf.objects) {
    if (!isEntries(object)) continue;
    if (
      object.entries.get('Type') === '/FontDescriptor' &&
      !['FontFile2', 'FontFile3'].some((key) => object.entries.has(key))
    )
      faults.push('31-009: a font is not embedded');
    if (object.entries.get('Subtype') === '/Type0' && !object.entries.has('ToUnicode'))
      faults.push('31-027: a font cannot be copied');
    const cmap = pdf.streams.get(id) ?? '';
    if (cmap.includes('begincmap') && /<(?:0000|FEFF|FFFE)>(?= <|\]$)/m.test(cmap.replace(CODE_SPACE, '')))
      faults.push('31-028: copied as nothing');
  }
  return faults;
}
