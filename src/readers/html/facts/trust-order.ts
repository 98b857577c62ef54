/** Facts that a page states about its article. */
export type FactName = 'title' | 'authors' | 'publishedOn' | 'sourceName' | 'sourceUrl';

/** One statement, by the row of {@link TRUST_ORDER} that found it. */
export interface Statement {
  readonly fact: FactName;
  readonly value: string;
  readonly from: string;
}

export interface TrustRow {
  /** Name of the row. */
  readonly from: string;
  /** Names of `<meta>` (name, property, itemprop, http-equiv), in lower case, by fact. */
  readonly metas: Readonly<Partial<Record<FactName, string>>>;
  /**
   * What the row says holds only where no visible line says otherwise: it describes the site, or is filled in by a
   * program without asking anyone.
   */
  readonly weak?: true;
}

/**
 * The order of trust in what a page says about itself, the surest first. Two rows that agree on a title win against
 * a surer one that stands alone. Between strong and weak rows stand the visible lines with a label (来源：, 作者：,
 * 发布时间：), which `structure/` reads: somebody chose to print them, and what is printed was looked at.
 *
 * 1. `json-ld`: written for search engines, which punish what is wrong; read in `json-ld.ts`.
 * 2. `government`: the fields that the State Council's guide for government sites demands of each page (2017,
 *    appendix on page labels); editors fill them in with the notice itself.
 * 3. `article`: Open Graph's article fields and their kin, made for one article.
 * 4. `library`: Dublin Core, citations, microdata.
 * 5. `page`: what known programs print in an element of its own (公众号's account, the subject of a thread).
 * 6. `heading`: the one `<h1>`.
 * 7. `share-card`: Open Graph and Twitter titles, often with the site's name or an advert behind.
 * 8. `author-meta`: `<meta name="author">`, most often the site or its designer. Weak.
 * 9. `time`: the first `<time datetime>` of the text, or the day of a newspaper's edition above it. Weak: it may be the
 *    day of a change.
 * 10. `site`: the site's name stands for a source only where no 来源 is stated; its canonical address likewise. Weak.
 * 11. `title-element`: `<title>` without the site's name, when nothing else gives a title.
 *
 * What no row states is absent: nothing is made of the day of the file, of a copyright year or of the host's name.
 */
export const TRUST_ORDER: readonly TrustRow[] = [
  { from: 'json-ld', metas: {} },
  {
    from: 'government',
    metas: {
      title: 'articletitle',
      publishedOn: 'pubdate publishdate pub_date',
      sourceName: 'contentsource',
      authors: 'contentauthor',
    },
  },
  {
    from: 'article',
    metas: {
      publishedOn:
        'article:published_time bytedance:published_time og:article:published_time og:release_date og:pubdate weibo:article:create_at parsely-pub-date sailthru.date article.published publication_date publishdate publish-date publish_time og:time datepublished apub:time',
      authors: 'article:author og:article:author byl parsely-author sailthru.author weibo:article:author',
      title: 'parsely-title sailthru.title',
      sourceName: 'mediaid article:source og:article:source source',
    },
  },
  {
    from: 'library',
    metas: {
      title: 'dc.title dcterms.title citation_title',
      authors: 'dc.creator dcterms.creator citation_author',
      publishedOn:
        'dc.date dc.date.issued dcterms.issued dcterms.created citation_publication_date citation_date',
      sourceName: 'dc.source citation_journal_title',
    },
  },
  { from: 'page', metas: {} },
  { from: 'heading', metas: {} },
  { from: 'share-card', metas: { title: 'og:title twitter:title weibo:article:title' } },
  { from: 'author-meta', metas: { authors: 'author' }, weak: true },
  { from: 'time', metas: {}, weak: true },
  {
    from: 'site',
    metas: {
      sourceName: 'og:site_name sitename application-name dc.publisher',
      sourceUrl: 'og:url url weibo:article:url',
    },
    weak: true,
  },
  { from: 'title-element', metas: {} },
];

/** Elements in which known programs print one fact, by id or class. */
export const KNOWN_ELEMENTS: readonly (readonly [fact: FactName, program: string, names: string])[] = [
  ['title', '微信公众号', 'activity-name rich_media_title'],
  ['title', 'Discuz!', 'thread_subject'],
  ['title', 'WordPress, Typecho, Hexo', 'entry-title post-title article-title p-name'],
  ['title', 'DedeCMS, 帝国 CMS, TRS', 'arti_title artical-title article_title news_title titlefont'],
  ['sourceName', '微信公众号', 'js_name'],
  ['authors', '微信公众号', 'js_author_name'],
  ['authors', 'Discuz! 的楼主', 'xw1'],
  ['authors', '知乎, 简书, WordPress', 'userlink-link author-name author_name vcard'],
  ['publishedOn', '微信公众号', 'publish_time post-date'],
];

/** Names that name nobody: the account of the program, or the word for "not known". */
export const NO_AUTHOR: RegExp =
  /^(?:admin|administrator|root|editor|webmaster|user|guest|author|test|管理员|站长|网站管理员|系统管理员|超级管理员|小编|佚名|未知|匿名|网络|本站|原创|无|网友|null|undefined|none|-)$/iu;

/** Values of a source that name none. */
export const NO_SOURCE: RegExp =
  /^(?:本站|本网|网络|网络整理|互联网|原创|本站原创|转载|未知|其他|其它|无|null|undefined|none|-)$/iu;
