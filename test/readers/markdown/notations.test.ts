import { describe, expect, test } from 'vitest';
import { codes, outline, paragraph, read } from './reading.js';

describe('formulas', () => {
  test.each([
    ['设 $a_1$ 与 $b$', '设 <math a_1> 与 <math b>'],
    ['行内 $$E = mc^2$$ 式', '行内 <math E = mc^2> 式'],
    ['记 \\(a^2+b^2\\) 为 \\(c\\)', '记 <math a^2+b^2> 为 <math c>'],
    ['有 \\[x_1 = 2\\] 式', '有 <math x_1 = 2> 式'],
    ['$ x^2 $ 两侧有空格', '<math x^2> 两侧有空格'],
    ['$v_{\\text{平均}}$ 里的中文', '<math v_{\\text{平均}}> 里的中文'],
    ['$速度=路程/时间$', '<math 速度=路程/时间>'],
    ['$a*b*c$ 里的星号', '<math a*b*c> 里的星号'],
    ['换行的 $a +\nb$ 式', '换行的 <math a + b> 式'],
    // no formulas:
    ['$5 和 $10', '$5 和 $10'],
    ['从$5涨到$10\uFF0C又到$20', '从$5涨到$10\uFF0C又到$20'],
    ['US$100-US$200', 'US$100-US$200'],
    ['$HOME/$USER 目录', '$HOME/$USER 目录'],
    ['用 $.ajax 和 $.get 方法', '用 $.ajax 和 $.get 方法'],
    ['只要\\$5和\\$6', '只要$5和$6'],
    ['转义的\\(括号\\)与\\[方括号\\]', '转义的(括号)与[方括号]'],
    ['`$a$` 是代码', '<code $a$> 是代码'],
  ])('inside a line: %s', async (text, expected) => {
    expect(await paragraph(text)).toBe(expected);
  });

  test.each([
    ['$$\na = b\n+ c\n$$', ['math "a = b\\n+ c"']],
    ['如下\n$$a = b$$\n其中', ['line 如下', 'math "a = b"', 'line 其中']],
    ['$$ a = b\n\n- c $$', ['math "a = b\\n\\n- c"']],
    ['\\[\n\\frac12\n\\]', ['math "\\\\frac12"']],
    [
      '\\begin{align}\na &= b\\\\\n- c\n\\end{align}',
      ['math "\\\\begin{align}\\na &= b\\\\\\\\\\n- c\\n\\\\end{align}"'],
    ],
    ['```math\na\n\nb\n```', ['math "a\\n\\nb"']],
    ['> $$\n> a = b\n> $$\n>\n> 文', ['quote', '  math "a = b"', '  line 文']],
    [
      '- 甲\n\n  $$\n  a = b\n  $$\n- 乙',
      ['list', '  item', '    line 甲', '    math "a = b"', '  item', '    line 乙'],
    ],
    ['$$\n没有结尾\n\n**正文**', ['line $$没有结尾', 'line <strong 正文>']],
    ['> $$\n> a = b\n\n$$', ['quote', '  math "a = b"', 'line $$']],
  ])('on lines of their own: %j', async (text, expected) => {
    expect(await outline(text)).toEqual(expected);
  });
});

describe('bare addresses', () => {
  test.each([
    ['见https://example.com\uFF0C以及', '见<link https://example.com https://example.com>\uFF0C以及'],
    ['见https://example.com/a_b_c以及', '见<link https://example.com/a_b_c https://example.com/a_b_c>以及'],
    [
      '\uFF08https://example.com/a\uFF09。',
      '\uFF08<link https://example.com/a https://example.com/a>\uFF09。',
    ],
    ['(https://example.com/a_(b)).', '(<link https://example.com/a_(b) https://example.com/a_(b)>).'],
    ['**https://example.com/a**', '<strong <link https://example.com/a https://example.com/a>>'],
    [
      'www.example.com、a@example.com',
      '<link http://www.example.com www.example.com>、<link mailto:a@example.com a@example.com>',
    ],
    [
      'https://example.com/?a=1&copy=2&nbsp;文',
      '<link https://example.com/?a=1&copy=2 https://example.com/?a=1&copy=2> 文',
    ],
    ['[https://example.com/a](https://example.com/b)', '<link https://example.com/b https://example.com/a>'],
    [
      'https://example.com/__init__.py',
      '<link https://example.com/__init__.py https://example.com/__init__.py>',
    ],
    ['`https://example.com`', '<code https://example.com>'],
    ['xhttps://example.com http:// https', 'xhttps://example.com http:// https'],
  ])('%s', async (text, expected) => {
    expect(await paragraph(text)).toBe(expected);
  });
});

