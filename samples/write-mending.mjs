// Writes mending.docx as Word does it: styles with Chinese names, automatic numbers, a table, a note, a tracked change.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const text = (words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (style, ...runs) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join('')}</w:p>`;
const title = (words) => paragraph('a3', text(words));
const chapter = (words) => paragraph('1', text(words));
const section = (words) => paragraph('2', text(words));
const body = (...runs) => paragraph('a', ...runs.map((run) => (run.startsWith('<') ? run : text(run))));
const step = (words) =>
  `<w:p><w:pPr><w:pStyle w:val="a4"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>${text(words)}</w:p>`;
const end = (words) => `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>${text(words)}</w:p>`;
const note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>';
const change = (kind, words) =>
  `<w:${kind} w:id="${kind === 'ins' ? 8 : 9}" w:author="何" w:date="2022-03-01T09:00:00Z"><w:r>${kind === 'ins' ? `<w:t>${words}</w:t>` : `<w:delText>${words}</w:delText>`}</w:r></w:${kind}>`;

const cell = (words) => `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>${body(words)}</w:tc>`;
const row = (cells, isHead = false) =>
  `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map(cell).join('')}</w:tr>`;
const table = ([head, ...rows]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${head.map(() => '<w:gridCol w:w="2400"/>').join('')}</w:tblGrid>${row(head, true)}${rows.map((cells) => row(cells)).join('')}</w:tbl>`;

const TEXT = [
  title('旧书修补手册'),
  body(
    '这本小册子写给社区图书角的志愿者。书坏了不要急着扔，也不要急着粘：先看清楚它坏在哪里，再决定修不修。修书的人有一句老话：能不动的地方，一处也不动。',
  ),
  chapter('修补之前'),
  section('先记后修'),
  body('每一本送修的书，先拍照，再登记。登记至少写明三件事：', '书名和编号，破损的位置，谁送来的。'),
  section('分出轻重'),
  body('破损分三等。一等当场就修，二等集中在月底修，三等送到市里的修复室。', note, '分等的办法见下表。'),
  table([
    ['等级', '样子', '办法'],
    ['一等', '书角卷起，书页脱落不满三张', '压平，补粘'],
    ['二等', '书脊开裂，缺页', '重缝，配页'],
    ['三等', '虫蛀，霉变，水渍过半', '送修复室'],
  ]),
  chapter('动手'),
  section('调糨糊'),
  body('糨糊用小麦淀粉', change('del', '和温水'), change('ins', '和凉水'), '调开，再上火熬。做法如下：'),
  step('淀粉一份，凉水五份，搅到没有疙瘩；'),
  step('小火熬十分钟，一直搅，熬到半透明；'),
  step('放凉，过筛，当天用完。'),
  section('补一个洞'),
  body(
    '选一张和书页颜色相近的皮纸，顺着纸纹撕下比洞大一圈的一块，边缘要毛，不要剪。薄薄刷一层糨糊，从中间向外按平，垫上吸水纸，压一夜。',
  ),
  chapter('修好以后'),
  body('修好的书放回架上之前，再翻一遍。翻的时候不看修得好不好，看它还肯不肯打开。'),
  end('河埠头社区图书角'),
  end('2022年3月1日'),
];

const level = (index, format, label, style) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${style ? `<w:pStyle w:val="${style}"/>` : ''}<w:lvlText w:val="${label}"/></w:lvl>`;
const style = (id, name, look = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'a' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${look}</w:style>`;
const numbered = (index) =>
  `<w:pPr><w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
const part = (name, type) => `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`;
const relation = (id, type, target) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (...all) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

const PARTS = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}${part('numbering', 'numbering')}${part('footnotes', 'footnotes')}</Types>`,
  '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
  'word/_rels/document.xml.rels': relations(
    relation('rId1', 'styles', 'styles.xml'),
    relation('rId2', 'numbering', 'numbering.xml'),
    relation('rId3', 'footnotes', 'footnotes.xml'),
  ),
  'word/document.xml': `<w:document ${WORD}><w:body>${TEXT.join('')}<w:sectPr/></w:body></w:document>`,
  'word/styles.xml': `<w:styles ${WORD}>${style('a', '正文')}${style('a3', '标题')}${style('1', '标题 1', numbered(0))}${style('2', '标题 2', numbered(1))}${style('a4', '列表段落')}</w:styles>`,
  'word/numbering.xml': `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${level(0, 'chineseCountingThousand', '%1、', '1')}${level(1, 'chineseCountingThousand', '\uFF08%2\uFF09', '2')}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/>${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
  'word/footnotes.xml': `<w:footnotes ${WORD}><w:footnote w:id="1"><w:p>${text('修复室每月第一个星期六收书，送修前先打电话。')}</w:p></w:footnote></w:footnotes>`,
};

const files = Object.fromEntries(Object.entries(PARTS).map(([name, xml]) => [name, strToU8(XML + xml)]));
writeFileSync(
  fileURLToPath(new URL('mending.docx', import.meta.url)),
  zipSync(files, { level: 9, mtime: new Date(2022, 2, 1, 12) }),
);
