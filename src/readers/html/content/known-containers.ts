import { namesOf } from '../elements.js';
import { attribute, type HtmlElement } from '../tree.js';

/**
 * Where widespread site programs put the text of an article. `sure`: the name is used for nothing else. `likely`:
 * a usual name, which also stands around more than the text.
 */
type Trust = 'sure' | 'likely';

const NAMES: readonly (readonly [program: string, trust: Trust, names: string])[] = [
  ['微信公众号', 'sure', 'js_content rich_media_content'],
  [
    'TRS 政府网站',
    'sure',
    'trs_editor trs_uedit_para_dom trs_autoadd trs_preappend ucapcontent ucap-content pages_content zoom zoomcon zoomtext bt-article-02 gknb_content',
  ],
  [
    'WordPress, Ghost, Medium',
    'sure',
    'entry-content post-content gh-content single-content td-post-content',
  ],
  [
    'Typecho, Hexo, Hugo, Jekyll, Emlog',
    'sure',
    'post-body post_body article-entry article-body e-content log_con postbody',
  ],
  [
    'Z-Blog, 博客园, CSDN, 新浪博客, 简书, 知乎',
    'sure',
    'cnblogs_post_body content_views article_content articalcontent blog_content_text sina_keyword_ad_area2 show-content-free post_richtext richtext-content rich_text_container blogpost-body',
  ],
  ['Discuz! 帖子, phpwind, 百度贴吧', 'sure', 't_f tpc_content read_tpc d_post_content'],
  ['Discuz! 门户', 'sure', 'article_content article_body'],
  [
    'DedeCMS, 帝国 CMS, PHPCMS',
    'sure',
    'arc_body artbody art_body artcontent arccontent article_txt text_content news_content newstext content-text endtext',
  ],
  [
    '新闻门户',
    'sure',
    'rm_txt_con main-aticle main-article articlecontent article-content article_box artibody artibody2 article_con cnt_bd endtext post_text text-con left_zw contents_txt detail-content detail_content content_area text_con content-article hljsarticle content_18313 box_con',
  ],
  ['MediaWiki, 百度百科', 'sure', 'mw-parser-output mw-content-text lemma-content j-lemma-content'],
  [
    '小说站',
    'sure',
    'chaptercontent chapter-content chapter_content read-content readcontent htmlcontent booktext bookcontent nr1 txtnav read_content novelcontent',
  ],
  ['epub and word processors', 'likely', 'wordsection1 section1'],
  [
    'anything',
    'likely',
    'content article main main-content maincontent article-main article_main detail details text con conts contents article-detail news-detail newscontent art_con zw zhengwen',
  ],
];

const TRUST = new Map<string, Trust>(
  NAMES.flatMap(([, trust, names]) => names.split(' ').map((name): [string, Trust] => [name, trust])),
);

/** How sure it is by its name that an element holds the text of the page; undefined for most. */
export function containerTrust(element: HtmlElement): Trust | undefined {
  if (attribute(element, 'itemprop') === 'articleBody') return 'sure';
  let best: Trust | undefined = element.tag === 'article' || element.tag === 'main' ? 'likely' : undefined;
  for (const name of namesOf(element).split(/\s+/)) {
    const trust = TRUST.get(name);
    if (trust === 'sure') return trust;
    best = trust ?? best;
  }
  return best;
}

const POST: ReadonlySet<string> = new Set(['t_f', 'tpc_content', 'read_tpc', 'd_post_content']);

/** A post of a forum: there may be many on a page, by several people. */
export function isForumPost(element: HtmlElement): boolean {
  return namesOf(element)
    .split(/\s+/)
    .some((name) => POST.has(name));
}

/** What authors and editors put before the text, outside of its container. */
const LEAD =
  /(?:^|[\s_-])(?:summary|abstract|lead|intro|introduction|zhaiyao|daodu|daoyu|digest|excerpt|description|standfirst|dek|subtitle)(?:[\s_-]|$)/;

export function isLead(element: HtmlElement): boolean {
  return LEAD.test(namesOf(element));
}
