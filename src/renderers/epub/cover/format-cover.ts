import { formatOutline } from '../../../fonts/index.js';
import { element, formatXml, type XmlElement } from '../xml.js';
import { HEIGHT, INK, PAPER, WIDTH } from './cover-design.js';
import type { CoverDrawing, CoverRule, CoverShape } from './draw-cover.js';

/** The cover as SVG. */
export function formatCover({ title, shapes, rules, accent }: CoverDrawing, language: string): string {
  const ink = { fill: INK, stroke: INK, 'stroke-width': '0', 'stroke-linejoin': 'round' };
  return formatXml(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        width: String(WIDTH),
        height: String(HEIGHT),
        'xml:lang': language,
      },
      [
        element('title', {}, [title]),
        rectangle({ x: 0, y: 0, width: WIDTH, height: HEIGHT }, PAPER),
        ...rules.map((rule) => rectangle(rule, accent)),
        element('g', ink, shapes.map(path)),
      ],
    ),
  );
}

function rectangle({ x, y, width, height }: CoverRule, fill: string): XmlElement {
  return element('rect', { x: String(x), y: String(y), width: String(width), height: String(height), fill });
}

function path({ outline, matrix, strokeUnits }: CoverShape): XmlElement {
  const values = matrix.map((value, index) => short(value, index < 4 ? 5 : 1));
  return element('path', {
    transform: `matrix(${values.join(' ')})`,
    d: formatOutline(outline),
    'stroke-width': strokeUnits === undefined ? undefined : short(strokeUnits, 1),
  });
}

const short = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
