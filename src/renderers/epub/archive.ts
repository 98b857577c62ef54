import { EPub } from 'epub-gen-memory';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { BookPage } from './page.js';
import type { BookPicture } from './pictures.js';

/** All parts of a book, finished. */
export interface BookParts {
  readonly title: string;
  readonly packageDocument: string;
  readonly nav: string;
  readonly ncx: string;
  readonly css: string;
  readonly cover: string;
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
  files.set('OEBPS/cover.svg', strToU8(parts.cover));
  for (const { file, xhtml } of parts.pages) files.set(`OEBPS/${file}`, strToU8(xhtml));
  const mimetype = files.get('mimetype') ?? strToU8('application/epub+zip');
  files.delete('mimetype');
  const zippable: Zippable = { mimetype: [mimetype, { level: 0 }] };
  for (const name of [...files.keys()].sort()) zippable[name] = files.get(name) as Uint8Array;
  // pictures are packed already
  for (const { file, bytes } of parts.pictures) zippable[`OEBPS/${file}`] = [bytes, { level: 0 }];
  // any fixed time does; zip stores local time, and local is what this constructor takes: the same in every zone
  return zipSync(zippable, { level: 9, mtime: new Date(2000, 0, 1) });
}