describe('ruby', () => {
  test.each([
    ['{漢字|かんじ}', '<ruby 漢字=かんじ>'],
    ['{漢字|かん|じ}', '<ruby 漢=かん><ruby 字=じ>'],
    ['{漢|かん|字|じ}', '<ruby 漢=かん><ruby 字=じ>'],
    ['[汉字]{hàn zì}', '<ruby 汉字=hàn zì>'],
    ['[汉字]^(han4 zi4)', '<ruby 汉字=han4 zi4>'],
    ['[漢字](^かんじ)', '<ruby 漢字=かんじ>'],
    ['{注音|ㄓㄨˋ ㄧㄣ}', '<ruby 注音=ㄓㄨˋ ㄧㄣ>'],
    // none:
    ['{标题|title}', '{标题|title}'],
    ['{男|女}', '{男|女}'],
    ['{a|b}', '{a|b}'],
    ['`{漢字|かんじ}`', '<code {漢字|かんじ}>'],
    ['{{ name | upper }}', '{{ name | upper }}'],
    ['[重点]{.red}', '重点'],
    ['[班固]{.underline}撰[汉书]{.wavy}', '<underline 班固>撰<wavy 汉书>'],
    ['甲[小注]{.warichu}', '甲<warichu 小注>'],
    ['[重庆]{.index reading=chongqing}', '<term 重庆~chongqing: 重庆>'],
    ['[版心]{.index .underline term="版面" sub=\'大 小\'}', '<term 版面/大 小: <underline 版心>>'],
    ['[版心]{.Index term=""}', '<term 版心: 版心>'],
    ['<span data-index-term="版面">**版**心</span>', '<term 版面: <strong 版>心>'],
    ['甲<a data-type="indexterm" data-primary="乙"></a>丁', '甲<term 乙: >丁'],
  ])('%s', async (text, expected) => {
    expect(await paragraph(text)).toBe(expected);
  });
});

describe('small marks', () => {
  test.each([
    ['这是==重点==。', '这是<strong 重点>。'],
    ['若 a==b 且 c==d', '若 a==b 且 c==d'],
    ['H~2~O 与 10^8^', 'H₂O 与 10⁸'],
    ['~~删~~ 与 ~there~', '<strike 删> 与 <strike there>'],
    ['好的~谢谢~再见', '好的~谢谢~再见'],
    ['3~5 天与 7~9 天', '3~5 天与 7~9 天'],
    [
      '10<sup>8</sup> <kbd>Esc</kbd> <a href="https://example.com">甲</a><a name="b"></a>',
      '10⁸ <code Esc> <link https://example.com 甲>',
    ],
    ['见[[页面]]与[[页面|此处]]', '见页面与此处'],
    ['[[1]] 与 [[1, 2], [3]]', '[[1]] 与 [[1, 2], [3]]'],
    ['文![[图.png|300]]字', '文<image image-1 >字'],
    ['值 {% raw %}{{ a }}{% endraw %} 与 {{< ref "a" >}}', '值 {{ a }} 与'],
    ['文{% asset_img a.png 说明 %}', '文<image image-1 说明>'],
  ])('%s', async (text, expected) => {
    expect(await paragraph(text)).toBe(expected);
  });

  test('a note inside its line is a note', async () => {
    const { draft } = await read('甲^[注**文**]乙[^a]\n\n[^a]: 丙');
    expect(draft.notes.map(({ id }) => id)).toEqual(['note-1', 'note-2']);
    expect(await paragraph('甲^[注]乙')).toBe('甲<note note-1>乙');
  });

  test('orders to a site generator are named', async () => {
    expect((await read('[TOC]\n\n文{% raw %}字{% endraw %}')).diagnostics).toEqual([
      { code: 'directive-dropped', values: { names: '[TOC] × 1, {% raw %} × 1, {% endraw %} × 1' }, line: 1 },
    ]);
  });
});

describe('lines that are orders', () => {
  test.each([
    ['[TOC]\n\n正文', ['line 正文']],
    ['@[toc](目录)\n正文\n\n[[toc]]', ['line 正文']],
    ['[toc]\n\n[toc]: https://example.com', ['line <link https://example.com toc>']],
    ['## 一\n{: .a #b}\n正文', ['heading 2 一', 'line 正文']],
    ['<!-- more -->\n正文', ['line 正文']],
    ['{% note info %}\n正文\n{% endnote %}', ['line 正文']],
    ['{{< figure src="a.png" title="图一" >}}', ['figure image-1  “图一”']],
    ["import Tabs from '@theme/Tabs';\n\n正文", ['line 正文']],
  ])('%j', async (text, expected) => {
    expect(await outline(text)).toEqual(expected);
  });
});

