import {
  type FileChild,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  Paragraph,
  SectionType,
} from 'docx';
import { type ColumnSetup, toTwips } from '../../style/index.js';
import type { Manuscript } from './manuscript.js';
import { pageNumbers, pageProperties } from './page.js';
import type { KnownPages } from './page-labels.js';
import { hasFirstPage, RunningHeads } from './running-heads.js';
import { hasHeads, type SectionLook, SectionStart } from './section-starts.js';
import { SECTION_END_ID } from './word-styles.js';

interface StorySection {
  readonly look: SectionLook;
  readonly children: FileChild[];
}

const TYPES = {
  here: SectionType.CONTINUOUS,
  page: SectionType.NEXT_PAGE,
  odd: SectionType.ODD_PAGE,
} as const;

/** The story cut at its marks, each piece with its page, columns, heads and numbers. */
export function sectionsOf(
  manuscript: Manuscript,
  blocks: readonly FileChild[],
  pages: KnownPages,
): ISectionOptions[] {
  const cut = cutAtMarks(blocks);
  const heads = new RunningHeads(manuscript, pages);
  const hasFront = cut.some(({ look }) => look.startsText);
  let isText = !hasFront;
  return cut.map(({ look, children }, index) => {
    isText ||= look.startsText === true;
    const isFirst = index === 0;
    const { style, front } = manuscript.sheet.pageNumber;
    const numeral = isText || front === 'continuous' ? style : front;
    const { page, ...rest } = pageProperties(manuscript);
    const properties: ISectionPropertiesOptions = {
      ...rest,
      ...columnsOf(manuscript, look),
      ...(!isFirst && { type: TYPES[look.start] }),
      titlePage: isFirst
        ? hasFirstPage(manuscript.sheet)
        : look.opens !== undefined && hasHeads(manuscript.sheet),
      page: { ...page, ...pageNumbers(numeral, look.startsText && 1) },
    };
    const isLast = index === cut.length - 1;
    return {
      properties,
      ...(isFirst ? heads.first(look) : heads.later(look)),
      children: isLast || children.at(-1) instanceof Paragraph ? children : [...children, sectionEnd()],
    };
  });
}

/** Holds the properties of a section; `endSections` joins it to the paragraph before it, where there is one. */
const sectionEnd = (): Paragraph => new Paragraph({ style: SECTION_END_ID });

/** Marks with nothing between them are one: the later page and columns, the stronger start. */
function cutAtMarks(blocks: readonly FileChild[]): StorySection[] {
  let current: StorySection = { look: { start: 'page', columns: 'across' }, children: [] };
  const sections = [current];
  let pending: SectionLook | undefined;
  for (const block of blocks) {
    if (block instanceof SectionStart) {
      pending = pending ? joined(pending, block.look) : block.look;
      continue;
    }
    if (pending && current.children.length === 0) {
      current = { look: joined(current.look, pending), children: [] };
      sections[sections.length - 1] = current;
    } else if (pending && changes(pending, current.look)) {
      current = { look: pending, children: [] };
      sections.push(current);
    }
    pending = undefined;
    current.children.push(block);
  }
  return sections;
}

const changes = (after: SectionLook, before: SectionLook): boolean =>
  after.start !== 'here' || after.columns !== before.columns;

const STRENGTHS = ['here', 'page', 'odd'] as const;

function joined(before: SectionLook, after: SectionLook): SectionLook {
  const start =
    STRENGTHS[Math.max(STRENGTHS.indexOf(before.start), STRENGTHS.indexOf(after.start))] ?? 'page';
  return { ...before, ...after, start };
}

function columnsOf(
  { sheet }: Manuscript,
  { columns }: SectionLook,
): Pick<ISectionPropertiesOptions, 'column'> {
  if (columns === 'across') return {};
  const { count, gapPt, rule }: ColumnSetup = columns === 'text' ? sheet.page.columns : columns;
  if (count === 1) return {};
  return { column: { count, space: toTwips(gapPt), separate: rule, equalWidth: true } };
}
