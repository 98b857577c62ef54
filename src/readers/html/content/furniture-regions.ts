import { isControl } from '../elements.js';
import type { Place } from '../places.js';
import { attribute, childrenOf, type HtmlElement } from '../tree.js';

type Region = Exclude<Place, 'inside'>;

const LONGEST_NAMES = 300;

/** Between words of a name: `post-nav`, `left_nav`, `nav`. */
const name = (words: string): RegExp => new RegExp(`(?:^|[\\s_-])(?:${words})(?=[\\s_-]|\\d|$)`);

/**
 * What sites call the parts of a page that are no text; the first row that matches holds. Only names that are used
 * for little else: a wrong row loses text when the region is small.
 */
const NAMED: readonly (readonly [region: Region, names: RegExp])[] = [
  [
    'comments',
    name(
      'comments?|commentlist|comment-?respond|respond|pinglun|disqus|gitalk|gitment|valine|waline|duoshuo|sohucs|uyan|livere|cmt|discuss|guestbook|hotcomment',
    ),
  ],
  ['comments', /^(?:comments?|replies|reply-list|replylist)$/],
  [
    'nav',
    name(
      'nav|navbar|navi|navigation|menu|topnav|mainnav|sitenav|breadcrumbs?|crumbs?|bread|mbx|weizhi|curpos|crumbnav|site-?header|hd|masthead|topbar|top-?bar|skip-?link|toc|catalog|directory',
    ),
  ],
  [
    'nav',
    name(
      'page-?nav|pager?nation|pager|pages?list|pagebar|page_?num|post-?nav|prevnext|pre-?next|prev-?next|nextpage|fy|page-?links|pgs|pgbtn|bottem[12]?|bottom-?nav',
    ),
  ],
  ['footer', name('footer|foot|ft|site-?footer|copyright|beian|icp|footinfo|bottominfo|foot-?link|powered')],
  [
    'aside',
    name(
      'sidebar|side-?bar|sider|rightbar|widget|widgets|rank|ranking|paihang|hot-?news|hotlist|recommend|recommended|recommendations|related|relate|relevant|similar|tuijian|xiangguan|guess|likes?|youlike|yarpp|jp-?relatedposts|readmore|more-?news|hot-?article',
    ),
  ],
  [
    'aside',
    name(
      'ads?|adv|advert|advertisement|adsbygoogle|guanggao|gg|banner|sponsor|promo|popup|modal|cookie|subscribe|newsletter|qrcode|qr-?code|ewm|erweima|donate|dashang|reward|shang',
    ),
  ],
  [
    'around',
    name(
      'share|shares|sharing|bdsharebuttonbox|bdshare|bshare|jiathis|social|sns|sharethis|addthis|fenxiang|toolbar|tools?-?bar|font-?size|fontsize|print|dayin|favou?rite|digg|vote|search|login|sign-?in|like-?btn|post-?tags?|tags?|topics?|tag-?list|taglist|keywords|jump-?to|editsection|aimg_tip|attach_popup|attach_nopermission|number-board|album-list|lemma-statistics|mw-editsection|catlinks|printfooter|noprint|siteSub|contentSub|mw-jump-link',
    ),
  ],
  [
    'around',
    name(
      'newdigg|dede_pages|handle|boxoff|pls|pi|po|authi|pstatus|favatar|avtm|pcb-?sign|sign|signature|user-?card|author-?(?:card|box|info|bio)|post-?author-?box|about-?author|profile_container|qr_code_pc|reward_area|like_a_look|original_area_primary',
    ),
  ],
];

const BY_ROLE: Readonly<Record<string, Region>> = {
  navigation: 'nav',
  menu: 'nav',
  menubar: 'nav',
  banner: 'nav',
  search: 'around',
  contentinfo: 'footer',
  complementary: 'aside',
  toolbar: 'around',
  dialog: 'aside',
};

const BY_TAG: Readonly<Record<string, Region>> = {
  nav: 'nav',
  menu: 'nav',
  footer: 'footer',
  aside: 'aside',
  dialog: 'aside',
  search: 'around',
};

/** What an element's tag, role and names say it is; undefined for what may be text. */
export function namedRegion(element: HtmlElement): Region | undefined {
  const { tag } = element;
  if (tag === 'body' || tag === 'html' || tag === 'article' || tag === 'main') return undefined;
  if (isControl(element)) return 'around';
  const byRole = BY_ROLE[attribute(element, 'role') ?? ''];
  if (byRole) return byRole;
  const names = siteNames(element);
  const byName = names === '' ? undefined : NAMED.find(([, pattern]) => pattern.test(names))?.[0];
  return byName ?? BY_TAG[tag];
}

/**
 * The names that a site's program gave. An id of several words before a heading is made of the heading by the
 * author's own program (`characteristics-of-comments`, `related-work`) and says nothing of the site.
 */
function siteNames(element: HtmlElement): string {
  const id = attribute(element, 'id') ?? '';
  const words = id.split(/[-_\s]/).length;
  const isFromHeading = words > 2 || (words === 2 && beginsWithHeading(element));
  const names = `${attribute(element, 'class') ?? ''} ${isFromHeading ? '' : id}`.slice(0, LONGEST_NAMES);
  // Post-topicsAndReviewer
  return names
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .trim()
    .toLowerCase();
}

function beginsWithHeading(element: HtmlElement): boolean {
  const first = [...childrenOf(element)].find((node) => node.type === 'element' || node.text.trim() !== '');
  return first?.type === 'element' && /^h[1-6]$/.test(first.tag);
}
