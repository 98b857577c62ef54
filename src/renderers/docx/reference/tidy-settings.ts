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

/** What stands behind the settings of compatibility. @see ISO/IEC 29500-1, CT_Settings */
const AFTER_COMPAT =
  /^w:(?:rsids|themeFontLang|clrSchemeMapping|doNotIncludeSubdocsInStats|doNotAuto\w+|forceUpgrade|captions|readModeInkLockDown|smartTagType|shapeDefaults|doNotEmbedSmartTags|decimalSymbol|listSeparator)$|^(?:m|sl):|^w1\d:/;
/** What stands behind the settings of notes. */
const AFTER_NOTES: RegExp = new RegExp(`^w:(?:endnotePr|compat)$|${AFTER_COMPAT.source}`);

/** Takes out what is left behind; returns whether the template was locked. */
export function tidySettings(settings: XmlNode): boolean {
  const isLocked = settings.children.some((each) => isNode(each) && PROTECTION.has(each.name));
  settings.children = settings.children.filter((each) => !isNode(each) || !LEFT_BEHIND.has(each.name));
  return isLocked;
}

/** @see ISO/IEC 29500-1, CT_Compat: what stands before `doNotExpandShiftReturn` */
const BEFORE_SHIFT_RETURN: ReadonlySet<string> = new Set(
  [
    ...['useSingleBorderforContiguousCells', 'wpJustification', 'noTabHangInd', 'noLeading', 'spaceForUL'],
    ...['noColumnBalance', 'balanceSingleByteDoubleByteWidth', 'noExtraLineSpacing'],
    ...['doNotLeaveBackslashAlone', 'ulTrailSpace'],
  ].map((name) => `w:${name}`),
);

/** Lines that end by themselves (verse, addresses) are not spread, as Chinese Word has it; a template may not say so. */
export function keepShortLines(settings: XmlNode): void {
  let compat = child(settings, 'w:compat');
  if (!compat) {
    compat = node('w:compat');
    const next = settings.children.findIndex((each) => isNode(each) && AFTER_COMPAT.test(each.name));
    settings.children.splice(next < 0 ? settings.children.length : next, 0, compat);
  }
  if (child(compat, 'w:doNotExpandShiftReturn')) return;
  const before = compat.children.findLastIndex((each) => isNode(each) && BEFORE_SHIFT_RETURN.has(each.name));
  compat.children.splice(before + 1, 0, node('w:doNotExpandShiftReturn'));
}

/** Names the lines over the notes, all that there are and no others. */
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
  if (ids.length === 0) return;
  const next = settings.children.findIndex(
    (each) =>
      isNode(each) && AFTER_NOTES.test(each.name) && !(kind === 'endnote' && each.name === 'w:endnotePr'),
  );
  settings.children.splice(next < 0 ? settings.children.length : next, 0, node(name, {}, ...marks));
}
