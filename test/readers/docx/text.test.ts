import { expect, test } from 'vitest';
import { codesOf, field, outlineOf, p, r, readWord, root, style, styled, wordFile } from './word-file.js';

test('bold, italic, struck and dotted text; a style of the same meaning', async () => {
  const styles = style('s', 'Strong', '', 'character') + style('c', 'HTML Code', '', 'character');
  const body = p(
    r('常') +
      r('粗', '<w:b/>') +
      r('斜', '<w:i/>') +
      r('删', '<w:strike/>') +
      r('点', '<w:em w:val="dot"/>') +
      r('要', '<w:rStyle w:val="s"/>') +
      r('码', '<w:rStyle w:val="c"/>') +
      r('平', '<w:b w:val="0"/>'),
  );
  expect(await outlineOf(body, { styles })).toEqual([
    'line 常<strong 粗><emphasis 斜><strike 删><emphasis 点><strong 要><code 码>平',
  ]);
});

test('underlines of two kinds; one over several runs is one, that of a link is its look', async () => {
  const styles = style('h', 'Hyperlink', '<w:rPr><w:u w:val="single"/></w:rPr>', 'character');
  const relationships = [['r1', 'hyperlink', 'https://example.org/a']] as const;
  const body = p(
    r('司', '<w:u w:val="single"/>') +
      r('马', '<w:b/><w:u w:val="single"/>') +
      r('著') +
      r('史记', '<w:u w:val="wavyHeavy"/>') +
      r('平', '<w:u w:val="none"/>') +
      r('链', '<w:rStyle w:val="h"/>') +
      `<w:hyperlink r:id="r1">${r('接', '<w:u w:val="single"/>')}</w:hyperlink>`,
  );
  expect(await outlineOf(body, { styles, relationships })).toEqual([
    'line <underline 司<strong 马>>著<wavy 史记>平链<link https://example.org/a 接>',
  ]);
});

test('fields of the index are marks that stand alone', async () => {
  const xe = (instruction: string): string =>
    '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>' +
    `<w:r><w:rPr><w:vanish/></w:rPr><w:instrText xml:space="preserve"> XE ${instruction} </w:instrText></w:r>` +
    '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>';
  const body =
    p(xe('"版心:大小" \\b') + r('版心') + xe('重庆 \\y "chóng qìng"')) +
    p(`${r('时间') + xe('"12\\:30"')}<w:fldSimple w:instr=" XE &quot;钟&quot; "/>`);
  expect(await outlineOf(body)).toEqual([
    'line <term 版心/大小: >版心<term 重庆~chóng qìng: >',
    'line 时间<term 12:30: ><term 钟: >',
  ]);
});

test('双行合一: runs of one number are one remark, in the brackets that Word draws', async () => {
  const rows = (id: number, more = ''): string => `<w:eastAsianLayout w:id="${id}" w:combine="1"${more}/>`;
  const round = ' w:combineBrackets="round"';
  const body = p(
    r('甲') +
      r('小', rows(1, round)) +
      r('注', `<w:b/>${rows(1, round)}`) +
      r('乙') +
      r('又', rows(2)) +
      r('注', rows(3)),
  );
  expect(await outlineOf(body)).toEqual([
    'line 甲\uFF08<warichu 小<strong 注>>\uFF09乙<warichu 又><warichu 注>',
  ]);
});

test('raised and lowered digits, tabs, hyphens, breaks', async () => {
  const body = p(
    `${r('10')}${r('8', '<w:vertAlign w:val="superscript"/>')}${r('H')}${r('2', '<w:vertAlign w:val="subscript"/>')}` +
      '<w:r><w:tab/><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:softHyphen/><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>',
  );
  expect(await outlineOf(body)).toEqual(['line 10⁸H₂\t甲-乙', 'line 丙', 'line 丁']);
});

test('white space at the ends of a text counts only where it is said to', async () => {
  expect(
    await outlineOf(
      p('<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> a </w:t></w:r><w:r><w:t>b</w:t></w:r>'),
    ),
  ).toEqual(['line 甲 a b']);
});

