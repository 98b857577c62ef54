import { formatDay } from '../../composer/index.js';
import type { Article } from '../../model/index.js';
import type { AttributionField, StyleSheet } from '../../style/index.js';
import { linkAddress } from './link-address.js';
import type { BookWords } from './words.js';
import { element, type XmlNode } from './xml.js';

/** One printed fact each: the sheet's word for it, then the fact. Facts that the source does not state are left out. */
export function attributionFacts(
  { provenance, language }: Article,
  fields: readonly AttributionField[],
  sheet: StyleSheet,
  words: BookWords,
): XmlNode[][] {
  const fact: Readonly<Record<AttributionField, XmlNode | undefined>> = {
    authors: provenance.authors.filter((name) => name.trim() !== '').join(words.comma) || undefined,
    publishedOn: provenance.publishedOn && dateElement(provenance.publishedOn, language),
    sourceName: provenance.sourceName,
    sourceUrl: provenance.sourceUrl && addressElement(provenance.sourceUrl),
    channel: provenance.channel,
  };
  return fields.flatMap((field) => {
    const value = fact[field];
    return value === undefined || value === '' ? [] : [[sheet.attribution.words[field], value]];
  });
}

/** A day that exists (`2021-10-01`). */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // the parser takes February 30 for March 2
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function dateElement(publishedOn: string, language: string): XmlNode {
  const text = formatDay(publishedOn, language);
  return isDay(publishedOn) ? element('time', { datetime: publishedOn }, [text]) : text;
}

function addressElement(url: string): XmlNode {
  const href = linkAddress(url);
  return href === undefined ? url : element('a', { class: 'address', href }, [url]);
}
