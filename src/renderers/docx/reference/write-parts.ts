import { strToU8 } from 'fflate';
import { isXmlPart, type Part, type Relation, reachable } from './package-parts.js';
import { binaryType } from './relation-kinds.js';
import { formatTree, node, type XmlNode } from './xml-tree.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Our own properties of the document, as the package names them. @see ISO/IEC 29500-2, annex F */
const PROPERTIES: readonly (readonly [path: string, relation: string, type: string])[] = [
  [
    'docProps/core.xml',
    `${PACKAGE}/relationships/metadata/core-properties`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  ],
  [
    'docProps/app.xml',
    `${OFFICE}/extended-properties`,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  ],
  [
    'docProps/custom.xml',
    `${OFFICE}/custom-properties`,
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  ],
];

/** The template's parts, with what was put into them, as files of a package. */
export function writeParts(
  main: Part,
  ours: Readonly<Record<string, Uint8Array>>,
): Record<string, Uint8Array> {
  const parts = reachable(main);
  givePaths(parts);
  const files: Record<string, Uint8Array> = {};
  for (const part of parts) {
    files[part.path] = isXmlPart(part) ? formatTree(part.root) : (part.bytes ?? new Uint8Array());
    if (part.relations.size > 0) files[relationsPath(part.path)] = formatTree(relationsTree(part));
  }
  const properties = PROPERTIES.filter(([path]) => ours[path] !== undefined);
  for (const [path] of properties) files[path] = ours[path] ?? strToU8('');
  files['_rels/.rels'] = formatTree(rootRelations(main, properties));
  files['[Content_Types].xml'] = formatTree(contentTypes(parts, properties));
  return files;
}

/** Names that every zip and every program takes. */
const SAFE_PATH = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.[A-Za-z0-9]{1,8}$/;
const RESERVED = /^(?:\[content_types\]\.xml$|_rels\/|docprops\/)|\/_rels\//i;

/** The document stands where everyone looks for it; parts of strange names get plain ones. */
function givePaths(parts: readonly Part[]): void {
  const taken = new Set<string>(['word/document.xml']);
  let count = 0;
  for (const [index, part] of parts.entries()) {
    const isFree =
      SAFE_PATH.test(part.path) && !RESERVED.test(part.path) && !taken.has(part.path.toLowerCase());
    if (index === 0) part.path = 'word/document.xml';
    else if (!isFree) {
      const ending = /\.([A-Za-z0-9]{1,8})$/.exec(part.path)?.[1]?.toLowerCase() ?? 'xml';
      do {
        count += 1;
        part.path = `word/${part.root ? 'part' : 'media/picture'}${count}.${part.root ? 'xml' : ending}`;
      } while (taken.has(part.path));
    }
    taken.add(part.path.toLowerCase());
  }
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function relationsTree({ path, relations }: Part): XmlNode {
  const rows = [...relations].map(([id, { type, target }]: [string, Relation]) =>
    typeof target === 'string'
      ? node('Relationship', { Id: id, Type: type, Target: target, TargetMode: 'External' })
      : node('Relationship', { Id: id, Type: type, Target: relativePath(path, target.path) }),
  );
  return node('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...rows);
}

/** From the folder of one part to another. */
function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < here.length && here[common] === there[common]) common += 1;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}

function rootRelations(main: Part, properties: typeof PROPERTIES): XmlNode {
  const rows = [[main.path, `${OFFICE}/officeDocument`] as const, ...properties].map(([path, type], index) =>
    node('Relationship', { Id: `rId${index + 1}`, Type: type, Target: path }),
  );
  return node('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...rows);
}

/** Types by the endings of pictures and fonts, and by name for each part that is XML. */
function contentTypes(parts: readonly Part[], properties: typeof PROPERTIES): XmlNode {
  const endings = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ]);
  const named: [path: string, type: string][] = [];
  for (const part of parts) {
    const ending = part.path.slice(part.path.lastIndexOf('.') + 1).toLowerCase();
    const usual = isXmlPart(part) ? undefined : binaryType(part.path);
    if (usual !== undefined && usual === part.type) endings.set(ending, usual);
    else named.push([part.path, part.type === '' ? 'application/xml' : part.type]);
  }
  for (const [path, , type] of properties) named.push([path, type]);
  return node(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    ...[...endings].map(([ending, type]) => node('Default', { Extension: ending, ContentType: type })),
    ...named.map(([path, type]) => node('Override', { PartName: `/${path}`, ContentType: type })),
  );
}
