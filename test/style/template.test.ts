import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConversionError } from '../../src/diagnostics.js';
import {
  checkJson,
  type JsonSchema,
  listTemplates,
  loadTemplate,
  mmToPt,
  resolveTemplate,
  STYLE_NAMES,
} from '../../src/style/index.js';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/template.schema.json', import.meta.url), 'utf8'),
) as JsonSchema;

const folder = mkdtempSync(join(tmpdir(), 'paiban-template-'));

function template(name: string, value: unknown): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

function failure(nameOrPath: string): ConversionError {
  try {
    resolveTemplate(loadTemplate(nameOrPath));
  } catch (error) {
    if (error instanceof ConversionError) return error;
    throw error;
  }
  throw new Error('the template was accepted');
}

describe('templates that ship', () => {
  test('are article and official at least', () => {
    expect(listTemplates()).toEqual(expect.arrayContaining(['article', 'official']));
  });

  test.each(listTemplates())('%s resolves, and every style is complete', (name) => {
    const sheet = resolveTemplate(loadTemplate(name));
    expect(Object.keys(sheet.styles).sort()).toEqual([...STYLE_NAMES].sort());
    for (const style of Object.values(sheet.styles)) {
      expect(style.lineHeightPt).toBeGreaterThanOrEqual(style.sizePt);
      expect(Object.keys(sheet.families)).toContain(style.family);
    }
  });

  test('article: the measure is a whole number of cells and the margins take the rest in equal halves', () => {
    const { page, styles } = resolveTemplate(loadTemplate('article'));
    expect(page.charactersPerLine).toBe(36);
    expect(page.measurePt).toBe(36 * styles.body.sizePt);
    expect(page.marginInnerPt).toBeCloseTo(page.marginOuterPt);
    expect(page.marginInnerPt * 2 + page.measurePt).toBeCloseTo(mmToPt(210));
  });

  // GB/T 9704-2012, 5.2: type area 156 mm by 225 mm, 22 lines of 28 characters.
  test('official: 22 lines of 28 characters in 156 mm by 225 mm', () => {
    const { page, styles } = resolveTemplate(loadTemplate('official'));
    expect([page.linesPerPage, page.charactersPerLine]).toEqual([22, 28]);
    expect(page.measurePt).toBeCloseTo(mmToPt(156));
    expect(21 * page.linePitchPt + styles.body.sizePt).toBeLessThanOrEqual(mmToPt(225));
    expect(styles['heading-1'].family).toBe('hei');
    expect(styles['heading-2'].family).toBe('kai');
    expect(styles['heading-3'].family).toBe('fang');
    expect(styles.title.sizePt).toBe(22);
  });

  test('heading sizes never grow with the level and never fall below body', () => {
    for (const name of listTemplates()) {
      const { styles } = resolveTemplate(loadTemplate(name));
      const sizes = [1, 2, 3, 4, 5, 6].map((level) => styles[`heading-${level as 1}`].sizePt);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      expect(sizes.at(-1)).toBeGreaterThanOrEqual(styles.body.sizePt);
    }
  });
});

describe('a template of one’s own', () => {
  test('says only what differs', () => {
    const path = template('small', { extends: 'official', page: { paper: 'A5', typeArea: { lines: 12 } } });
    expect(failure(path).code).toBe('template-page-impossible');
    const own = template('own', { styles: { body: { size: '五号' }, 'heading-1': { color: '#aa0000' } } });
    const sheet = resolveTemplate(loadTemplate(own));
    expect(sheet.name).toBe('own');
    expect(sheet.styles.body.sizePt).toBe(10.5);
    expect(sheet.styles['heading-2'].color).toBe('#aa0000');
    expect(sheet.styles['heading-1'].family).toBe('hei');
  });

  test('extends a file beside it', () => {
    template('house', { pageNumber: { format: '第{page}页' } });
    const path = template('child', { extends: './house.json', contents: { show: true } });
    const sheet = resolveTemplate(loadTemplate(path));
    expect(sheet.pageNumber.format).toBe('第{page}页');
    expect(sheet.contents.show).toBe(true);
  });

  test('names font files relative to itself; a new regular face drops the bold of the old design', () => {
    const path = template('fonts', {
      fonts: { song: { regular: 'my.ttf' }, title: { regular: '/x/t.ttf' } },
    });
    const { families } = resolveTemplate(loadTemplate(path));
    expect(families.song?.regular.file).toBe(join(folder, 'my.ttf'));
    expect(families.song?.bold).toBeUndefined();
    expect(families.title?.regular.file).toBe('/x/t.ttf');
  });

  test('extra fonts are asked last by every family', () => {
    const { families } = resolveTemplate(loadTemplate('article'), ['/x/hana.ttf']);
    expect(families.song?.fallback.at(-1)).toBe('extra-1');
    expect(families['extra-1']?.regular.file).toBe('/x/hana.ttf');
  });
});

describe('mistakes are named with file, place and remedy', () => {
  test.each([
    ['an unknown key', { styles: { 'headng-1': {} } }, 'template-unknown-key', 'did you mean "heading-1"'],
    ['a key like no other', { constructor: {} }, 'template-strange-key', 'there is no key "constructor"'],
    ['an unknown value', { setting: { prohibition: 'gbk' } }, 'template-invalid', 'setting.prohibition'],
    ['a size without unit', { styles: { body: { size: '12' } } }, 'template-invalid', 'styles.body.size'],
    ['a number for a size', { styles: { body: { size: 12 } } }, 'template-invalid', '小四'],
    ['a family that is not there', { styles: { body: { family: 'sung' } } }, 'font-family-unknown', 'sung'],
    ['a family without a file', { fonts: { mine: {} } }, 'font-family-without-file', 'mine'],
    [
      'a circle of styles',
      { styles: { body: { size: '小四' }, 'heading-1': { extends: 'heading-6' } } },
      'template-style-circle',
      'heading-1',
    ],
    ['not JSON', '{ "label": }', 'template-not-json', 'JSON'],
    ['not an object', [], 'template-invalid', '"$" is []'],
  ])('%s', (name, value, code, said) => {
    const path = template(`bad-${name.replaceAll(' ', '-')}`, value);
    const error = failure(path);
    expect(error.code).toBe(code);
    expect(error.message).toContain(said);
    expect(error.hint).not.toBe('');
  });

  test('a circle of files', () => {
    template('a', { extends: './b.json' });
    expect(failure(template('b', { extends: './a.json' })).code).toBe('template-circle');
  });

  test('a name that is not there, with the nearest one', () => {
    expect(failure('offical').message).toContain('did you mean "official"');
  });
});

test('our checker and Ajv agree on any change of a template', () => {
  const validate = new Ajv2020({ strict: false }).compile(schema);
  const value = JSON.parse(
    readFileSync(new URL('../../templates/article.json', import.meta.url), 'utf8'),
  ) as Record<string, Record<string, unknown>>;
  expect(checkJson(value, schema)).toBeUndefined();
  const sections = Object.keys(value);
  fc.assert(
    fc.property(fc.constantFrom(...sections), fc.string(), fc.jsonValue(), (section, key, replacement) => {
      const inner = value[section];
      const changed = {
        ...value,
        [section]: typeof inner === 'object' && key !== '' ? { ...inner, [key]: replacement } : replacement,
      };
      expect(checkJson(changed, schema) === undefined).toBe(validate(changed));
    }),
  );
});
