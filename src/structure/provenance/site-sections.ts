import { isSiteName } from './site-name.js';

/** Signs between the steps of the way to a page. */
const STEPS = /[>»›\u2192\uFF1E/:\uFF1A|]/u;
const HOME = /首页|首頁|主页|Home$/u;

/**
 * What a site calls its sections, read off the way to a page: 随笔 in 首页 > 随笔 > 正文. The first step is the site itself
 * (星浪体育 > 排球), and so is the one behind 首页 when it bears the name of one.
 */
export function sectionsOf(path: string): readonly string[] {
  const steps = path
    .split(STEPS)
    .map((step) => step.trim())
    .filter((step) => step !== '' && !/位置$/u.test(step));
  const [first = '', second = ''] = steps;
  if (!HOME.test(first)) return steps.slice(1);
  return steps.slice(isSiteName(second) ? 2 : 1);
}
