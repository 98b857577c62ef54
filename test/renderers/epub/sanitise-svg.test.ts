import { expect, test } from 'vitest';
import { sanitiseSvg } from '../../../src/renderers/epub/sanitise-svg.js';
import { lines } from './opened-book.js';
import { malformed } from './well-formed.js';

/** What is left of the content of a drawing. */
function cleaned(content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${content}</svg>`;
  const clean = sanitiseSvg(new TextEncoder().encode(svg));
  const text = clean && new TextDecoder().decode(clean);
  expect(text && malformed(text)).toBeUndefined();
  const [, inside = ''] = /<svg[^>]*>\n?(.*)<\/svg>/s.exec(text ?? '') ?? [];
  return inside.replace(/^ {2}/gm, '').trimEnd();
}

test('what draws stays', () => {
  expect(
    cleaned(
      '<defs><linearGradient id="g"><stop offset="0" style="stop-color: red"/></linearGradient></defs>' +
        '<rect id="r" width="9" height="9" fill="url(#g)"/><use href="#r"/><text>文<tspan>字</tspan> &amp; &#20043;</text>',
    ),
  ).toBe(
    lines(`
      <defs>
        <linearGradient id="g">
          <stop offset="0" stop-color="red"></stop>
        </linearGradient>
      </defs>
      <rect id="r" width="9" height="9" fill="url(#g)"/>
      <use xlink:href="#r"></use>
      <text>文<tspan>字</tspan> &amp; 之</text>`),
  );
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a style sheet', '<style>@import "http://e.example/x.css";</style>'],
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

test('a link gives its content, and a use only what is drawn', () => {
  expect(cleaned('<a href="javascript:x"><circle r="1"/></a><use href="data:x"/><use href="#none"/>')).toBe(
    '<circle r="1"/>\n<use></use>\n<use></use>',
  );
});

test.each([
  ['another root', '<html/>'],
  ['entities of its own', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'],
  ['a tag never closed', '<svg><g></svg>'],
  ['an absurd depth', `<svg>${'<g>'.repeat(9999)}${'</g>'.repeat(9999)}</svg>`],
  ['a comment never closed', `<svg>${'<!--'.repeat(50_000)}`],
])('%s is refused', (_what, svg) => {
  expect(sanitiseSvg(new TextEncoder().encode(svg))).toBeUndefined();
});
