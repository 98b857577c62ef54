import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import { listTemplates, makeStyleSheet } from '../../src/style/index.js';
import { sources } from './documents.js';
import { lacks, workFolder } from './tools.js';
import { addTallies, hasInspector, type Inspected, inspectType } from './type-inspection.js';

/** The inspector judges lines along the paper, and the bars are those of a normal measure. */
const TEMPLATES = listTemplates().filter((template) => {
  const { direction, page } = makeStyleSheet({ template });
  return direction === 'horizontal' && page.columns.count === 1;
});

/** What may be so of a hundred, over all documents of a look; of everything else none. */
const BARS: Readonly<Record<string, number>> = {
  'Han gap over 0.02 em': 1,
  // Stops give way before Han are spread.
  'single stop under 0.9 em': 15,
  // The ink of the question mark of 仿宋 stands in the middle of its cell, so it gives but a quarter.
  'pair of marks not 1.5 em': 5,
  // Letters and verse stand between the lines of the grid.
  'line off the grid': 2,
  // It takes a signature, which stands to the right, for a line of its paragraph.
  'line beside the measure': 1,
};

describe.skipIf(!hasInspector || lacks('qpdf')).each(TEMPLATES)('set as %s', (template) => {
  let sum: Inspected = {};

  test.for(sources)('the type inspector finds no fault in $name', async ({ name, read }, { skip }) => {
    const article = await read();
    // It knows the marks of the mainland; those of Taiwan and Hong Kong stand in the middle of their cells.
    skip(article.language !== 'zh-Hans', `${article.language} is not judged`);
    const file = join(workFolder, `${name}-${template}.pdf`);
    // It takes the rows of a table of contents for columns.
    const options = { template, changes: { contents: { show: false } } };
    writeFileSync(file, (await render(article, 'pdf', options)).bytes);
    const found = inspectType(file, template);
    sum = addTallies(sum, found);
    const faults = Object.entries(found).filter(([bar, { count }]) => count > 0 && BARS[bar] === undefined);
    expect(faults).toEqual([]);
  });

  test.each(Object.entries(BARS))('%s: of a hundred at most %d', (bar, most) => {
    const { count, of } = sum[bar] ?? { count: 0, of: 0 };
    expect(of).toBeGreaterThan(20);
    // of every hundred that has begun
    expect(count).toBeLessThanOrEqual(Math.ceil((of / 100) * most));
  });
});
