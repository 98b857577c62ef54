import type { DraftBlock, Inline } from '../../src/model/index.js';

/** A draft as readable lines, one a block, two spaces a level of nesting. */
export function draftOutline(blocks: readonly DraftBlock[], depth = 0): string[] {
  return blocks.flatMap((block) => blockOutline(block, depth));
}

function blockOutline(block: DraftBlock, depth: number): string[] {
  const at = (text: string, level = depth): string => `${'  '.repeat(level)}${text}`;
  switch (block.type) {
    case 'line': {
      const name = block.headingLevel === undefined ? 'line' : `heading ${block.headingLevel}`;
      return [at(`${name} ${inlineMarks(block.inlines)}`)];
    }
    case 'list':
      return [
        at(block.ordered ? `list from ${block.start}` : 'list'),
        ...block.items.flatMap((item) => [
          at(item.checked === undefined ? 'item' : `item [${item.checked ? 'x' : ' '}]`, depth + 1),
          ...draftOutline(item.children, depth + 2),
        ]),
      ];
    case 'quote':
      return [
        at('quote'),
        ...draftOutline(block.children, depth + 1),
        ...(block.attribution ? [at(`by ${inlineMarks(block.attribution)}`, depth + 1)] : []),
      ];
    case 'verse':
      return [at('verse'), ...block.lines.map((line) => at(inlineMarks(line), depth + 1))];
    case 'code':
      return [at(`code ${block.language ?? ''}: ${JSON.stringify(block.text)}`)];
    case 'math':
      return [at(`math ${JSON.stringify(block.tex)}`)];
    case 'table':
      return [
        at(`table ${block.columns.map((column) => column.align ?? '-').join(' ')}`),
        ...block.rows.map((row) =>
          at(row.cells.map((cell) => draftOutline(cell.children).join()).join(' | '), depth + 1),
        ),
      ];
    case 'figure':
      return [at(`figure ${block.imageId} ${block.alt}${block.title ? ` “${block.title}”` : ''}`)];
    case 'rule':
      return [at('rule')];
  }
}

/** Inlines with their kind in angle brackets: `<strong 重点>`. */
export function inlineMarks(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.text;
        case 'code':
          return `<code ${inline.text}>`;
        case 'math':
          return `<math ${inline.tex}>`;
        case 'ruby':
          return `<ruby ${inline.base}=${inline.reading}>`;
        case 'noteReference':
          return `<note ${inline.noteId}>`;
        case 'image':
          return `<image ${inline.imageId} ${inline.alt}${inline.title ? ` “${inline.title}”` : ''}>`;
        case 'lineBreak':
          return '<br>';
        case 'link':
          return `<link ${inline.url} ${inlineMarks(inline.children)}>`;
        case 'indexTerm': {
          const { term, sub, reading, children } = inline;
          const entry = [term, ...(sub ? [sub] : [])].join('/') + (reading ? `~${reading}` : '');
          return `<term ${entry}: ${inlineMarks(children)}>`;
        }
        case 'underline':
          return `<${inline.wavy ? 'wavy' : 'underline'} ${inlineMarks(inline.children)}>`;
        default:
          return `<${inline.type} ${inlineMarks(inline.children)}>`;
      }
    })
    .join('');
}
