import type { RubyItem } from '../inline.js';
import type { GlyphRun } from '../line.js';
import type { FontMetrics } from '../metrics.js';
import { type GlyphTable, glyphTable, topOfCell } from './glyph-table.js';

/** Size of the signs and width of their column, tones included, in em of the base. @see CLREQ, positioning of zhuyin */
const SIGN_SIZE = 0.3;
export const ZHUYIN_COLUMN_EM = 0.5;
/** Middle of the signs and of the tones beside them, in em from the right edge of the base. */
const SIGN_MIDDLE_EM = 0.16;
const TONE_MIDDLE_EM = 0.4;
/** The light tone stands above all signs, in a row of its own that is half as high. */
const LIGHT_TONE = '\u02D9';
const LIGHT_ROW = 0.5;
/** Middle of a tone above the middle of the sign that it stands beside, in signs. */
const TONE_RAISE = 0.35;

const SIGN = /[\u3105-\u312F\u31A0-\u31BF]/gu;
const TONE = /[\u02C7\u02C9-\u02CB]/u;

/** Where a base stands: where its cell begins along the line, and how long that is. */
export interface ZhuyinPlace {
  readonly startPt: number;
  readonly lengthPt: number;
  readonly vertical: boolean;
}

/** One sign with its middle, in em of the base from the middle of the base's right edge: to the right, and down. */
interface PlacedSign {
  readonly char: string;
  readonly right: number;
  readonly down: number;
  /** What of it stands there: its cell, or its ink for tones, which fonts put anywhere. */
  readonly by: 'cell' | 'ink';
}

function placeSigns(reading: string): PlacedSign[] {
  const signs = reading.match(SIGN) ?? [];
  const isLight = reading.includes(LIGHT_TONE);
  const rows = signs.length + (isLight ? LIGHT_ROW : 0);
  const top = (-rows / 2) * SIGN_SIZE;
  const first = top + (isLight ? LIGHT_ROW : 0) * SIGN_SIZE;
  const placed = signs.map((char, row): PlacedSign => {
    return { char, right: SIGN_MIDDLE_EM, down: first + (row + 0.5) * SIGN_SIZE, by: 'cell' };
  });
  if (isLight) {
    const down = top + (LIGHT_ROW / 2) * SIGN_SIZE;
    placed.unshift({ char: LIGHT_TONE, right: SIGN_MIDDLE_EM, down, by: 'ink' });
  }
  const tone = TONE.exec(reading)?.[0];
  const last = placed.at(-1);
  if (tone && last) {
    placed.push({ char: tone, right: TONE_MIDDLE_EM, down: last.down - TONE_RAISE * SIGN_SIZE, by: 'ink' });
  }
  return placed;
}

/** The reading as runs of one sign each; it is no part of the text. Signs that no face has are left out. */
export function setZhuyin({ reading, look }: RubyItem, place: ZhuyinPlace, metrics: FontMetrics): GlyphRun[] {
  // Signs stand below each other in lines too, so that ㄧ is the one of columns.
  const table = glyphTable(metrics, look.family, look.weight, true);
  return placeSigns(reading).flatMap((sign) => {
    const slot = table.slot(sign.char.codePointAt(0) as number);
    return (table.faces[slot] as number) < 0 ? [] : [signRun(sign, slot, table, { look, place, metrics })];
  });
}

interface SignSetting {
  readonly look: RubyItem['look'];
  readonly place: ZhuyinPlace;
  readonly metrics: FontMetrics;
}

function signRun(
  sign: PlacedSign,
  slot: number,
  table: GlyphTable,
  { look, place, metrics }: SignSetting,
): GlyphRun {
  const [face, glyph] = [table.faces[slot] as number, table.glyphs[slot] as number];
  const em = look.sizePt;
  const sizePt = em * SIGN_SIZE;
  const box = metrics.emBox(face);
  const middle = (box[0] + box[1]) / 2;
  const advance = metrics.advanceEm(face, glyph);
  const [x, y] = sign.by === 'cell' ? [advance / 2, middle] : inkMiddle(metrics, face, glyph);
  const { startPt, lengthPt, vertical } = place;
  const base = middle * em + (look.raisePt ?? 0);
  const along = vertical ? startPt + lengthPt / 2 + sign.down * em : startPt + lengthPt + sign.right * em;
  const above = base + (vertical ? 0.5 + sign.right : -sign.down) * em;
  return {
    face,
    sizePt,
    color: look.color,
    xPt: along - (vertical ? topOfCell(box) - y : x) * sizePt,
    raisePt: above - (vertical ? middle + x - advance / 2 : y) * sizePt,
    glyphs: [glyph],
    advancesPt: [(vertical ? 1 : advance) * sizePt],
    text: sign.char,
    starts: [0],
    ...(vertical && { stance: 'upright' as const }),
    artifact: true,
  };
}

function inkMiddle(metrics: FontMetrics, face: number, glyph: number): [x: number, y: number] {
  const [left, right] = metrics.inkEm(face, glyph);
  const [bottom, top] = metrics.inkHeightEm(face, glyph);
  return [(left + right) / 2, (bottom + top) / 2];
}