test('links, by relationship and by field, nested too; what leads nowhere keeps its text', async () => {
  const relationships = [
    ['r1', 'hyperlink', 'https://example.org/a'],
    ['r2', 'hyperlink', 'https://example.org/b'],
  ] as const;
  const body = p(
    `<w:hyperlink r:id="r1">${r('甲')}</w:hyperlink>${field('HYPERLINK "https://example.org/c" \\o "提示"', r('乙') + field('REF x', r('丙')))}` +
      `<w:hyperlink w:anchor="x">${r('丁')}</w:hyperlink><w:hyperlink r:id="none">${r('戊')}</w:hyperlink>` +
      `<w:fldSimple w:instr="HYPERLINK &quot;https://example.org/d&quot;">${r('己')}</w:fldSimple>`,
  );
  expect(await outlineOf(body, { relationships })).toEqual([
    'line <link https://example.org/a 甲><link https://example.org/c 乙丙>丁戊<link https://example.org/d 己>',
  ]);
});

test('a script address is no link, and is said', async () => {
  const body = p(field('HYPERLINK "javascript:alert(1)"', r('甲')));
  expect(await outlineOf(body)).toEqual(['line 甲']);
  expect(await codesOf(body)).toEqual(['link-dropped']);
});

test('a field that never ends does not swallow the text after it', async () => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
  expect(
    await outlineOf(
      p(`${begin}<w:r><w:instrText>PAGE</w:instrText></w:r>`) + p('甲') + p(begin.repeat(500)) + p('乙'),
    ),
  ).toEqual(['line 甲', 'line 乙']);
});

test('ruby keeps its base, in the new form and in the old one of fields', async () => {
  const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${r('jué')}</w:rt><w:rubyBase>${r('谲')}</w:rubyBase></w:ruby></w:r>`;
  const old =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(hàn),汉)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  expect(await outlineOf(p(`${ruby}${old}${r('语')}`))).toEqual(['line <ruby 谲=jué><ruby 汉=hàn>语']);
});

test('signs of special fonts become characters; an unknown one is said', async () => {
  const sign = (font: string, char: string): string =>
    `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
  const body = p(sign('Wingdings', 'F0FC') + sign('Symbol', 'F061') + sign('Wingdings', 'F001'));
  expect(await outlineOf(body)).toEqual(['line ✓α〓']);
  expect(await codesOf(body)).toEqual(['docx-symbol-unknown']);
});

test('tracked changes are taken as accepted', async () => {
  const mark = '<w:rPr><w:del w:id="9"/></w:rPr>';
  const body =
    p(
      `${r('甲')}<w:ins w:id="1">${r('乙')}</w:ins><w:del w:id="2"><w:r><w:delText>丙</w:delText></w:r></w:del>`,
    ) +
    p(r('一段'), mark) +
    p(r('的后半')) +
    `<w:moveFrom w:id="3">${p('旧处')}</w:moveFrom><w:moveTo w:id="4">${p('新处')}</w:moveTo>` +
    p(r('粗', '<w:b/><w:rPrChange w:id="5"><w:rPr/></w:rPrChange>'));
  expect(await outlineOf(body)).toEqual(['line 甲乙', 'line 一段的后半', 'line 新处', 'line <strong 粗>']);
  expect(await codesOf(body)).toEqual(['docx-changes-accepted']);
});

test('hidden text, comments and unfilled controls are left out, and said', async () => {
  const body =
    p(`${r('甲')}${r('藏', '<w:vanish/>')}<w:r><w:commentReference w:id="0"/></w:r>`) +
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击此处输入文字')}</w:sdtContent></w:sdt>` +
    `<w:sdt><w:sdtContent>${p('填好的')}</w:sdtContent></w:sdt>`;
  expect(await outlineOf(body)).toEqual(['line 甲', 'line 填好的']);
  expect(await codesOf(body)).toEqual([
    'docx-comments-dropped',
    'docx-hidden-dropped',
    'docx-placeholders-dropped',
  ]);
});

