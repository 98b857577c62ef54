import type { DraftBlock, DraftFigure, DraftLine } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { buildLists } from './lists.js';
import type { ItemPiece, Piece } from './pieces.js';

/** Puts pieces together that are one: items to lists, lines of code, paragraphs of a quotation, figure and caption. */
export function assemble(pieces: readonly Piece[]): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece;
    const end = endOfGroup(pieces, at);
    const group = pieces.slice(at, end);
    if (piece.kind === 'code') pushAll(blocks, toCode(group));
    else if (piece.kind === 'quote')
      blocks.push({ type: 'quote', children: group.flatMap(blocksOf), line: lineOf(group) });
    else if (piece.kind === 'attribution') addAttribution(blocks, piece.blocks);
    else if (piece.kind === 'caption') addCaption(blocks, piece.blocks, pieces[end]);
    else if (piece.kind === 'item') pushAll(blocks, buildLists(group));
    else pushAll(blocks, piece.blocks);
    at = end;
  }
  return blocks;
}

/** One by one: there may be more of them than the arguments of one call may be. */
function pushAll(blocks: DraftBlock[], more: readonly DraftBlock[]): void {
  for (const block of more) blocks.push(block);
}

function blocksOf(piece: Piece): readonly DraftBlock[] {
  return piece.kind === 'code' ? [] : piece.blocks;
}

function lineOf(pieces: readonly Piece[]): number {
  return pieces.flatMap(blocksOf)[0]?.line ?? 1;
}

function endOfGroup(pieces: readonly Piece[], at: number): number {
  const { kind } = pieces[at] as Piece;
  let end = at + 1;
  if (kind === 'code' || kind === 'quote') while (pieces[end]?.kind === kind) end += 1;
  if (kind !== 'item') return end;
  let last = pieces[at] as ItemPiece;
  for (let next = pieces[end]; next; next = pieces[end]) {
    if (next.kind === 'item') last = next;
    else if (!goesOn(next, last)) break;
    end += 1;
  }
  return end;
}

/** A paragraph under an item, which begins where the item's text begins. */
function goesOn(piece: Piece, item: ItemPiece): boolean {
  if (piece.kind !== 'blocks' || piece.leftTwips === undefined || item.leftTwips <= 0) return false;
  return piece.leftTwips >= item.leftTwips && piece.blocks.length > 0;
}

function toCode(group: readonly Piece[]): DraftBlock[] {
  const [first] = group;
  const text = group
    .map((piece) => (piece.kind === 'code' ? piece.text : ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
  return text === '' || first?.kind !== 'code' ? [] : [{ type: 'code', text, line: first.line }];
}

/** A caption stands under its figure or above its table; any other is a line, which the text around it explains. */
function addCaption(blocks: DraftBlock[], caption: readonly DraftBlock[], next: Piece | undefined): void {
  const [line] = caption;
  const figure = blocks.at(-1);
  if (caption.length !== 1 || line?.type !== 'line') pushAll(blocks, caption);
  else if (figure?.type === 'figure' && !figure.caption && !(isTable(next) && namesTable(line))) {
    blocks[blocks.length - 1] = withCaption(figure, line);
  } else blocks.push(isTable(next) ? { ...line, tableCaption: true } : line);
}

/** Between a picture and a table, its first word says whose it is. */
const namesTable = ({ inlines }: DraftLine): boolean => /^\s*(?:续?表|table)/iu.test(plainText(inlines));

const DASH = /^\u2014{1,2}\s*/u;

/** Under a quotation or verse; anywhere else it is a line. */
function addAttribution(blocks: DraftBlock[], said: readonly DraftBlock[]): void {
  const [line] = said;
  const quoted = blocks.at(-1);
  const isQuoted = quoted?.type === 'verse' || (quoted?.type === 'quote' && !quoted.attribution);
  if (said.length !== 1 || line?.type !== 'line' || !isQuoted) {
    pushAll(blocks, said);
    return;
  }
  const [first, ...rest] = line.inlines;
  const text = first?.type === 'text' ? first.text.replace(DASH, '') : '';
  const attribution =
    first?.type !== 'text' ? line.inlines : text === '' ? rest : [{ ...first, text }, ...rest];
  const quote: DraftBlock =
    quoted.type === 'quote' ? quoted : { type: 'quote', children: [quoted], line: quoted.line };
  blocks[blocks.length - 1] = { ...quote, attribution };
}

const isTable = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.kind === 'blocks' && piece.blocks[0]?.type === 'table';

/**
 * Words that say what the alternative text says are no caption: programs that print it write it so. Our own files say the
 * caption of a picture without alternative text again, as that of a picture.
 */
function withCaption(figure: DraftFigure, { inlines }: DraftLine): DraftFigure {
  const words = plainText(inlines);
  if (words === figure.alt) return figure;
  // numbers of captions are parted from their text by a blank that is not the author's
  const isNamed = squeeze(figure.alt) === squeeze(`图片\uFF1A${words}`);
  return { ...figure, ...(isNamed && { alt: '' }), caption: inlines };
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
