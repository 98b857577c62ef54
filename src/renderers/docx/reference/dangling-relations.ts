import type { Part } from './package-parts.js';
import { elementsOf, isNode, replaceBelow, type XmlChild, type XmlNode } from './xml-tree.js';

/** What is taken out with a relationship that leads nowhere: Word calls a file damaged that names one. */
const WITH_THEIR_ELEMENT: ReadonlySet<string> = new Set([
  ...['o:OLEObject', 'w:control', 'w:altChunk', 'w:subDoc', 'w:printerSettings', 'w:attachedTemplate'],
  ...['w:headerReference', 'w:footerReference', 'w:saveThroughXslt', 'w:movie'],
  ...['w:embedRegular', 'w:embedBold', 'w:embedItalic', 'w:embedBoldItalic'],
  ...['a:hlinkClick', 'a:hlinkHover', 'a:hlinkMouseOver', 'a:audioFile', 'a:videoFile', 'a:quickTimeFile'],
  ...['c:externalData', 'c:userShapes', 'v:imagedata', 'w:contentPart'],
]);

/** What can do without: the picture is inside the file as well, or a plain ground is shown. */
const WITHOUT_ATTRIBUTE: ReadonlySet<string> = new Set(['r:link', 'r:href', 'r:pict', 'o:relid']);
const FILLS: ReadonlySet<string> = new Set(['v:fill', 'v:stroke', 'v:background']);

/** Inside a run, what shows something whole. */
const SHOWN: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object']);

const RELATION = /^r:|^o:relid$/;

/** Takes out whatever names a relationship that a part does not have any more. Text inside of a link stays. */
export function dropDangling(part: Part): void {
  const { root, relations } = part;
  if (!root) return;
  const isDangling = ([name, id]: readonly [string, string]): boolean =>
    RELATION.test(name) && !relations.has(id);
  loosen(root, isDangling);
  replaceBelow(root, (element) => insteadOf(element, isDangling));
}

type Dangles = (attribute: readonly [string, string]) => boolean;

/** Attributes that can go alone. */
function loosen(element: XmlNode, isDangling: Dangles): void {
  for (const attribute of [...element.attributes]) {
    const [name] = attribute;
    const canGo = WITHOUT_ATTRIBUTE.has(name) || FILLS.has(element.name);
    if (canGo && isDangling(attribute)) element.attributes.delete(name);
  }
  if (
    element.name === 'a:ext' &&
    holds(element, ({ name, attributes }) => {
      return /:svgBlip$/.test(name) && [...attributes].some(isDangling);
    })
  )
    element.children = element.children.filter((each) => !isNode(each) || !each.name.endsWith(':svgBlip'));
  for (const each of elementsOf(element)) loosen(each, isDangling);
}

function insteadOf(element: XmlNode, isDangling: Dangles): readonly XmlChild[] | undefined {
  const dangles = [...element.attributes].some(isDangling);
  if (element.name === 'w:hyperlink' && dangles) return element.children;
  if (WITH_THEIR_ELEMENT.has(element.name)) return dangles ? [] : undefined;
  if (element.name === 'a:ext')
    return element.children.length === 0 && element.attributes.size > 0 ? [] : undefined;
  // of a picture that is gone nothing is left to show
  if (SHOWN.has(element.name)) return holds(element, (inner) => isLost(inner, isDangling)) ? [] : undefined;
  return isLost(element, isDangling) ? [] : undefined;
}

function isLost({ name, attributes }: XmlNode, isDangling: Dangles): boolean {
  if (name === 'a:blip') return !attributes.has('r:embed') || [...attributes].some(isDangling);
  if (name === 'w:hyperlink' || WITH_THEIR_ELEMENT.has(name)) return false;
  return [...attributes].some(isDangling);
}

function holds(element: XmlNode, test: (inner: XmlNode) => boolean): boolean {
  return elementsOf(element).some((inner) => test(inner) || holds(inner, test));
}
