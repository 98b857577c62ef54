import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headingText, outline } from '../../src/model/index.js';
import { docxOutline } from '../outputs/docx-outline.js';
import { finish, sources } from './documents.js';
import { convertByOffice } from './office.js';
import { bare, lacks, ooxmlFaults, python } from './tools.js';

const READ_HEADINGS = `
import docx, json, sys
document = docx.Document(sys.argv[1])
print(json.dumps([[int(p.style.name[8:]), p.text] for p in document.paragraphs
                  if p.style.name.lower().startswith('heading ')]))
`;

describe.each(sources)('Word file of $name', (source) => {
  test.skipIf(lacks('ooxml-validator'))('the Open XML SDK finds no fault', async () => {
    const { files } = await finish(source);
    expect(ooxmlFaults(files.docx)).toEqual([]);
  });

  test.skipIf(lacks('python-docx'))('python-docx sees the headings', async () => {
    const { files } = await finish(source);
    const seen = JSON.parse(python('-c', READ_HEADINGS, files.docx)) as [number, string][];
    const ours = docxOutline(readFileSync(files.docx));
    expect(seen.map(([level]) => level)).toEqual(ours.map(({ level }) => level));
    seen.forEach(([, text], index) => {
      expect(bare(ours[index]?.text ?? '')).toContain(bare(text));
    });
  });

  test.skipIf(lacks('soffice'))(
    'LibreOffice opens it and numbers its headings as the article does',
    async () => {
      const { article, files } = await finish(source);
      const [seen = ''] = convertByOffice('txt:Text (encoded):UTF8', [files.docx]);
      const text = bare(readFileSync(seen, 'utf8'));
      const missing = outline(article)
        .map((entry) => bare(headingText(entry)))
        .filter((heading) => !text.includes(heading));
      expect(missing).toEqual([]);
    },
  );
});
