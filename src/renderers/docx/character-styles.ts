import { CODE_KINDS, type CodeKind } from '../../model/index.js';
import type { StyleSheet } from '../../style/index.js';
import { properties } from './schema-order.js';
import { CODE_BASE } from './word-styles.js';
import { w, type XmlElement } from './xml.js';

/** Kinds of inline text that have a character style. */
export type CharacterKind = 'code' | 'link' | 'strong' | 'emphasis' | `code-${CodeKind}`;

/** Lines through or under text, which have a style where no kind gives the run one. */
export type LineKind = 'strike' | 'line-single' | 'line-wave';

/** A run has one style: what is strong and emphasised has one that is both. */
export type JointKind = 'strong-emphasis';

export const CHARACTER_STYLE_IDS: Readonly<Record<CharacterKind | LineKind | JointKind, string>> = {
  code: 'InlineCode',
  link: 'Hyperlink',
  strong: 'Strong',
  emphasis: 'Emphasis',
  'strong-emphasis': 'StrongEmphasis',
  strike: 'StruckOut',
  'line-single': 'ProperName',
  'line-wave': 'BookName',
  'code-keyword': 'CodeKeyword',
  'code-string': 'CodeString',
  'code-comment': 'CodeComment',
  'code-number': 'CodeNumber',
  'code-title': 'CodeTitle',
  'code-type': 'CodeType',
  'code-name': 'CodeName',
  'code-meta': 'CodeMeta',
  'code-addition': 'CodeAddition',
  'code-deletion': 'CodeDeletion',
};

/** What they are called in the list of styles, after 代码. */
const CODE_KIND_NAMES: Readonly<Record<CodeKind, string>> = {
  keyword: '关键字',
  string: '字符串',
  comment: '注释',
  number: '数字',
  title: '函数名',
  type: '类型',
  name: '变量',
  meta: '指令',
  addition: '新增',
  deletion: '删除',
};

interface Row {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly look: readonly (XmlElement | false)[];
}

/**
 * Word's own character styles and 行内代码, as the sheet wants them to look.
 *
 * @param hasColoredCode Kinds of words in code get styles too.
 */
export function characterStyles(sheet: StyleSheet, hasColoredCode: boolean): XmlElement[] {
  const { strong, emphasis, code, link } = sheet.characters;
  const raised = [w('vertAlign', { val: 'superscript' })];
  const rows: readonly Row[] = [
    {
      id: 'Strong',
      name: 'Strong',
      look: [family(sheet, strong.family), strong.weight === 'bold' && w('b')],
    },
    {
      id: 'Emphasis',
      name: 'Emphasis',
      look: [family(sheet, emphasis.family), emphasis.dots && w('em', { val: 'dot' })],
    },
    {
      id: 'StrongEmphasis',
      name: '着重要点',
      basedOn: 'Strong',
      look: [family(sheet, emphasis.family), emphasis.dots && w('em', { val: 'dot' })],
    },
    {
      id: 'InlineCode',
      name: '行内代码',
      basedOn: CODE_BASE.character.id,
      look: [family(sheet, code.family)],
    },
    {
      id: 'Hyperlink',
      name: 'Hyperlink',
      look: [
        w('color', { val: link.color.replace('#', '').toUpperCase() }),
        w('u', { val: link.underline ? 'single' : 'none' }),
      ],
    },
    { id: 'StruckOut', name: '删除线', look: [w('strike')] },
    { id: 'ProperName', name: '专名号', look: [w('u', { val: 'single' })] },
    { id: 'BookName', name: '书名号', look: [w('u', { val: 'wave' })] },
    { id: 'FootnoteReference', name: 'footnote reference', look: raised },
    { id: 'EndnoteReference', name: 'endnote reference', look: raised },
  ];
  return [defaultFont(), ...[...rows, ...(hasColoredCode ? codeKindRows(sheet) : [])].map(characterStyle)];
}

function codeKindRows({ code }: StyleSheet): Row[] {
  return CODE_KINDS.map((kind) => ({
    id: CHARACTER_STYLE_IDS[`code-${kind}`],
    name: `代码${CODE_KIND_NAMES[kind]}`,
    look: [
      code.bold.includes(kind) && w('b'),
      w('color', { val: code.colors[kind].replace('#', '').toUpperCase() }),
    ],
  }));
}

function family(sheet: StyleSheet, name: string | undefined): XmlElement | false {
  const faces = name === undefined ? undefined : sheet.families[name]?.word;
  return (
    faces !== undefined &&
    w('rFonts', { ascii: faces.latin, eastAsia: faces.eastAsia, hAnsi: faces.latin, cs: faces.latin })
  );
}

function characterStyle({ id, name, basedOn = 'DefaultParagraphFont', look }: Row): XmlElement {
  const isOwn = /\p{Script=Han}/u.test(name);
  return w(
    'style',
    { type: 'character', ...(isOwn && { customStyle: 1 }), styleId: id },
    w('name', { val: name }),
    w('basedOn', { val: basedOn }),
    w('uiPriority', { val: 99 }),
    w('unhideWhenUsed'),
    (id === 'Strong' || id === 'Emphasis') && w('qFormat'),
    properties('w:rPr', look),
  );
}

function defaultFont(): XmlElement {
  return w(
    'style',
    { type: 'character', default: 1, styleId: 'DefaultParagraphFont' },
    w('name', { val: 'Default Paragraph Font' }),
    w('uiPriority', { val: 1 }),
    w('semiHidden'),
    w('unhideWhenUsed'),
  );
}