test('a text box is read once, after its paragraph', async () => {
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框内')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框内')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(await outlineOf(p(`${r('框外')}${drawing}`) + p('下文'))).toEqual([
    'line 框外',
    'line 框内',
    'line 下文',
  ]);
});

test('a dropped capital belongs to the paragraph below', async () => {
  expect(await outlineOf(p('春', '<w:framePr w:dropCap="drop" w:lines="3"/>') + p('天来了。'))).toEqual([
    'line 春天来了。',
  ]);
});

test('code is one block, quotations are one, a bordered empty paragraph is a rule', async () => {
  const styles = style('c', 'HTML Preformatted') + style('q', '引用');
  const body =
    p('<w:r><w:t>let a</w:t></w:r>', styled('c')) +
    p('', styled('c')) +
    p('<w:r><w:t>b</w:t></w:r>', styled('c')) +
    p('引文一', styled('q')) +
    p('引文二', styled('q')) +
    p('', '<w:pBdr><w:bottom w:val="single"/></w:pBdr>') +
    p('文');
  expect(await outlineOf(body, { styles })).toEqual([
    'code : "let a\\n\\nb"',
    'quote',
    '  line 引文一',
    '  line 引文二',
    'rule',
    'line 文',
  ]);
});

test('where the first line begins and where the text stands is evidence', async () => {
  const { draft } = await readWord(
    wordFile(
      p('甲', '<w:ind w:firstLine="480" w:firstLineChars="200"/>') +
        p('') +
        p('乙', '<w:jc w:val="right"/>') +
        p(r('丙', '<w:b/>'), '<w:jc w:val="center"/>'),
    ),
  );
  expect(draft.blocks).toMatchObject([
    { indentEm: 2, blankLinesBefore: 0 },
    { align: 'end', blankLinesBefore: 1 },
    { align: 'center', bold: true },
  ]);
});

test('a table of contents lies outside, its heading too', async () => {
  const styles = style('t', 'toc 1');
  const entry = (text: string): string =>
    p(
      `<w:hyperlink w:anchor="_Toc1">${r(text)}<w:r><w:tab/></w:r>${field('PAGEREF _Toc1 \\h', r('3'))}</w:hyperlink>`,
      styled('t'),
    );
  const { draft } = await readWord(
    wordFile(p('目  录') + entry('第一章') + entry('第二章') + p('正文'), { styles }),
  );
  expect(draft.blocks.map(({ outside }) => outside)).toEqual(['contents', 'contents', 'contents', undefined]);
});

test('heads and feet of the pages stand outside, numbers of pages nowhere', async () => {
  const body = `${p('正文')}<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/></w:sectPr>`;
  const files = {
    'word/h.xml': root('hdr', p('某某公司内部资料')),
    'word/f.xml': root('ftr', p(`${r('第 ')}${field('PAGE', r('1'))}${r(' 页')}`)),
  };
  const relationships = [
    ['h', 'header', 'h.xml'],
    ['f', 'footer', 'f.xml'],
  ] as const;
  const { draft } = await readWord(wordFile(body, { files, relationships }));
  expect(draft.blocks).toMatchObject([{ outside: 'header' }, { type: 'line' }]);
});

test('formulas become TeX', async () => {
  const m = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
  const fraction = `<m:f><m:num>${m('a')}</m:num><m:den>${m('b')}</m:den></m:f>`;
  const root2 = `<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/><m:e>${m('x')}</m:e></m:rad>`;
  const sum = `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${m('i=1')}</m:sub><m:sup>${m('n')}</m:sup><m:e><m:sSup><m:e>${m('i')}</m:e><m:sup>${m('2')}</m:sup></m:sSup></m:e></m:nary>`;
  const body =
    p(`${r('设')}<m:oMath>${fraction}${m('≤α')}</m:oMath>`) +
    `<m:oMathPara><m:oMath>${root2}${m('+')}${sum}</m:oMath></m:oMathPara>`;
  expect(await outlineOf(body)).toEqual([
    'line 设<math \\frac{a}{b}\\le \\alpha>',
    'math "\\\\sqrt{x}+\\\\sum_{i=1}^{n} i^{2}"',
  ]);
});
