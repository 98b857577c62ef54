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
    ...fact('channel', stated.channel),
  ];
}

/** Labels of publication, which a day of signing (成文日期) or of change (更新时间) yields to. */
const PUBLISHED = /^(?:override|declared|site-rule|发布|发表|發布|發佈|發表)/u;

/** Labels of who issued a document, its source where none is stated; who answers for it or takes part in it is another. */
export const ORGANS: RegExp =
  /^(?!公开责任|责任|主管|监督|主办|承办|协办|所属|举报|联系|技术|参加|申报)\p{Script=Han}{2,6}(?:机关|机构|单位|部门|機關|機構|單位|部門)$/u;

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
