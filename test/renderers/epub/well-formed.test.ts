import { expect, test } from 'vitest';
import { malformed } from './well-formed.js';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

test.each(['<a/>', '<a b="c">text &amp; <d/></a>', '<!DOCTYPE html>\n<html xml:lang="zh">字</html>'])(
  '%s is well-formed',
  (xml) => {
    expect(malformed(XML + xml)).toBeUndefined();
  },
);

test.each([
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a b=c/>',
  '<a b="1" b="2"/>',
  '<a>&nbsp;</a>',
  '<a>1 < 2</a>',
  '<a>\u0001</a>',
  '<a>\uD800</a>',
  '<a><b id="x"/><c id="x"/></a>',
  'text<a/>',
])('%j is not', (xml) => {
  expect(malformed(XML + xml)).toBeDefined();
});
