import type { Underline, Warichu } from '../../model/index.js';

/** A mark of those that stand beside text or set it in rows. */
export type SideMark = Omit<Underline, 'children'> | Omit<Warichu, 'children'>;

/** What an element says of itself, in lower case. */
export interface ElementLook {
  readonly tag: string;
  /** Its classes, parted by spaces. */
  readonly classes: string;
  readonly style: ReadonlyMap<string, string>;
}

/** Classes that editions of old texts give to remarks in two rows. */
const WARICHU = /(?:^|\s)(?:warichu|jiazhu|gezhu|shuanghang)(?:\s|$)/;
/** And to the wavy line under titles. */
const WAVY = /(?:^|\s)(?:wavy|wavy-underline|shuminghao)(?:\s|$)/;
const STRAIGHT = /(?:^|\s)(?:ul|underline|zhuanminghao|proper-name)(?:\s|$)/;

/**
 * A line beside the text of an element, or its setting in two rows. What a link is underlined with is the look of links,
 * so it has none. Every element has a mark of its own, for two names that touch are two.
 *
 * @see HTML Standard, "The u element": proper name marks in Chinese text
 */
export function sideMark({ tag, classes, style }: ElementLook): SideMark | undefined {
  if (tag === 'a') return undefined;
  if (WARICHU.test(classes)) return { type: 'warichu' };
  const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  const isWavy =
    /wavy/.test(`${decoration} ${style.get('text-decoration-style') ?? ''}`) || WAVY.test(classes);
  const isUnderlined = tag === 'u' || decoration.includes('underline');
  if (!isUnderlined && !WAVY.test(classes) && !(tag === 'span' && STRAIGHT.test(classes))) return undefined;
  return isWavy ? { type: 'underline', wavy: true } : { type: 'underline' };
}
