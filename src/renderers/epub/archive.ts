import { EPub } from 'epub-gen-memory';
import { strToU8 } from 'fflate';
import { writeZip, type ZipPart } from '../../zip/index.js';
import type { CoverFile } from './cover/index.js';
import type { BookPage } from './page.js';
import type { BookPicture } from './pictures.js';
import type { TitleFace } from './title-faces.js';

/** All parts of a book, finished. */
export interface BookParts {
  readonly title: string;
  readonly packageDocument: string;
  readonly nav: string;
  readonly ncx: string;
  readonly css: string;
  readonly cover: readonly CoverFile[];
  readonly faces: readonly TitleFace[];
  readonly pages: readonly BookPage[];
  readonly pictures: readonly BookPicture[];
}

/**
 * epub-gen-memory as assembler: it lays out the container and our four finished parts, passed as its templates.
 * It gets no chapter (its cleaning drops `scope`, `start` and `datetime` and keeps scripts) and no address to
 * fetch. An EJS mark cannot occur in our parts, because the writer escapes < and >.
 */
class Assembler extends EPub {
  constructor({ title, packageDocument, nav, ncx, css }: BookParts) {
    super({ title, css, contentOPF: packageDocument, tocXHTML: nav, tocNCX: ncx }, []);
  }

  protected override async downloadAllFonts(): Promise<void> {}
  protected override async downloadAllImages(): Promise<void> {}
  protected override async makeCover(): Promise<void> {}

  /** Bytes by path, without folders. */
  async files(): Promise<Map<string, Uint8Array>> {
    await this.render();
    const entries = Object.values(this.zip.files).filter((entry) => !entry.dir);
    return new Map(
      await Promise.all(
        entries.map(
          async (entry): Promise<[string, Uint8Array]> => [entry.name, await entry.async('uint8array')],
        ),
      ),
    );
  }
}

/** The finished file: `mimetype` first and stored, then the parts by name and the pictures, all of one time. */
export async function archive(parts: BookParts): Promise<Uint8Array> {
  const files = await new Assembler(parts).files();
  for (const { file, mediaType, bytes } of parts.cover)
    if (mediaType === 'image/svg+xml') files.set(`OEBPS/${file}`, bytes);
  for (const { file, bytes } of parts.faces) files.set(`OEBPS/${file}`, bytes);
  for (const { file, xhtml } of parts.pages) files.set(`OEBPS/${file}`, strToU8(xhtml));
  const mimetype = files.get('mimetype') ?? strToU8('application/epub+zip');
  files.delete('mimetype');
  const names = [...files.keys()].sort();
  return writeZip(
    [
      { path: 'mimetype', bytes: mimetype, stored: true },
      ...names.map((path) => ({ path, bytes: files.get(path) as Uint8Array })),
      ...parts.cover.filter(({ mediaType }) => mediaType !== 'image/svg+xml').map(stored),
      ...parts.pictures.map(stored),
    ],
    SMALLEST,
  );
}

/** Pixels are packed already. */
const stored = ({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): ZipPart => ({
  path: `OEBPS/${file}`,
  bytes,
  stored: true,
});

/** Deflate's highest level: a book is stored and sent far more often than it is made. */
const SMALLEST = 9;
