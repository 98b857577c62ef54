import type { Article, Block, Inline, Section, SectionLabel } from '../../../src/model/index.js';

/** A white pixel. */
const PIXEL: Uint8Array = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4//8/AAX+Av4zEpUUAAAAAElFTkSuQmCC',
    'base64',
  ),
);

export const text = (content: string): Inline => ({ type: 'text', text: content });
export const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});

/** A section from `一、|总则`: the label before the bar, the heading after it. */
export function section(line: string, ...children: Block[]): Section {
  const [before = '', heading] = line.split('|');
  if (heading === undefined) return { type: 'section', heading: [text(before)], children };
  return {
    type: 'section',
    label: labelOf(before),
    heading: heading === '' ? [] : [text(heading)],
    children,
  };
}

const HAN = '一二三四五六七八九十';
const SCHEMES: readonly (readonly [RegExp, SectionLabel['scheme']])[] = [
  [/^第(.+)[编卷部]$/, 'volume'],
  [/^第(.+)[章回]$/, 'chapter'],
  [/^第(.+)节$/, 'section'],
  [/^第(.+)条$/, 'article'],
  [/^([一二三四五六七八九十廿百零]+)、$/, 'han'],
  [/^\uFF08([一二三四五六七八九十]+)\uFF09$/, 'han-bracketed'],
  [/^(\d+(?:\.\d+)+)$/, 'decimal'],
  [/^(\d+)[.、]$/, 'arabic'],
  [/^\uFF08(\d+)\uFF09$/, 'arabic-bracketed'],
  [/^([①-⑳])$/, 'circled'],
  [/^([A-Za-z])\.$/, 'latin'],
];

/** The label as readers give it, for the few schemes that these tests use. */
export function labelOf(written: string): SectionLabel {
  for (const [pattern, scheme] of SCHEMES) {
    const numeral = pattern.exec(written)?.[1];
    if (numeral !== undefined) return { text: written, numeral, scheme, ordinal: ordinalOf(numeral) };
  }
  throw new RangeError(`no scheme for ${written}`);
}

function ordinalOf(numeral: string): number {
  if (/^[\d.]+$/.test(numeral)) return Number(numeral.split('.').at(-1));
  if (/^[①-⑳]$/.test(numeral)) return numeral.charCodeAt(0) - 0x245f;
  if (/^[A-Za-z]$/.test(numeral)) return numeral.toUpperCase().charCodeAt(0) - 64;
  if (numeral === '廿一') return 21;
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const ten = numeral.includes('十') ? (tens ? HAN.indexOf(tens) + 1 : 1) * 10 : 0;
  return ten + (ones ? HAN.indexOf(ones) + 1 : 0);
}

/** An article of the given blocks and nothing else. */
export function articleOf(...children: Block[]): Article {
  return {
    language: 'zh-Hans',
    title: '题目',
    provenance: { authors: [] },
    lead: [],
    parts: [{ children }],
    notes: [],
    images: {},
  };
}

