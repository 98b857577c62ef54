import type { Found } from './headings.js';
import { headingDepths, type Ranked } from './levels.js';

/**
 * The depth of each heading. Numbers that begin anew below a heading with a name (一、 under 参考答案, 第一章 under 番外)
 * stand under it, up to the next named one, though their like stands beside it above.
 */
export function depthsOf(found: readonly Found[]): number[] {
  const ranked = found.map(
    (heading, index): Ranked => ({ ...heading, leads: leadsOn(heading, found[index + 1]) }),
  );
  const owners = ownersOf(found);
  const outer = headingDepths(ranked.filter((_heading, index) => owners[index] === undefined));
  const depths: number[] = [];
  let next = 0;
  for (let at = 0; at < found.length; ) {
    const owner = owners[at];
    if (owner === undefined) {
      depths.push(outer[next++] ?? 1);
      at++;
      continue;
    }
    const end = owners.findIndex((other, index) => index > at && other !== owner);
    const inner = ranked.slice(at, end < 0 ? undefined : end);
    const base = depths[owner] ?? 0;
    for (const depth of headingDepths(inner)) depths.push(base + depth);
    at += inner.length;
  }
  return depths;
}

/** 二、主要内容，分章节列示： right above 第一章. */
function leadsOn({ row, at, rowsTaken }: Found, next: Found | undefined): boolean {
  return next?.at === at + rowsTaken && next.label?.ordinal === 1 && /[:\uFF1A]$/u.test(row.text);
}

/** For each heading the index of the named one that it stands under, when its numbers begin anew there. */
function ownersOf(found: readonly Found[]): (number | undefined)[] {
  const known = new Set<string>();
  let owner: number | undefined;
  return found.map((heading, index) => {
    if (isNamed(heading)) owner = undefined;
    const before = found[index - 1];
    const isRestart = heading.label?.ordinal === 1 && known.has(heading.key);
    if (before && isNamed(before) && isRestart) owner = index - 1;
    if (heading.label) known.add(heading.key);
    return owner;
  });
}

function isNamed({ cues }: Found): boolean {
  return cues.includes('+named');
}
