import { child, isNode, node, type XmlNode } from './xml-tree.js';

/**
 * Settings that belong to the template as a file and not to what is made from it: where it came from, how it was
 * edited, who may write in it, and what Word is to ask or fetch when it is opened.
 */
const LEFT_BEHIND: ReadonlySet<string> = new Set([
  ...['w:attachedTemplate', 'w:linkStyles', 'w:mailMerge', 'w:updateFields'],
  ...['w:documentProtection', 'w:writeProtection', 'w:trackRevisions', 'w:revisionView', 'w:formsDesign'],
  ...[
    'w:saveThroughXslt',
    'w:useXSLTWhenSaving',
    'w:saveXmlDataOnly',
    'w:attachedSchema',
    'sl:schemaLibrary',
  ],
  ...[
    'w:rsids',
    'w:docVars',
    'w:view',
    'w14:docId',
    'w15:docId',
    'w15:webExtensionLinked',
    'w15:webExtensionCreated',
  ],
]);

const PROTECTION: ReadonlySet<string> = new Set(['w:documentProtection', 'w:writeProtection']);

/** What stands before the settings of notes. @see ISO/IEC 29500-1, CT_Settings */
const AFTER_NOTES =
  /^w:(?:endnotePr|compat|rsids|themeFontLang|clrSchemeMapping|doNotIncludeSubdocsInStats|doNotAuto\w+|forceUpgrade|captions|readModeInkLockDown|smartTagType|shapeDefaults|doNotEmbedSmartTags|decimalSymbol|listSeparator)$|^(?:m|sl):|^w1\d:/;

/** Takes out what is left behind; returns whether the template was locked. */
export function tidySettings(settings: XmlNode): boolean {
  const isLocked = settings.children.some((each) => isNode(each) && PROTECTION.has(each.name));
  settings.children = settings.children.filter((each) => !isNode(each) || !LEFT_BEHIND.has(each.name));
  return isLocked;
}

/** Names the lines over the notes, which a new part of notes brings along. */
export function nameSeparators(
  settings: XmlNode,
  kind: 'footnote' | 'endnote',
  ids: readonly string[],
): void {
  const name = `w:${kind}Pr`;
  const marks = ids.map((id) => node(`w:${kind}`, { 'w:id': id }));
  const found = child(settings, name);
  if (found) {
    found.children = [
      ...found.children.filter((each) => !isNode(each) || each.name !== `w:${kind}`),
      ...marks,
    ];
    return;
  }
  const next = settings.children.findIndex(
    (each) =>
      isNode(each) && AFTER_NOTES.test(each.name) && !(kind === 'endnote' && each.name === 'w:endnotePr'),
  );
  settings.children.splice(next < 0 ? settings.children.length : next, 0, node(name, {}, ...marks));
}
