import type { InlineItem, ParagraphSettings } from '../../../src/composer/index.js';
import { setBoundaries } from '../../../src/composer/paragraph/boundaries.js';
import { EMERGENCY } from '../../../src/composer/paragraph/cluster-list.js';
import { makeClusters } from '../../../src/composer/paragraph/clusters.js';
import { gatherCharacters } from '../../../src/composer/paragraph/gather.js';
import { resolveClasses } from '../../../src/composer/paragraph/resolve-classes.js';
import { placeRubies } from '../../../src/composer/paragraph/ruby.js';
import { gridMetrics } from '../grid-metrics.js';
import { compose, EM, gridSettings, LOOK } from '../set-on-grid.js';

/** One line of a case file: a text with a bar wherever a line ends, or may end. */
export interface BreakCase {
  /** The rule it stands for: the nearest heading above it. */
  readonly rule: string;
  /** Characters a line; absent: the bars show every place where a line may end. */
  readonly perLine?: number;
  readonly settings: Partial<ParagraphSettings>;
  readonly expected: string;
}

const BAR = '|';
/** A hyphen that the breaker adds. */
const ADDED_HYPHEN = '\u00AC';

/**
 * Reads a file of cases. `# rule` begins a group, `@ level strict, region ja` changes the settings of what follows up
 * to the next `@` or `#`; `\u{200B}` stands for a character that cannot be seen.
 */
export function parseCases(file: string): BreakCase[] {
  const cases: BreakCase[] = [];
  let rule = '';
  let settings: Partial<ParagraphSettings> = {};
  for (const line of file.split('\n')) {
    if (line.startsWith('#')) [rule, settings] = [line.slice(1).trim(), {}];
    else if (line.startsWith('@')) settings = parseSettings(line.slice(1));
    else if (line !== '') {
      const [, measure, text] = /^(?:(\d+(?:\.\d+)?) )?(.*)$/.exec(line) ?? [];
      const expected = (text ?? '').replace(/\\u\{([0-9A-F]+)\}/g, (_, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      );
      cases.push({ rule, settings, expected, ...(measure && { perLine: Number(measure) }) });
    }
  }
  return cases;
}

const SETTINGS: Readonly<Record<string, (value: string) => Partial<ParagraphSettings>>> = {
  level: (value) => ({ prohibition: value as ParagraphSettings['prohibition'] }),
  region: (value) => ({ region: value as ParagraphSettings['region'], language: value }),
  marks: (value) => ({ punctuation: value as ParagraphSettings['punctuation'] }),
  align: (value) => ({ align: value as ParagraphSettings['align'] }),
  indent: (value) => ({ firstLineIndentPt: Number(value) * EM }),
  hanging: () => ({ hanging: true }),
  whole: () => ({ hyphenate: false }),
};

function parseSettings(line: string): Partial<ParagraphSettings> {
  const changes = line
    .split(',')
    .map((wish) => wish.trim().split(' '))
    .filter(([name]) => name !== '')
    .map(([name, value]) => {
      const setting = SETTINGS[name ?? ''];
      if (!setting) throw new RangeError(`unknown setting of a case: ${name}`);
      return setting(value ?? '');
    });
  return Object.assign({}, ...changes);
}

/** What the composer makes of a case, without the marks around code, readings and notes. */
export function breakAgain({ perLine, settings, expected }: BreakCase): string {
  const items = itemsOf(expected.replaceAll(`${ADDED_HYPHEN}${BAR}`, '').replaceAll(BAR, ''));
  return perLine === undefined ? showLegalBreaks(items, settings) : showLines(items, perLine, settings);
}

/** The text of a case with its bars. */
export function plainText(expected: string): string {
  return itemsOf(expected)
    .map((item) => (item.type === 'ruby' ? item.base : 'text' in item ? item.text : ''))
    .join('');
}

/** `code` between grave accents, a ^mark^ of a note, a {base/reading}. */
const MARKUP = /`([^`]+)`|\^([^^]+)\^|\{([^/}]+)\/([^}]+)\}/g;

function itemsOf(source: string): InlineItem[] {
  const items: InlineItem[] = [];
  let from = 0;
  const addText = (text: string): void => {
    if (text !== '') items.push({ type: 'text', text, look: LOOK });
  };
  for (const match of source.matchAll(MARKUP)) {
    const [whole, code, note, base, reading] = match;
    addText(source.slice(from, match.index));
    if (code) items.push({ type: 'text', text: code, look: { ...LOOK, family: 'mono', verbatim: true } });
    else if (note) items.push({ type: 'noteMark', text: note, noteId: note, look: { ...LOOK, sizePt: 6 } });
    else if (base && reading) items.push({ type: 'ruby', base, reading, look: LOOK });
    from = match.index + whole.length;
  }
  addText(source.slice(from));
  return items;
}

function showLines(
  items: readonly InlineItem[],
  perLine: number,
  settings: Partial<ParagraphSettings>,
): string {
  const { lines, text } = compose(items, perLine, settings);
  return lines
    .map((line) => {
      const hyphen = line.runs.some((run) => run.artifact && run.text === '-') ? ADDED_HYPHEN : '';
      return text.slice(line.start, line.end) + hyphen;
    })
    .join(BAR);
}

/** A bar in every place where a line may end without breaking a rule, whatever it costs. */
function showLegalBreaks(items: readonly InlineItem[], changes: Partial<ParagraphSettings>): string {
  const [settings, metrics] = [gridSettings(1000, changes), gridMetrics()];
  const characters = gatherCharacters(items);
  const { text } = characters;
  resolveClasses(characters, settings);
  const { clusters } = makeClusters(characters, settings, metrics);
  setBoundaries(clusters, settings, metrics);
  placeRubies(clusters, metrics);
  let shown = '';
  for (let index = 0; index < clusters.count; index++) {
    if (index > 0 && (clusters.penalty[index] as number) < EMERGENCY) {
      shown += clusters.hyphen[index] === 1 ? `${ADDED_HYPHEN}${BAR}` : BAR;
    }
    shown += text.slice(clusters.textStart(index), clusters.textStart(index + 1));
  }
  return shown;
}
