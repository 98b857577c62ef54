import { type HostileInput, ofText } from './input.js';

const TEXT = '<p>天地玄黄\uFF0C宇宙洪荒\uFF0C日月盈昃\uFF0C辰宿列张。寒来暑往\uFF0C秋收冬藏。</p>';

function page(name: string, make: (size: number) => string): HostileInput {
  return ofText(
    name,
    (size) =>
      `<!DOCTYPE html><html><head><title>标题</title></head><body><h1>标题</h1>${TEXT}${make(size)}${TEXT}</body></html>`,
    'html',
  );
}

const NESTED: readonly string[] = [
  'div',
  'span',
  'b',
  'a href="#x"',
  'blockquote',
  'ul><li',
  'table><tr><td',
  'table',
  'font',
  'ruby',
  'svg',
  'math',
  'template',
  'p',
  'section',
  'sup',
  'select',
  'button',
  'dl><dd',
  'details',
  'figure',
  'pre',
];

const UNCLOSED: readonly string[] = [
  '<p>字',
  '<li>字',
  '<td>字',
  '<h2>字',
  '<br>',
  '<hr>',
  '<img src=x>',
  '<a href="javascript:alert(1)">字',
  '<',
  '</',
  '<!--',
  '<!-->',
  '<![CDATA[',
  '<a ',
  '<a x="',
  '&',
  '&nbsp;',
  '&ampamp;',
  '<?',
  '<b><i>',
  '</p>',
  '</div>',
  '<nobr>',
  '<option>',
  '<script>',
  '<style>',
  '<textarea>',
  '<plaintext>',
  '<rt>字',
];

const harm: readonly HostileInput[] = [
  page(
    'attributes without end',
    (size) => `<p ${Array.from({ length: size }, (_, at) => `a${at}="x"`).join(' ')}>字</p>`,
  ),
  page('one attribute of great length', (size) => `<p title="${'x'.repeat(size * 10)}">字</p>`),
  page(
    'spans beyond all measure',
    (size) =>
      `<table>${'<tr><td colspan="99999999" rowspan="99999999">字</td></tr>'.repeat(Math.min(size, 1000))}</table>`,
  ),
  page('a list from a great number', () => '<ol start="99999999999999999999"><li value="-5">字</ol>'),
  page(
    'scripts and frames',
    () =>
      '<script>fetch("http://127.0.0.1/")</script><iframe src="http://127.0.0.1/"></iframe><object data="file:///etc/passwd"></object><embed src="http://[::1]/"><link rel="stylesheet" href="http://127.0.0.1/x.css"><meta http-equiv="refresh" content="0;url=http://127.0.0.1/">',
  ),
  page('addresses that must not be followed', () =>
    [
      'file:///etc/passwd',
      'http://127.0.0.1/x.png',
      'http://169.254.169.254/',
      'javascript:alert(1)',
      '../../../../etc/passwd',
      '//localhost/x.png',
      'data:text/html,<script>1</script>',
      'jav&#x09;ascript:alert(1)',
    ]
      .map((address) => `<p><img src="${address}" alt="图"><a href="${address}">链</a></p>`)
      .join(''),
  ),
  page('a base that leads away', () => '<base href="file:///etc/"><img src="passwd"><a href="x">链</a>'),
  page(
    'notes that refer to one another',
    () =>
      '<p>甲<sup><a href="#a" id="b">[1]</a></sup></p><p id="a"><a href="#b">[1]</a> 见<sup><a href="#c" id="d">[2]</a></sup></p><p id="c"><a href="#d">[2]</a> 见<sup><a href="#a">[1]</a></sup></p>',
  ),
  page(
    'notes without end',
    (size) =>
      Array.from(
        { length: size / 10 },
        (_, at) => `<p>字<sup><a href="#n${at}" id="r${at}">[${at}]</a></sup></p>`,
      ).join('') +
      Array.from({ length: size / 10 }, (_, at) => `<p id="n${at}"><a href="#r${at}">^</a> 注</p>`).join(''),
  ),
  page('one id for all', (size) => '<p id="x"><a href="#x">字</a></p>'.repeat(size / 10)),
  page('JSON-LD that nests', (size) => `<script type="application/ld+json">${'['.repeat(size)}</script>`),
  page(
    'JSON-LD with __proto__',
    () =>
      '<script type="application/ld+json">{"@type":"Article","__proto__":{"headline":"x"},"headline":{"toString":1},"author":[[[{"name":["a",{"@value":1}]}]]],"datePublished":1e999}</script>',
  ),
  page(
    'a document inside the document',
    () => '<html><head><title>二</title><body><frameset><frame src="http://127.0.0.1"></frameset>',
  ),
  page('a page in one line', (size) => `<p>${'天地玄黄\uFF0C宇宙洪荒。'.repeat(size)}</p>`),
  page('paragraphs without end', (size) => '<p>天地玄黄\uFF0C宇宙洪荒。</p>\n'.repeat(size)),
  page('headings without end', (size) => '<h2>一、标题</h2><p>字。</p>\n'.repeat(size / 2)),
  page('cells without end', (size) => `<table><tr>${'<td>字</td>'.repeat(size)}</tr></table>`),
  page('rows without end', (size) => `<table>${'<tr><td>字</td><td>字</td></tr>'.repeat(size / 2)}</table>`),
  page(
    'NUL and controls in tags',
    () => '<p\0>字\0</p\0><di\0v>\u0001\u0008\u001b字</di\0v>&#0;&#xD800;&#x110000;&#xFFFE;',
  ),
  ofText(
    'an entity bomb in XHTML',
    () =>
      `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>${TEXT}<p>&c;&x;</p></body></html>`,
    'html',
  ),
  ofText('a title alone', () => '<html><head><title>字</title></head></html>', 'html'),
  ofText('a doctype alone', () => '<!doctype html>', 'html'),
];

/** Web pages. */
export const hostilePages: readonly HostileInput[] = [
  ...NESTED.map((tag) => page(`<${tag}> in itself`, (size) => `${`<${tag}>`.repeat(size)}字`)),
  ...NESTED.map((tag) => page(`<${tag}> in itself, each with text`, (size) => `<${tag}>字`.repeat(size / 4))),
  ...UNCLOSED.map((piece) => page(`${piece} without end`, (size) => piece.repeat(size))),
  ...harm,
];
