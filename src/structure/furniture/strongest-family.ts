import { SIGN, signsOf } from '../signs.js';
import { FAMILIES, type Family } from './furniture-families.js';
import { toSimplified } from './simplified.js';

/** Words of which each pattern that looks into the middle of a line has one. */
const MENTIONS =
  /点击|星标|长按|扫一|扫描|关注|在看|阅读|更多|预览|滑动|轻触|微信|下载|下載|看活|查看|多人|转载|轉載|侵权|本网|仅代表|授权|版权|版權|分享|点赞|收藏|转发|评论|报料|爆料|投稿|合作|举报|热线|客服|追踪|订阅|粉丝|LINE|记住|記住|公网|网站标|备案|ICP|Copyright|\u00A9|Reserved|Powered|无弹窗|首发|天才|求|书签|章节|用户|最快|相关|推荐|热门|热点|排行|猜|可能|看了又|延伸|扩展|往期|精彩|[为為][您你]|继续|最新|大家|同类|相似|其他|友情|相關|推薦|熱門|延伸|看更|更多|侵删|联系|完|END|End|end/u;

/** By first character, the families of which a line may be one; under '' those for all that no family names. */
const byBeginning = new Map<string, readonly Family[]>();
const BEGINNINGS: ReadonlySet<string> = new Set(FAMILIES.flatMap(({ begins = '' }) => [...begins]));

function familiesFor(first: string): readonly Family[] {
  const key = BEGINNINGS.has(first) ? first : '';
  const known = byBeginning.get(key);
  if (known) return known;
  const found = FAMILIES.filter(({ begins }) => begins === undefined || (key !== '' && begins.includes(key)));
  byBeginning.set(key, found);
  return found;
}

/** The line has what each line of the family has, as far as one look shows. */
function mayBe({ signs = 0, longest }: Family, text: string, seen: number): boolean {
  if ((seen & signs) !== signs) return false;
  return longest === undefined || text.length <= longest || (seen & SIGN.blank) !== 0;
}

/**
 * The family of the most weight to which a line belongs, the first of equal ones.
 *
 * @param above Families of this weight and less are not asked.
 */
export function strongestFamily(text: string, above: number): Family | undefined {
  const seen = signsOf(text);
  let most = above;
  let mentions: boolean | undefined;
  let best: Family | undefined;
  for (const candidate of familiesFor(text.charAt(0))) {
    if (candidate.weight <= most || !mayBe(candidate, text, seen)) continue;
    if (candidate.mentions) {
      mentions ??= MENTIONS.test(text);
      if (!mentions) continue;
    }
    if (!candidate.pattern.test(text)) continue;
    most = candidate.weight;
    best = candidate;
  }
  return best;
}

/** Whether a line as it is written may belong to a family of one of these rules, as far as one look shows. */
export function mayBeOneOf(rules: ReadonlySet<string>): (text: string, signs: number) => boolean {
  const families = FAMILIES.filter(({ rule }) => rules.has(rule));
  const beginnings = new Set(families.flatMap(({ begins = '' }) => [...begins]));
  const others = families.filter(({ begins }) => begins === undefined);
  return (text, signs) =>
    beginnings.has(toSimplified(text.charAt(0))) || others.some((family) => mayBe(family, text, signs));
}
