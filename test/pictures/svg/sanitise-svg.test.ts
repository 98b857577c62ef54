import { expect, test } from 'vitest';
import { sanitiseSvg } from '../../../src/pictures/svg/sanitise-svg.js';
import { malformed } from '../../renderers/epub/well-formed.js';

/** What is left of the content of a drawing. */
function cleaned(content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${content}</svg>`;
  const clean = sanitiseSvg(new TextEncoder().encode(svg));
  const text = clean && new TextDecoder().decode(clean);
  expect(text && malformed(text)).toBeUndefined();
  const [, inside = ''] = /<svg[^>]*>(.*)<\/svg>/s.exec(text ?? '') ?? [];
  return inside;
}

test('what draws stays', () => {
  expect(
    cleaned(
      '<defs><linearGradient id="g"><stop offset="0" style="stop-color: red"/></linearGradient></defs>' +
        '<rect id="r" width="9" height="9" fill="url(#g)"/><use href="#r"/><text>文<tspan>字</tspan> &amp; &#20043;</text>',
    ),
  ).toBe(
    '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>' +
      '<rect id="r" width="9" height="9" fill="url(#g)"/><use xlink:href="#r"/><text>文<tspan>字</tspan> &amp; 之</text>',
  );
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a style sheet that imports', '<style>@import "http://e.example/x.css";</style>'],
  ['a style sheet that fetches', '<style>.a{fill:url(http://e.example/x)}</style>'],
  ['a style sheet in escapes', '<style>.a{b:\\75rl(//e.example)}</style>'],
  ['a picture from outside', '<image href="http://e.example/x.png"/>'],
  ['foreign content', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'],
  ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>'],
  ['a comment', '<!-- <script> -->'],
])('%s goes', (_what, content) => {
  expect(cleaned(content)).toBe('');
});

test.each([
  ['an event', '<path d="M0 0" onclick="alert(1)"/>'],
  ['a colour from outside', '<path d="M0 0" fill="url(http://e.example/#g)"/>'],
  ['a colour from outside, as a style', '<path d="M0 0" style="fill:url(//e.example)"/>'],
  ['a gradient that is not there', '<path d="M0 0" fill="url(#none)"/>'],
  ['an identifier that is none', '<path d="M0 0" id="a b"/>'],
])('%s goes, its element stays', (_what, content) => {
  expect(cleaned(content)).toBe('<path d="M0 0"/>');
});

test('a style sheet that only paints stays, with the classes it is for', () => {
  const content = '<style>.a{fill:#e00;stroke:url(#g)}</style><path class="a" d="M0 0"/>';
  expect(cleaned(content)).toBe(content);
});

test('a link gives its content, and a use only what is drawn', () => {
  expect(cleaned('<a href="javascript:x"><circle r="1"/></a><use href="data:x"/><use href="#none"/>')).toBe(
    '<circle r="1"/><use/><use/>',
  );
});

test.each([
  ['another root', '<html/>'],
  ['entities of its own', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'],
  ['a tag never closed', '<svg><g></svg>'],
  ['an absurd depth', `<svg>${'<g>'.repeat(9999)}${'</g>'.repeat(9999)}</svg>`],
  ['a drawing that uses itself', '<svg><g id="a"><use href="#a"/></g></svg>'],
  ['ten uses of ten uses, six times', `<svg>${bomb((id) => `<use href="#${id}"/>`)}</svg>`],
  [
    'ten patterns of ten patterns, six times',
    `<svg>${bomb((id) => `<rect fill="url(#${id})"/>`, 'pattern')}</svg>`,
  ],
  [
    'a marker of many at each of many corners',
    `<svg><marker id="m">${'<path/>'.repeat(999)}</marker><path marker-mid="url(#m)" d="M${' 1'.repeat(999)}"/></svg>`,
  ],
  ['a chain of a thousand uses', `<svg>${chain(1000)}</svg>`],
  ['a comment never closed', `<svg>${'<!--'.repeat(50_000)}`],
])('%s is refused', (_what, svg) => {
  expect(sanitiseSvg(new TextEncoder().encode(svg))).toBeUndefined();
});

/** Groups of ten calls each of the group before. */
function bomb(call: (id: string) => string, name = 'g'): string {
  const levels = Array.from({ length: 6 }, (_, level) =>
    level === 0
      ? `<${name} id="a0"><path/></${name}>`
      : `<${name} id="a${level}">${call(`a${level - 1}`).repeat(10)}</${name}>`,
  );
  return levels.join('');
}

function chain(length: number): string {
  return Array.from({ length }, (_, index) => `<g id="a${index}"><use href="#a${index + 1}"/></g>`).join('');
}
