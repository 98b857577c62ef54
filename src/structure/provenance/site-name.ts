/** Ends of the names of sites and of their rooms. */
const SITE_NAME =
  /^\S{1,12}(?:网|網|博客|部落格|论坛|論壇|空间|空間|专栏|專欄|频道|主页|首页|书屋|书院|书城|小说|文库|门户|公众号|副刊|之家|日志|BLOG|Blog|blog|学报|学刊)(?:[(\uFF08]\S{2,8}版[)\uFF09])?$|^[\w' -]{2,30}(?:Blog|blog|BLOG|Home|Site)$/u;

/** The name of a site or of one of its rooms, by its end. */
export function isSiteName(text: string): boolean {
  return SITE_NAME.test(text);
}
