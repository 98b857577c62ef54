import fc from 'fast-check';

/** An article simple enough that every format can say it: a title, then sections with paragraphs and subsections. */
export interface PlainArticle {
  readonly title: string;
  readonly opening: readonly string[];
  readonly sections: readonly PlainSection[];
}

export interface PlainSection {
  /** With its number, as an author types it. */
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly subsections: readonly Omit<PlainSection, 'subsections'>[];
}

const HAN = '一二三四五六七八九';

const TITLES = [
  '山村小学的一年',
  '关于河道清理的调研报告',
  '图书馆夜间开放工作总结',
  '老城改造见闻',
] as const;
const HEADINGS = [
  '基本情况',
  '主要做法和成效',
  '存在的问题',
  '下一步打算',
  '几点体会',
  '经费与保障',
] as const;
const SUBHEADINGS = ['加强领导', '细化分工', '群众参与', '定期检查', '公开账目'] as const;
const SENTENCES = [
  '今年春天雨水多\uFF0C河岸的柳树比往年早发芽半个月。',
  '村里一共有四十二户人家\uFF0C其中三十户在河的东边。',
  '大家商量以后决定\uFF0C每个星期六上午清理一次河道。',
  '负责登记的老师把名单贴在祠堂门口\uFF0C谁来过一看便知。',
  '孩子们问\uFF1A“为什么水会变绿\uFF1F”没有人能马上回答。',
  '到了秋天\uFF0C上游的工厂搬走了\uFF0C水慢慢清了起来。',
  '这件事花了三年时间\uFF0C用去十二万元\uFF0C没有一分钱是白花的。',
  '后来省里来人看过\uFF0C说这样的办法可以在别处试一试。',
] as const;

const paragraph = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 3, maxLength: 6 })
  .map((sentences) => sentences.join(''));
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 3 });

const subsections = fc.oneof(
  fc.constant([]),
  fc
    .tuple(
      fc.shuffledSubarray([...SUBHEADINGS], { minLength: 2, maxLength: 3 }),
      fc.array(paragraphs, { minLength: 3, maxLength: 3 }),
    )
    .map(([headings, bodies]) =>
      headings.map((heading, at) => ({
        heading: `\uFF08${HAN[at]}\uFF09${heading}`,
        paragraphs: bodies[at] ?? [],
      })),
    ),
);

export const plainArticle: fc.Arbitrary<PlainArticle> = fc
  .tuple(
    fc.constantFrom(...TITLES),
    paragraphs,
    fc.shuffledSubarray([...HEADINGS], { minLength: 2, maxLength: 5 }),
    fc.array(fc.tuple(paragraphs, subsections), { minLength: 5, maxLength: 5 }),
  )
  .map(([title, opening, headings, bodies]) => ({
    title,
    opening,
    sections: headings.map((heading, at) => ({
      heading: `${HAN[at]}、${heading}`,
      paragraphs: bodies[at]?.[0] ?? [],
      subsections: bodies[at]?.[1] ?? [],
    })),
  }));

/** What every reading of it should come to: headings by depth and the first words of each paragraph. */
export function expectedOutline({ title, opening, sections }: PlainArticle): string[] {
  const body = (section: Omit<PlainSection, 'subsections'>, indent: string): string[] => [
    `${indent}${section.heading}`,
    ...section.paragraphs.map((text) => `${indent}  ${text}`),
  ];
  return [
    title,
    ...opening,
    ...sections.flatMap((section) => [
      ...body(section, ''),
      ...section.subsections.flatMap((inner) => body(inner, '  ')),
    ]),
  ];
}
