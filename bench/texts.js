// Texts to measure with: a sample, and a book of its sentences in ever new order. The same in every run.
import { readFileSync } from 'node:fs';

const SAMPLES = new URL('../samples/', import.meta.url);
const CHAPTERS = 60;
const PARAGRAPHS = 40;
const SENTENCES = 5;

export function makeArticle() {
  return readFileSync(new URL('volunteering.txt', SAMPLES), 'utf8');
}

/** About 430,000 characters in chapters. */
export function makeBook() {
  const sentences = ['volunteering.txt', 'notice.txt', 'diary.md']
    .flatMap((name) => readFileSync(new URL(name, SAMPLES), 'utf8').split(/[\r\n]+/))
    .filter((line) => /^[\s\u3000]*[\u4e00-\u9fff].*[\u3002]$/.test(line))
    .flatMap((line) => line.trim().split(/(?<=\u3002)(?!\u201d)/))
    .filter((sentence) => sentence.length > 8 && !/^[\u4e00-\u9fff]\u3001/.test(sentence));
  const next = randomNumbers();
  const paragraph = () =>
    Array.from({ length: SENTENCES }, () => sentences[next() % sentences.length]).join('');
  const chapter = (_, index) =>
    [
      `第${index + 1}章 ${sentences[next() % sentences.length].slice(0, 6)}`,
      ...Array.from({ length: PARAGRAPHS }, paragraph),
    ]
      .map((line, at) => (at === 0 ? line : `\u3000\u3000${line}`))
      .join('\n');
  return ['长卷', ...Array.from({ length: CHAPTERS }, chapter)].join('\n\n');
}

/** A linear congruential generator (constants of Numerical Recipes), so that runs can be compared. */
function randomNumbers() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
