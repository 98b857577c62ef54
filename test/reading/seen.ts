import type { InspectedBlock, Inspection } from '../../src/index.js';
import type { Kind } from './page.js';

/** A block as the reader saw it, laid flat. */
export interface Seen {
  readonly kind: Kind;
  /** With and without its number. */
  readonly keys: readonly string[];
  readonly level?: number;
  readonly numeral?: string;
  readonly part?: boolean;
}

/** Compares letters alone: spaces, widths, stops, dashes and quotes are the typesetter's affair, not the reader's. */
export function key(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[\u201C\u201D\u300C\u300D"]/gu, '"')
    .replace(/[\u2018\u2019\u300E\u300F']/gu, "'")
    .replace(/[\u2014\u2015\u2500-]+/gu, '-')
    .replace(/[.\u3002\u00B7]{2,}|\u2026+/gu, '\u2026')
    .replace(/(?<=[\p{Script=Han}"')])\.(?![0-9A-Za-z])/gu, '\u3002');
}

/** What was read, in order: lead, parts with their marks, notes. */
export function seenUnits(found: Inspection): Seen[] {
  const parts = found.parts.flatMap((part): Seen[] => [
    ...(part.title === null && part.label === null
      ? []
      : [{ kind: 'part' as const, keys: keysOf(part.label?.text, part.title ?? ''), part: true }]),
    ...part.blocks.flatMap(seenBlock),
  ]);
  const notes = found.notes.map((note): Seen => ({ kind: 'note', keys: [key(note.text)] }));
  return merged([...found.lead.flatMap(seenBlock), ...parts, ...notes]);
}

export function keysOf(label: string | undefined, text: string): string[] {
  return [key((label ?? '') + text), key(text)];
}

function seenBlock(block: InspectedBlock): Seen[] {
  switch (block.type) {
    case 'heading':
      return [
        {
          kind: 'heading',
          keys: keysOf(block.label?.text, block.text),
          level: block.level,
          ...(block.label && { numeral: block.label.numeral }),
        },
      ];
    case 'listItem': {
      const inner = block.blocks?.flatMap(seenBlock) ?? [];
      return [{ kind: 'listItem', keys: keysOf(block.label?.text, block.text) }, ...inner];
    }
    case 'quote': {
      const inner = block.blocks.flatMap(seenBlock).map((unit): Seen => ({ ...unit, kind: 'quote' }));
      return block.attribution ? [...inner, { kind: 'quote', keys: [key(block.attribution)] }] : inner;
    }
    case 'table': {
      const cells = block.rows.flat().map((cell) => cell.text);
      const caption = block.caption ? [{ kind: 'figure' as const, keys: [key(block.caption)] }] : [];
      return [...caption, { kind: 'table', keys: [key(cells.join(''))] }];
    }
    case 'figure':
      return block.caption ? [{ kind: 'figure', keys: [key(block.caption)] }] : [];
    case 'break':
      return [];
    case 'attachments':
      return [{ kind: 'attachments', keys: keysOf('\u9644\u4EF6:', block.text) }];
    default:
      return [{ kind: block.type as Kind, keys: [key(block.text)] }];
  }
}

/** Stanzas and lines of a signature that follow each other are one unit on both sides. */
function merged(units: readonly Seen[]): Seen[] {
  const result: Seen[] = [];
  for (const unit of units) {
    const last = result.at(-1);
    if (last && last.kind === unit.kind && (unit.kind === 'verse' || unit.kind === 'signature'))
      result[result.length - 1] = { ...last, keys: [`${last.keys[0]}${unit.keys[0]}`] };
    else result.push(unit);
  }
  return result;
}
