import type { DeclaredFacts, Provenance } from '../../model/index.js';
import type { FactReason } from '../report.js';
import { findDate } from './dates.js';

const ADDRESS = /^https?:\/\/[^\s]+$/u;

/** Facts of the user or of the source's own fields, which stand before all that was found in the text. */
export function statedFacts(stated: DeclaredFacts, rule: 'override' | 'declared' | 'fallback'): FactReason[] {
  const fact = (name: string, value: string | undefined): FactReason[] =>
    value === undefined || value.trim() === '' ? [] : [{ fact: name, value: value.trim(), rule }];
  const day = stated.publishedOn === undefined ? undefined : findDate(stated.publishedOn)?.day;
  return [
    ...(stated.authors ?? []).flatMap((author) => fact('authors', author)),
    ...fact('publishedOn', day),
    ...fact('sourceName', stated.sourceName),
    ...(ADDRESS.test(stated.sourceUrl ?? '') ? fact('sourceUrl', stated.sourceUrl) : []),
  ];
}

/** Labels of publication, which a day of signing (成文日期) or of change (更新时间) yields to. */
const PUBLISHED = /^(?:override|declared|site-rule|发布|发表|發布|發佈|發表)/u;

/** Labels of who issued a document: its source where none is stated. */
export const ORGANS: RegExp =
  /^(?:发文机关|发布机关|发布机构|发文机构|发布单位|发文单位|颁布单位|颁布机关|制定机关|發布單位|發文單位|公告單位|發布機關|張貼單位|发布部门)$/u;

/** The first reason for each fact wins; authors are all those of the rule that named the first. */
export function toProvenance(facts: readonly FactReason[]): Provenance {
  const first = (name: string): string | undefined => facts.find(({ fact }) => fact === name)?.value;
  const authorsFound = facts.filter(({ fact }) => fact === 'authors');
  // a label says more than a place
  const authorRule = (authorsFound.find(({ rule }) => rule !== 'byline') ?? authorsFound[0])?.rule;
  const published = facts.find(({ fact, rule }) => fact === 'publishedOn' && PUBLISHED.test(rule))?.value;
  const publishedOn = published ?? first('publishedOn');
  const named = facts.find(({ fact, rule }) => fact === 'sourceName' && !ORGANS.test(rule))?.value;
  const sourceName = named ?? first('sourceName');
  const isSite = (name: string, rule: string): boolean =>
    rule !== 'override' && rule !== 'declared' && (name === sourceName || name === first('channel'));
  const [sourceUrl, channel] = ['sourceUrl', 'channel'].map(first);
  // a site that signs with its own name has not written the text
  const authors = facts
    .filter(({ fact, rule, value }) => fact === 'authors' && rule === authorRule && !isSite(value, rule))
    .map(({ value }) => value);
  return {
    authors: [...new Set(authors)],
    ...(publishedOn !== undefined && { publishedOn }),
    ...(sourceName !== undefined && { sourceName }),
    ...(sourceUrl !== undefined && { sourceUrl }),
    ...(channel !== undefined && { channel }),
  };
}
