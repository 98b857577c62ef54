import { type Document, Packer } from 'docx';
import { strToU8 } from 'fflate';
import { writeZip } from '../../zip/index.js';
import { endSections } from './section-ends.js';
import type { WrittenStory } from './written-story.js';
import { formatPart, type XmlElement } from './xml.js';

/** Parts that we write whole, by their path in the package. */
export type OwnParts = Readonly<Record<string, XmlElement>>;

/** The files of a package, by path. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

/**
 * The library's own compiler, which gives the parts before they are zipped. It is private there; the way through
 * `Packer.toBuffer` deflates the story only for us to inflate, mend and deflate it again, a third of all packing.
 */
const compiler: { compile(document: Document): ReadonlyMap<string, string | Uint8Array> } =
  // biome-ignore lint/complexity/useLiteralKeys: brackets are the only way to a private member
  Packer['compiler'];

/**
 * Packs a document of the library so that the same article always gives the same bytes: our own parts replace the
 * library's, random ids become numbers, and no file in the zip bears the time of day.
 *
 * @param put Makes another package of the finished files: a user's template that they are put into.
 */
export function packDocument(
  document: Document,
  story: WrittenStory,
  ownParts: OwnParts,
  put: (files: PackageFiles) => PackageFiles = (files) => files,
): Uint8Array {
  const parts = new Map(compiler.compile(document));
  for (const [path, root] of Object.entries(ownParts)) parts.set(path, formatPart(root));
  const names = new Map<string, string>();
  const files: Record<string, Uint8Array> = {};
  for (const path of [...parts.keys()].sort()) {
    const part = parts.get(path) ?? '';
    if (typeof part !== 'string') files[path] = part;
    else
      files[path] = strToU8(
        /^word\/.*\.(xml|rels)$/.test(path) ? endSections(story.fill(mend(part, names))) : part,
      );
  }
  return zip(put(files));
}

/** What the library writes that a Word file should not have; one row a fault. */
const MENDS: readonly (readonly [RegExp, string])[] = [
  // `reference: 'list-7'` is the list 7 of our own numbering part.
  [/w:val="\{list-(\d+)-\d+\}"/g, 'w:val="$1"'],
  // The line over the notes is no note and has no number.
  [
    /<w:r><w:rPr><w:rStyle w:val="(?:Foot|End)noteReference"\/><\/w:rPr><w:(?:foot|end)noteRef\/><\/w:r>(?=<w:r><w:(?:continuationS|s)eparator\/>)/g,
    '',
  ],
  // The schema wants the attribute's absence for portrait.
  [/ w:orient="portrait"/g, ''],
  [/<w:pgNumType\/>/g, ''],
];

/** Links get random ids of 21 characters; they become numbers in the order of their first use. */
const RANDOM_ID = /rId[0-9A-Za-z_-]{18,}/g;

function mend(xml: string, names: Map<string, string>): string {
  const mended = MENDS.reduce((text, [fault, cure]) => text.replace(fault, cure), xml);
  return mended.replace(RANDOM_ID, (id) => {
    const name = names.get(id) ?? `rIdLink${names.size + 1}`;
    names.set(id, name);
    return name;
  });
}

/** Readers look for the content types first. */
const FIRST = ['[Content_Types].xml', '_rels/.rels'];

function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const paths = [
    ...FIRST.filter((path) => path in files),
    ...Object.keys(files)
      .filter((path) => !FIRST.includes(path))
      .sort(),
  ];
  return writeZip(
    paths.map((path) => ({
      path,
      bytes: files[path] ?? new Uint8Array(),
      stored: path.startsWith('word/media/'),
    })),
  );
}
