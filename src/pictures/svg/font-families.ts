import type { XmlElement, XmlNode } from './xml.js';

const SANS = 'Noto Sans SC';

/** The families that ship, by what a family in a drawing looks like; the first that fits. */
const FAMILIES: readonly (readonly [looks: RegExp, family: string])[] = [
  [/mono|courier|consol|menlo|code|typewriter|\u7B49\u5BBD/i, 'Inconsolata, Noto Sans SC'],
  [/sans|hei|gothic|arial|helvetica|verdana|yahei|\u9ED1|pingfang/i, SANS],
  [
    /serif|song|sun\b|ming|times|georgia|garamond|palatino|cambria|roman|kai|fang|[\u5B8B\u660E\u6977]|\u4EFF\u5B8B/i,
    'Noto Serif SC',
  ],
];

/**
 * The same drawing with its words in families that ship: programs would take the first that they find for a name that
 * they do not know.
 */
export function withKnownFamilies(element: XmlElement): XmlElement {
  const { attributes, children, name } = element;
  const family = attributes['font-family'];
  return {
    name,
    attributes: family === undefined ? attributes : { ...attributes, 'font-family': knownFamily(family) },
    children: children.map((child): XmlNode => {
      if (typeof child === 'object') return withKnownFamilies(child);
      if (name !== 'style') return child;
      return child.replace(
        /(font-family\s*:)([^;}]{0,500})/gi,
        (_whole, key: string, families: string) => `${key}${knownFamily(families)}`,
      );
    }),
  };
}

function knownFamily(families: string): string {
  for (const one of families.split(',')) {
    const found = FAMILIES.find(([looks]) => looks.test(one))?.[1];
    if (found !== undefined) return found;
  }
  return SANS;
}
