import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { render } from '../../../src/convert.js';
import type { Block } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import { pictureOf } from '../../outputs/extreme-articles.js';
import { articleOf, text } from './rich-article.js';
import { attribute, part } from './word-file.js';

async function written(...children: Block[]): Promise<Uint8Array> {
  const article = { ...articleOf(...children), images: { dot: pictureOf(4, 4) } };
  return (await render(article, 'docx')).bytes;
}

const figure = { type: 'figure', imageId: 'dot' } as const;

test('a picture is described by its own words, else by its caption; one of which nothing is said is decorative', async () => {
  const bytes = await written(
    { ...figure, alt: '桥' },
    { ...figure, alt: '', caption: [text('新桥')] },
    { ...figure, alt: '' },
  );
  const xml = part(bytes, 'word/document.xml');
  const pictures = xml.match(/<wp:docPr [^>]*>/g) ?? [];
  expect(pictures.map((picture) => attribute(picture, 'descr'))).toEqual(['桥', '图片\uFF1A新桥', undefined]);
  expect(xml.match(/adec:decorative [^>]*val="1"/g)).toHaveLength(1);
});

test('pictures read back have the words and captions that they had', async () => {
  const shown: Block[] = [
    { ...figure, alt: '桥' },
    { ...figure, alt: '', caption: [text('新桥')] },
    { ...figure, alt: '桥', caption: [text('新桥')] },
    { ...figure, alt: '' },
    { type: 'paragraph', children: [text('终。')] },
  ];
  const { article } = await readArticle(await written(...shown));
  const read = article.parts[0]?.children.map((block) =>
    block.type === 'figure' ? { ...block, imageId: 'dot' } : block,
  );
  expect(read).toEqual(shown);
});

test('a picture shown twice is stored once', async () => {
  const bytes = await written({ ...figure, alt: '一' }, { ...figure, alt: '二' });
  expect(Object.keys(unzipSync(bytes)).filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
});
