import { headingText, type OutlineEntry } from '../../model/index.js';
import type { FlowBlock } from './flow-block.js';

/** Headings of what stands before the text of a book: 序, 自序, 再版前言, 译者序, 凡例. */
const PREFACE =
  /^(?:.{0,4}[版者])?(?:序|自序|代序|总序|序言|前言|序[一二三四五])$|^(?:出版说明|编辑说明|凡例|致读者|题记|写在前面|编者的话|内容(?:简介|提要))$/u;

/**
 * Marks the block with which the text begins, behind the prefaces, and so that it opens a page; where nothing before it
 * has a page of its own, nothing is marked.
 *
 * @param body Lead and parts; the first block opens a page where contents stand above.
 * @param opens The page that the text is to open.
 */
export function markTextStart(
  body: readonly FlowBlock[],
  entries: readonly OutlineEntry[],
  opens: 'page' | 'odd',
): FlowBlock[] {
  const at = textStart(body, entries);
  return body.map((block, index) =>
    index === at && (block.pageBreak ?? 'none') !== 'none'
      ? { ...block, pageBreak: opens === 'odd' ? opens : (block.pageBreak ?? opens), startsText: true }
      : block,
  );
}

function textStart(body: readonly FlowBlock[], entries: readonly OutlineEntry[]): number {
  const chapters = entries.filter(({ level }) => level === 1);
  const first = chapters.find((entry) => entry.label !== undefined || !PREFACE.test(plain(entry)));
  if (!first || first === chapters[0]) return 0;
  const place = `heading-${first.number}`;
  return body.findIndex((block) => block.slices[0]?.places?.includes(place));
}

const plain = (entry: OutlineEntry): string => headingText(entry).replace(/\s/gu, '');
