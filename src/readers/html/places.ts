import type { HtmlElement } from './tree.js';

/** Whether something is the page's text, or where it stands instead (see `outside` in the draft). */
export type Place = 'inside' | 'nav' | 'footer' | 'aside' | 'comments' | 'around';

/** Where an element stands, for those at which it changes; what is inside them stands there too. */
export type Places = ReadonlyMap<HtmlElement, Place>;
