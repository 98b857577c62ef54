import { type Article, type Block, blockText, type Part, plainText } from '../../src/model/index.js';
import type { StructureReport } from '../../src/structure/index.js';

/** An understood article as lines that a person can read aloud: facts, blocks by nesting, then what was removed. */
export function articleAsText(article: Article, report: StructureReport): string {
  const { title, subtitle, provenance } = article;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['title', title],
    ['subtitle', subtitle],
    ...provenance.authors.map((author) => ['author', author] as const),
    ['published', provenance.publishedOn],
    ['source', provenance.sourceName],
    ['url', provenance.sourceUrl],
    ['channel', provenance.channel],
  ];
  return [
    ...facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`])),
    ...(article.lead.length > 0 ? ['lead', ...blocksAsText(article.lead, '  ')] : []),
    ...article.parts.flatMap(partAsText),
    ...article.notes.map((note) => `note ${note.id} ${note.children.map(blockText).join(' / ')}`),
    ...report.removed.map(({ rule, text }) => `removed ${rule}: ${text}`),
  ].join('\n');
}

function partAsText({ title, label, children }: Part): string[] {
  if (!title) return blocksAsText(children, '');
  return [`part ${label ? `[${label.text}] ` : ''}${plainText(title)}`, ...blocksAsText(children, '  ')];
}

function blocksAsText(blocks: readonly Block[], indent: string): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'section': {
        const label = block.label ? `[${block.label.text}] ` : '';
        const runIn = block.runIn ? 'run-in ' : '';
        return [
          `${indent}section ${runIn}${label}${plainText(block.heading)}`.trimEnd(),
          ...blocksAsText(block.children, `${indent}  `),
        ];
      }
      case 'list':
        return block.items.flatMap((item) => [
          `${indent}item ${item.label ? `[${item.label.text}] ` : ''}${item.children.map(blockText).join(' / ')}`,
        ]);
      case 'quote':
        return [
          `${indent}quote${block.attribution ? ` by ${plainText(block.attribution)}` : ''}`,
          ...blocksAsText(block.children, `${indent}  `),
        ];
      default:
        return [`${indent}${block.type} ${blockText(block).replaceAll('\n', ' / ')}`.trimEnd()];
    }
  });
}
