import { describe, expect, test } from 'vitest';
import { outline } from '../../src/model/index.js';
import { structure } from '../../src/structure/index.js';
import { draftOfText } from './draft-of-text.js';

const TEXT = '这里是正文的一个段落\uFF0C写得长一些\uFF0C好让它看上去像正文\uFF0C而不是别的什么。';

// article-structure.md, section 8: each looks like a heading, metadata or furniture, and is text.
const FRIENDS: readonly string[] = [
  '一、二线城市的房租又涨了',
  '三、四年级学生都要参加',
  '一、两句话说不清楚',
  '一是提高认识\uFF0C二是落实责任',
  '首先要看到成绩\uFF0C其次要看到不足',
  '第一\uFF0C要提高认识',
  '一来二去\uFF0C就熟了',
  '一方面要看到成绩',
  '十分重要的一点',
  '百分之三的人不同意',
  '万一下雨怎么办',
  '1.5亿元的投资',
  '3.15晚会的观众',
  '2.0版已经发布',
  '5.12地震以后',
  '2021.10.1那一天',
  '1、2号楼的居民',
  '3、4两点合并',
  '24小时内答复',
  '100多人参加',
  '2020年\uFF0C我们开始了',
  '第一章程草案',
  '第三章里写的是旧事',
  '第二回合的较量',
  '第五节课下课以后',
  '第一集团军的老兵',
  '第三部分析报告',
  '第一封信写得最长',
  '第一次见面',
  '他说\uFF1A“来源\uFF1A网络的话不能信。”',
  '作者在书中写道',
  '编辑部决定了这件事',
  '转载请注明出处的做法始于报纸\uFF0C后来才慢慢地被网站学了去\uFF0C成了一个惯例。',
  '上一篇文章里我们谈到了规矩',
  '相关阅读能力的培养',
  '图1显示了变化',
  '表2列出了数字',
  '\uFF08一\uFF09、\uFF08二\uFF09两种情况',
  '包括\uFF1A\uFF081\uFF09甲项\uFF1B\uFF082\uFF09乙项',
  '\uFF082020年3月1日修订\uFF09',
  '【案例】某公司的做法是先试点',
  '十里长街',
  '三月初三',
  'NBA 40:39',
  '9:30 到达',
  '见http://example.com/a的说明',
  '本文来源于一次谈话',
];

async function understand(text: string): Promise<ReturnType<typeof structure>> {
  return structure(await draftOfText(text));
}

describe('alone between two paragraphs', () => {
  test.each(FRIENDS)('%s', async (line) => {
    const { article, report } = await understand(`题目\n\n${TEXT}\n\n${line}\n\n${TEXT}`);
    expect(outline(article)).toEqual([]);
    expect(report.removed).toEqual([]);
  });
});

describe('inside a paragraph', () => {
  test.each(FRIENDS)('%s', async (line) => {
    const { article, report } = await understand(
      `题目\n\n${TEXT}${line}\uFF0C${TEXT}\n\n${line}\uFF0C${TEXT}\n\n${TEXT}`,
    );
    expect(outline(article)).toEqual([]);
    expect(report.removed).toEqual([]);
  });
});

test.each(['甲>乙。又乙>丙。', '正文]]>字<&>字。'])('%s under the title is no breadcrumb', async (line) => {
  const { report } = await understand(`题目\n\n${line}\n\n${TEXT}`);
  expect(report.removed).toEqual([]);
});
