import type { DocumentContext, Part } from './document-context.js';
import { child, descendants, type XmlElement } from './xml.js';

/** What a drawing shows. */
export interface Drawing {
  readonly pictures: readonly { readonly imageId: string; readonly alt: string }[];
  /** Contents of its text boxes: elements with paragraphs in them. */
  readonly boxes: readonly XmlElement[];
  /** A horizontal line across the page. */
  readonly isRule: boolean;
}

/** Names that Word, WPS and cameras give, and paths of the files that pictures came from: none says what is to be seen. */
const NO_ALT =
  /^(?:(?:图片|圖片|图像|图形|picture|image|img|graphic|shape|文本框|text ?box|对象|rectangle|矩形|组合|group)[\s_-]*\d*|[a-z]:[\\/].*|file:.*|https?:.*|[^\s]{0,80}\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?|webp|svg)|[0-9a-f_-]{16,}|IMG[_-]?\d+|wps\d+)$/iu;

/** Reads a `w:drawing`, `w:pict` or `w:object`. */
export function readDrawing(drawing: XmlElement, context: DocumentContext, part: Part): Drawing {
  const pictures: { imageId: string; alt: string }[] = [];
  const boxes: XmlElement[] = [];
  let alt = '';
  let isRule = false;
  let isOther = false;
  for (const element of shownIn(drawing)) {
    switch (element.name) {
      case 'wp:docPr':
      case 'pic:cNvPr':
        alt ||= altOf(element, ['descr', 'title']);
        break;
      case 'v:shape':
        alt ||= altOf(element, ['alt', 'title']);
        break;
      case 'v:rect':
        isRule ||= /^(?:t|true|1)$/.test(element.attributes.get('o:hr') ?? '');
        break;
      case 'a:blip':
      case 'v:imagedata': {
        const source = sourceOf(element, context, part);
        if (source !== undefined)
          pictures.push({ imageId: context.pictures.add(source, context.paragraph), alt });
        break;
      }
      case 'w:txbxContent':
        boxes.push(element);
        break;
      default:
        isOther ||= element.name === 'c:chart' || element.name === 'dgm:relIds';
    }
  }
  if (isOther && pictures.length === 0) context.count('drawings');
  return { pictures: pictures.map((each) => ({ ...each, alt: context.clean(each.alt) })), boxes, isRule };
}

/** Elements in order, of alternatives the one that we read, and nothing of what is inside a text box. */
function* shownIn(drawing: XmlElement): Generator<XmlElement> {
  const pending = [...drawing.children].reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    if (next.name === 'w:txbxContent') continue;
    const inner = next.name === 'mc:AlternateContent' ? alternative(next) : next.children;
    for (let at = inner.length - 1; at >= 0; at--) pending.push(inner[at] as XmlElement);
  }
}

const READ = /^(?:w:t|w:txbxContent|w:drawing|w:pict|w:sym|a:blip|v:imagedata|m:oMath|w:p|w:tbl)$/;

/**
 * The children of the alternative that is shown: the newer one if it holds anything that we read, otherwise what stands
 * there for older programs. Never both.
 *
 * @see ISO/IEC 29500-3, 7.6
 */
export function alternative(choices: XmlElement): readonly XmlElement[] {
  const options = choices.children.filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  return (options.find(holdsSomething) ?? options[0])?.children ?? [];
}

function holdsSomething(option: XmlElement): boolean {
  for (const { name } of descendants(option)) if (READ.test(name)) return true;
  return false;
}

function altOf({ attributes }: XmlElement, names: readonly string[]): string {
  const written = names.map((name) => (attributes.get(name) ?? '').replace(/\s+/gu, ' ').trim());
  return written.find((text) => text !== '' && !NO_ALT.test(text)) ?? '';
}

/** Path of the picture's part, or the address of one outside. */
function sourceOf(element: XmlElement, context: DocumentContext, part: Part): string | undefined {
  const { attributes } = element;
  const id =
    attributes.get('r:embed') ||
    attributes.get('r:id') ||
    attributes.get('r:link') ||
    attributes.get('o:relid');
  const target = id === undefined ? undefined : part.relationships.get(id);
  if (target?.isExternal) return target.target;
  if (target && context.file.has(target.target)) {
    context.embedded.add(target.target);
    return target.target;
  }
  if (id === undefined && child(element, 'a:extLst') === undefined) return undefined;
  return target?.target ?? id;
}
