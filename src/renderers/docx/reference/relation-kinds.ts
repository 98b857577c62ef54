/** Why a part of a template is not taken over; what a user is told of. */
export type DroppedKind = 'macros' | 'external' | 'embedded' | 'comments' | 'merge';

/** Kinds of relationships (last word of the type) whose parts are XML that we parse and write again. */
const XML_KINDS: ReadonlySet<string> = new Set([
  ...['styles', 'settings', 'numbering', 'fontTable', 'theme', 'header', 'footer', 'footnotes', 'endnotes'],
  ...['customXml', 'customXmlProps'],
  ...['chart', 'chartStyle', 'chartColorStyle', 'themeOverride'],
  ...['diagramData', 'diagramLayout', 'diagramQuickStyle', 'diagramColors', 'diagramDrawing'],
]);

/** Kinds whose parts are bytes: pictures, and fonts of the font table. */
const BINARY_KINDS: ReadonlySet<string> = new Set(['image', 'font']);

/** What is not taken over and said. Kinds of neither list are of no use without the program that wrote them. */
const DROPPED: Readonly<Record<string, DroppedKind>> = {
  vbaProject: 'macros',
  wordVbaData: 'macros',
  keyMapCustomizations: 'macros',
  attachedToolbars: 'macros',
  extensibility: 'macros',
  userCustomization: 'macros',
  webextensiontaskpanes: 'macros',
  attachedTemplate: 'external',
  subDocument: 'external',
  frame: 'external',
  oleObject: 'embedded',
  package: 'embedded',
  control: 'embedded',
  aFChunk: 'embedded',
  comments: 'comments',
  mailMergeSource: 'merge',
  mailMergeHeaderSource: 'merge',
  recipientData: 'merge',
};

/** Content types of pictures and fonts by the ending of their names. SVG may hold scripts and addresses: none. */
const BINARY_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  wdp: 'image/vnd.ms-photo',
  odttf: 'application/vnd.openxmlformats-officedocument.obfuscatedFont',
};

export function binaryType(path: string): string | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(BINARY_TYPES, ending) ? BINARY_TYPES[ending] : undefined;
}

/** What becomes of a relationship inside the package. */
export function keptAs(kind: string): 'xml' | 'binary' | undefined {
  return XML_KINDS.has(kind) ? 'xml' : BINARY_KINDS.has(kind) ? 'binary' : undefined;
}

export function droppedAs(kind: string): DroppedKind | undefined {
  return Object.hasOwn(DROPPED, kind) ? DROPPED[kind] : undefined;
}