/** One of everything that an article can hold. */
export const richArticle: Article = {
  language: 'zh-Hans',
  title: '关于加强文稿排版工作的通知',
  subtitle: '2021 年修订',
  provenance: {
    authors: ['王小明', '李 白'],
    publishedOn: '2021-10-01',
    sourceName: '本报',
    sourceUrl: 'https://example.org/a?b=1&c=2',
    channel: '热门推荐',
  },
  lead: [],
  parts: [
    {
      children: [
        { type: 'salutation', children: [text('各有关单位\uFF1A')] },
        paragraph(
          '为了进一步提高文稿质量\uFF0C现将有关事项通知如下。他说\uFF1A“排版是一门手艺”——见 Knuth 的',
          { type: 'emphasis', children: [text('The TeXbook')] },
          '与《汉字文本排版需求》',
          { type: 'noteReference', noteId: 'n1' },
          '。café 与“quoted”词。',
          { type: 'link', url: 'https://www.w3.org/TR/clreq/', children: [text('网页')] },
          '。',
        ),
        section(
          '一、|总体要求',
          paragraph('坚持', { type: 'strong', children: [text('内容第一')] }, '\uFF0C兼顾形式。'),
          section(
            '\uFF08一\uFF09|指导思想',
            paragraph('以读者为中心', { type: 'noteReference', noteId: 'n2' }, '。再引', {
              type: 'noteReference',
              noteId: 'n1',
            }),
            section('1.|第一层', paragraph('内容。'), section('\uFF081\uFF09|细目', paragraph('内容。'))),
            section('2.|第二层', paragraph('内容。')),
          ),
          section('\uFF08二\uFF09|基本原则', {
            type: 'quote',
            children: [
              paragraph('学而时习之\uFF0C不亦说乎\uFF1F'),
              paragraph('有朋自远方来\uFF0C不亦乐乎\uFF1F'),
            ],
            attribution: [text('《论语》')],
          }),
        ),
        section(
          '二、|主要任务',
          {
            type: 'list',
            ordered: true,
            items: [
              { label: labelOf('1.'), children: [paragraph('第一项。')] },
              {
                label: labelOf('2.'),
                children: [
                  paragraph('第二项\uFF0C含子项\uFF1A'),
                  {
                    type: 'list',
                    ordered: false,
                    items: [{ children: [paragraph('子项甲')] }, { children: [paragraph('子项乙')] }],
                  },
                ],
              },
              { label: labelOf('4.'), children: [paragraph('跳号的一项。'), paragraph('又一段。')] },
            ],
          },
          {
            type: 'table',
            caption: [text('表 1 进度')],
            headRows: 1,
            columns: [{ align: 'center' }, {}, { align: 'end' }],
            rows: [
              { cells: [cell('阶段'), cell('任务'), cell('数量')] },
              {
                cells: [
                  { rowSpan: 2, children: [paragraph('上半年')] },
                  cell('调研各单位的排版现状'),
                  cell('12'),
                ],
              },
              { cells: [cell('起草'), cell('3')] },
              { cells: [{ columnSpan: 2, children: [paragraph('合计')] }, cell('15')] },
            ],
          },
          {
            type: 'figure',
            imageId: 'dot',
            alt: '一个白点',
            caption: [text('图 1 白点')],
          },
          { type: 'figure', imageId: 'gone', alt: '不在的图' },
          { type: 'code', text: 'const 甲 = 1;\n\tif (a < b) {\n    return "x";\n  }', language: 'ts' },
          {
            type: 'verse',
            lines: [
              [text('床前明月光\uFF0C')],
              [text('疑是地上霜。')],
              [],
              [text('举头望明月\uFF0C')],
              [text('低头思故乡。')],
            ],
          },
          { type: 'break', text: '\uFF0A\uFF0A\uFF0A' },
          paragraph(
            '波',
            { type: 'ruby', base: '谲', reading: 'jué' },
            '云诡\uFF0C',
            {
              type: 'strike',
              children: [text('删去')],
            },
            { type: 'underline', children: [text('班固')] },
            { type: 'underline', wavy: true, children: [text('汉书')] },
            { type: 'warichu', children: [text('双行小注')] },
            { type: 'code', text: 'npm test' },
            { type: 'lineBreak' },
            '换行之后。',
          ),
          { type: 'break' },
        ),
        section('四、|跳号的一节', paragraph('这一节的编号与前文不连\uFF0C应照原样保留。')),
        { ...section('\uFF08一\uFF09|接排标题。', paragraph('正文接在标题之后。')), runIn: true },
        {
          type: 'attachments',
          items: [
            { label: labelOf('1.'), children: [text('排版规范')] },
            { label: labelOf('2.'), children: [text('字体清单')] },
          ],
        },
        { type: 'signature', lines: [[text('文稿办公室')], [text('2021年10月1日')]] },
      ],
    },
  ],
  notes: [
    { id: 'n1', kind: 'footnote', children: [paragraph('见 CLREQ 第三章。')] },
    { id: 'n2', kind: 'endnote', children: [paragraph('尾注一条。')] },
  ],
  images: {
    dot: { state: 'present', mediaType: 'image/png', bytes: PIXEL, widthPx: 40, heightPx: 20 },
    gone: { state: 'missing', source: 'gone.png' },
  },
};

function cell(content: string): { children: Block[] } {
  return { children: [paragraph(content)] };
}