describe('boxes', () => {
  const box = (title?: string): string[] => [
    'quote',
    ...(title ? [`  line <strong ${title}>`] : []),
    '  line 文',
  ];
  test.each([
    ['::: tip 标题\n文\n:::', box('标题')],
    [':::warning\n文\n:::\n', box()],
    [':::note[标题]\n\n文\n\n:::', box('标题')],
    [':::{note} 标题\n文\n:::', box('标题')],
    ['::: {.callout-note title="标题"}\n文\n:::', box('标题')],
    ['> [!NOTE]\n> 文', box()],
    ['> [!warning]- 标题\n> 文', box('标题')],
    ['!!! note "标题"\n\n    文', box('标题')],
    ['???+ tip "标题"\n    文', box('标题')],
    ['```{note} 标题\n文\n```', box('标题')],
    ['::: center\n文\n:::', ['line 文']],
    ['甲\n::: tip\n文\n:::\n乙', ['line 甲', ...box(), 'line 乙']],
    [':::: tip\n::: info\n文\n:::\n::::', ['quote', '  quote', '    line 文']],
    ['- 甲\n\n  ::: tip\n  文\n  :::', ['list', '  item', '    line 甲', '    quote', '      line 文']],
    // nobody closed it: no text moves
    ['::: tip 标题\n甲\n\n乙', ['line <strong 标题>', 'line 甲', 'line 乙']],
    ['甲\n\n:::\n\n乙', ['line 甲', 'line 乙']],
  ])('%j', async (text, expected) => {
    expect(await outline(text)).toEqual(expected);
  });
});

describe('what Chinese authors write', () => {
  test.each([
    ['an indent starts a paragraph', '\u3000\u3000甲。\n\u3000\u3000乙。', ['line 甲。', 'line 乙。']],
    ['so does an indent of entities', '&emsp;&emsp;甲。\n&emsp;&emsp;乙。', ['line 甲。', 'line 乙。']],
    ['and a line broken twice', '甲。<br><br>乙。', ['line 甲。', 'line 乙。']],
    [
      'four spaces before prose are no code',
      '    天地玄黄\uFF0C宇宙洪荒。\n    日月**盈昃**\uFF0C辰宿列张。',
      ['line 天地玄黄\uFF0C宇宙洪荒。', 'line 日月<strong 盈昃>\uFF0C辰宿列张。'],
    ],
    [
      'before code they are',
      '    let a = 1; // 天地玄黄\uFF0C宇宙洪荒',
      ['code : "let a = 1; // 天地玄黄\uFF0C宇宙洪荒"'],
    ],
    [
      'a rule below a sentence',
      '第一段说完了。\n---\n第二段',
      ['line 第一段说完了。', 'rule', 'line 第二段'],
    ],
    ['a heading underlined', '标题\n---\n正文', ['heading 2 标题', 'line 正文']],
    ['a heading without its space', '##标题\n正文', ['heading 2 标题', 'line 正文']],
    ['hashtags', '#旅行 #美食', ['line #旅行 #美食']],
    ['terms', '术语\n: 定义一\n: 定义二', ['line <strong 术语>', 'line 定义一', 'line 定义二']],
  ])('%s', async (_name, text, expected) => {
    expect(await outline(text)).toEqual(expected);
  });

  test.each(['<!--', '<script>', '<?php', '<![CDATA[', '<pre>'])(
    '%s without an end hides nothing',
    async (start) => {
      expect((await outline(`甲\n\n${start}\n乙\n\n丙`)).join()).toMatch(/甲.*乙.*丙/s);
    },
  );

  test('a box of HTML means what it means on a page', async () => {
    expect(
      await outline(
        '<table><tr><th>甲<th>乙<tr><td colspan=2>丙</table>\n\n<details><summary>题</summary>\n\n**文**\n\n</details>',
      ),
    ).toEqual(['table - -', '  line 甲 | line 乙', '  line 丙', 'line <strong 题>', 'line <strong 文>']);
    expect(await codes('<script>\nalert(1)\n</script>\n\n文')).toEqual(['html-removed']);
  });

  test('a document without any mark is read as the plain text that it is', async () => {
    const { draft } = await read('标题\n\n第一行是\n一句话。\n第二段。');
    expect(draft.blocks).toMatchObject([
      { unit: 'physical', line: 1 },
      { unit: 'physical', line: 3, blankLinesBefore: 1 },
      { unit: 'physical', line: 4 },
      { unit: 'physical', line: 5 },
    ]);
    expect((await read('标题\n\n第一行**是**\n一句话。')).draft.blocks).toMatchObject([
      { unit: 'paragraph' },
      { unit: 'paragraph' },
    ]);
  });
});
