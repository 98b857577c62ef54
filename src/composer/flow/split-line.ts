import type { GlyphRun, Line } from '../line.js';

/**
 * A line in two that paint as one: its first `length` UTF-16 units and the rest. Boxes, links and strokes stay with
 * the side on which they begin. Undefined for a side without text.
 */
export function splitLine(line: Line, length: number): [head: Line | undefined, tail: Line | undefined] {
  const heads: GlyphRun[] = [];
  const tails: GlyphRun[] = [];
  let left = length;
  for (const run of line.runs) {
    if (run.artifact || run.text.length <= left) (left > 0 ? heads : tails).push(run);
    else if (left <= 0) tails.push(run);
    else {
      const [head, tail] = splitRun(run, left);
      heads.push(head);
      tails.push(tail);
    }
    if (!run.artifact) left -= run.text.length;
  }
  if (tails.length === 0) return [line, undefined];
  if (heads.length === 0) return [undefined, line];
  const edge = Math.min(...tails.map((run) => run.xPt));
  const side = (runs: GlyphRun[], holds: (xPt: number) => boolean): Line => ({
    ...line,
    runs,
    boxes: line.boxes.filter((box) => holds(box.xPt)),
    links: line.links.filter((link) => holds(link.xPt)),
    rules: line.rules.filter((rule) => holds(rule.xPt)),
  });
  return [side(heads, (xPt) => xPt < edge), side(tails, (xPt) => xPt >= edge)];
}

function splitRun(run: GlyphRun, length: number): [GlyphRun, GlyphRun] {
  const index = run.starts.findIndex((start) => start >= length);
  const cut = index < 0 ? run.glyphs.length : index;
  const at = run.starts[cut] ?? run.text.length;
  const widthPt = run.advancesPt.slice(0, cut).reduce((sum, advance) => sum + advance, 0);
  return [
    {
      ...run,
      glyphs: run.glyphs.slice(0, cut),
      advancesPt: run.advancesPt.slice(0, cut),
      text: run.text.slice(0, at),
      starts: run.starts.slice(0, cut),
    },
    {
      ...run,
      xPt: run.xPt + widthPt,
      glyphs: run.glyphs.slice(cut),
      advancesPt: run.advancesPt.slice(cut),
      text: run.text.slice(at),
      starts: run.starts.slice(cut).map((start) => start - at),
    },
  ];
}
