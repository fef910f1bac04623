import type { RulingAnswers, RulingTopic } from '../../domain/scheme/ruling.ts'
import { campaignTopics } from './campaignTopics.ts'
import { describeBounds } from './describeBounds.ts'
import { describeMonthDay } from './describeMonthDay.ts'
import { describeBallotScale, describeSurveyScale, describeTable } from './describeScales.ts'
import { optionName } from './optionNames.ts'
import type { SchemeNames } from './schemeNames.ts'
import type { AnswerWords, OptionTopic, OptionWords } from './topicWords.ts'

/** Words for every ruling topic, in the order that forms offer them. (R1-R23) */
export const topics: {
  readonly [T in RulingTopic]: T extends OptionTopic ? OptionWords<RulingAnswers[T] & string> : AnswerWords<T>
} = {
  combineRounds: {
    name: '多次核查怎样合成',
    what: '一年有几次核查，决定怎样由几次核查得出一个分数。',
    usual: '全年累计扣分',
    options: {
      accumulate: ['全年累计扣分', '各次查出的问题都记在年度细则上，一行扣完为止。查得越多，扣得越多。'],
      meanOfRounds: [
        '各轮得分平均',
        '每次核查单独计分，再取平均。偶发的问题影响较小。全年才能判定的缺次、指标和不分季度的情况，记在最后一轮。',
      ],
      latestRound: ['取最近一轮', '只看最近一次，鼓励年内改正。前几次查出的不再计分。'],
    },
  },
  rowFloor: {
    name: '一行的下限',
    what: '细则里没有写明“扣完为止”的行，最低能扣到哪里。',
    usual: '扣完为止，不倒扣',
    options: {
      zero: ['扣完为止', '一行最多扣完自己的分值。'],
      negative: ['可以倒扣', '可以扣成负分，冲减别的行；一行的问题可能拉低整个细则。'],
    },
  },
  bonusCap: {
    name: '加分能否超出',
    what: '一行得了加分，能不能超过这一行、这一细则的满分。',
    usual: '可超出本行，细则总分以满分封顶',
    options: {
      mayExceedRow: ['可超出本行，细则总分封顶', '加分可以弥补别的行的扣分，细则合计不超过满分。'],
      rowCapped: [
        '以本行分值封顶',
        '加分只能弥补本行的扣分，没有扣分就不起作用。一行另写了上限的依该上限，细则合计仍不超过满分。',
      ],
      uncapped: ['不封顶', '细则合计可以超过满分。'],
    },
  },
  bonusOrder: {
    name: '加分与扣分的先后',
    what: '一行既有扣分又有加分的，先扣到下限再加分，还是扣分、加分相抵以后再看下限。',
    usual: '先扣到下限，再加分',
    options: {
      afterFloor: ['先扣到下限，再加分', '扣分到下限为止，加分另外加上：3分的行扣12分、加5分，得5分。'],
      beforeFloor: [
        '扣分、加分相抵后再看下限',
        '加分先抵扣分，不够抵的扣到下限为止：3分的行扣12分、加5分，得0分。',
      ],
    },
  },
  quotaRounding: {
    name: '比例除不尽怎样定名额',
    what: '单位数除不尽时，各等次的名额怎样取整。',
    usual: '最大余数法；余数相同的归中间等次',
    options: {
      largestRemainder: ['最大余数法', '先取整数部分，剩下的名额给余数最大的等次。'],
      atMostTop: ['最好等次只舍不入', '最好等次的名额只舍不入，绝不超过比例。'],
      atLeastBottom: ['最低等次只入不舍', '最低等次的名额只入不舍，绝不少于比例。'],
      halfUp: ['四舍五入', '各等次四舍五入，合不上的由中间等次补足。'],
    },
  },
  gradePoints: {
    name: '等次的分值',
    what: '评了等次，各等次折成多少分。',
    usual: '好 95、较好 85、一般 75',
    choices: {
      拉开差距: '各等次分值差得越大，这一分项对名次的影响越大。',
      不超过满分: '分值应在 0 与分项满分之间，由好到差递减。',
    },
    describe: ({ points }, names) => describeTable(points, names, '分'),
  },
  ledgerTariff: {
    name: '台账怎样计分',
    what: '按台账计分的单位，从多少分起、每次差错扣多少。',
    usual: '满分 100，缺会、漏报、迟报、错报每次扣 1，派人代会每次扣 0.5',
    choices: {
      不扣的事项: '留空的事项不在这里扣分，可以仍在评分细则里扣。',
    },
    describe: ({ base, tariff }, names) =>
      `满分${base}，每次扣：${
        Object.entries(tariff)
          .map(([id, points]) => `${names.nameOf(id, 'counters')}${points}分`)
          .join('，') || '无'
      }`,
  },
  surveyScale: {
    name: '民意调查怎样计分',
    what: '民意调查的答案折成多少分，各人群占多少，答卷太少时怎么办。',
    usual: '满意 100、基本满意 80、不满意 50、不了解不计；党员与群众各半；不足 10 份不计分',
    choices: {
      不计分的答案: '留空的答案不进入平均，也不算有效答卷。',
      答卷不足: '有效答卷少于所定份数的，没有得分，由组织者决定。',
    },
    describe: describeSurveyScale,
  },
  ballotScale: {
    name: '测评票怎样计分',
    what: '测评票怎样合成一个得分，哪些票作废。',
    usual: '全部有效票直接平均，不分票种，不去最高最低',
    choices: {
      按票种加权: '先在各票种内平均，再按权重合成；权重合计为 1 或 100。',
      去掉最高最低: '票数超过所定张数时，最高和最低的各去掉几张再平均。',
      废票: '各项评价完全相同，或高分过多的票作废，不进入平均。',
    },
    describe: describeBallotScale,
  },
  ties: {
    name: '并列怎样排名',
    what: '综合得分相同的，名次怎样排；并列跨在奖惩名次的边上时怎样办。',
    usual: '先比实地核查，再比述职测评；仍相同的并列，跨名次段从轻',
    acts: '排名',
    choices: {
      lighter: '并列跨在边上时，都按较轻的一档，并提请组织者复核。',
      heavier: '并列跨在边上时，都按较重的一档。',
      committee: '并列跨在边上时，由组织者逐个决定，决定前不能封存。',
    },
    describe: ({ breakBy, acrossEdge, places }, names) =>
      [
        breakBy.length === 0
          ? '不再比较'
          : `依次比较${breakBy.map(id => names.nameOf(id, 'components')).join('、')}`,
        `跨名次段${optionName('acrossEdge', acrossEdge)}`,
        optionName('places', places),
      ].join('；'),
  },
  rankingScope: {
    name: '分几个榜排名',
    what: '全部考核对象排一个榜，还是分开排。',
    usual: '全部排一个榜',
    acts: '排名',
    options: {
      all: ['全部排一个榜', '不分层级和类别，末位名次从全部对象中产生。'],
      byTier: ['按层级分榜', '各层级分别排名，各有自己的末位。'],
      byCohort: ['按类别分榜', '各类别分别排名，各有自己的末位；方案须列出类别。'],
    },
  },
  smallCohort: {
    name: '人数少时的名次段',
    what: '一个榜上的考核对象很少时，末位各档是否照用。',
    usual: '满 18 个才照用，不足的由组织者决定',
    acts: '排名和结果运用',
    choices: {
      count: '达到所定个数才适用各名次段。',
      share: '名次段按比例折算，对象少则相应减少。往年也折算，历年结果须写明当年的考核对象数。',
      研究决定: '组织者对某个榜另有决定的，以决定为准，不论人数。',
    },
    describe: answer =>
      answer.kind === 'share'
        ? `名次段按每${answer.ofEvery}名折算`
        : `满${answer.minimum}个考核对象适用，不足的${optionName('below', answer.below)}`,
  },
  overallGrades: {
    name: '综合评价等次',
    what: '综合得分落在哪个分数段，评哪个等次；名额和前提有没有。',
    usual: '90 分以上好，80 以上较好，60 以上一般，其余差；不设名额和前提',
    acts: '综合评价等次',
    choices: {
      区间: '各等次首尾相接，不留空、不重叠；交界处只能有一边含端点。',
      名额: '优等设上限，或下等设下限；超出的按名次递减一等。',
      前提: '某分项不到所定分数的，不能评这一等次。',
    },
    describe: ({ grades, quotas, preconditions }, names) =>
      [
        grades.map(grade => `${grade.name}：${describeBounds(grade)}`).join('，'),
        ...quotas.map(
          ({ kind, grade, percent, round }) =>
            `${names.nameOf(grade, 'grades')}${kind === 'atMost' ? '及以上不超过' : '及以下不少于'}${percent}%（${optionName('round', round)}）`,
        ),
        ...preconditions.map(
          ({ grade, component, atLeast }) =>
            `${names.nameOf(grade, 'grades')}须${names.nameOf(component, 'components')}满${atLeast}分`,
        ),
      ].join('；'),
  },
  streakFollows: {
    name: '连续年度随人还是随单位',
    what: '“连续两年、三年”跟着人算还是跟着单位算。',
    usual: '随人；新任书记重新起算',
    options: {
      person: ['随人', '换了人就重新起算。'],
      unit: ['随单位', '换了人也接着算。'],
      either: [
        '人或单位有一个连续即算',
        '单位连续或人连续都算，取年数多的一个；一年算单位、一年算人的不接着算。',
      ],
    },
  },
  discretionary: {
    name: '视情扣分的幅度',
    what: '没有写数额的“视情扣分”，核查组能扣多少。',
    usual: '以 0.5 分为一档，最多扣完本行，须写理由',
    choices: {
      最多扣分: '填一个分数，或以本行分值为限。',
      理由: '要求写理由的，不写就不能录入。',
    },
    describe: ({ step, limit, reasonRequired }) =>
      `每档${step}分，最多${limit === 'row' ? '扣完本行' : `${limit}分`}，${reasonRequired ? '须写理由' : '不必写理由'}`,
  },
  reportDue: {
    name: '报告上报期限',
    what: '述职报告最迟哪一天上报，迟报从这一天算起。',
    usual: '12月10日',
    describe: ({ due }) => describeMonthDay(due),
  },
  performanceConversion: {
    name: '折入绩效的百分比',
    what: '综合得分按百分之几折入单位绩效考核。',
    usual: '10%',
    acts: '折算绩效',
    choices: {
      百分数: '满分 100 的综合得分，按 10% 折算最多计 10 分。',
    },
    describe: ({ percent }) => `综合得分的${percent}%`,
  },
  doubleCounting: {
    name: '同一事项两处扣分',
    what: '同一件事既在台账计分里扣、又在评分细则里扣的，扣一处还是两处。',
    usual: '两处都扣，说明中互相注明',
    choices: {
      both: '两处条款都执行。',
      ledger: '台账记了的只在台账计分里扣，核查又查出的同一次不再扣；核查查出而台账没有记的，在细则里扣。',
      rubric: '只在评分细则里扣，台账里只记录。',
    },
    describe: ({ counters, countsIn }, names) =>
      counters.length === 0
        ? '没有两处都会扣的事项'
        : `${counters.map(id => names.nameOf(id, 'counters')).join('、')}：${optionName('countsIn', countsIn)}`,
  },
  knowledgeTest: {
    name: '知识测试',
    what: '抽查的基本知识测试占不占分。',
    usual: '不占分，供核查组参考',
    choices: {
      informs: '成绩记录在案，不影响得分。',
      rule: '不合格的人次按所选规则扣分。',
    },
    describe: (answer, names) =>
      answer.use === 'informs'
        ? '只供参考，不计分'
        : `按${answer.row}的规则“${names.ruleText(answer.row, answer.rule)}”扣分`,
  },
  missingComponent: {
    name: '缺分项怎么办',
    what: '一个单位缺某一分项的得分时怎么办。',
    usual: '不出综合得分，不能封存',
    acts: '综合得分',
    options: {
      block: ['不出结果，不能封存', '补齐之前这个单位没有综合得分，年度不能封存。'],
      renormalise: ['其余分项按比例折成满分', '其余分项按比例放大到满分。'],
      zero: ['缺的分项记零', '缺的分项按零分计入。'],
    },
  },
  rounding: {
    name: '小数取舍',
    what: '小数取几位、怎样舍入；分项是否先舍入。',
    usual: '两位小数，四舍五入，分项先舍入再合成',
    acts: '全部得分',
    choices: {
      up: '恰好一半时进一。',
      even: '恰好一半时取偶数，多次舍入不偏向一边。',
      分项先修约: '公布的分项得分加权后就是综合得分，便于核对。',
    },
    describe: ({ decimals, half, roundComponents }) =>
      `${decimals === 0 ? '取整数' : `保留${decimals}位小数`}，${optionName('half', half)}，分项得分${roundComponents ? '先修约' : '不修约'}`,
  },
  midYearChange: {
    name: '年中调整',
    what: '年中换了人、单位合并，由谁作为考核对象。',
    usual: '12月31日在任者',
    acts: '考核对象',
    choices: {
      holderOnDay: '看某一天谁在任。',
      longestHolder: '看全年谁在任的天数最多；一人有几段任期的相加，天数相同的取后任。',
    },
    describe: answer =>
      answer.answers === 'longestHolder' ? '全年在任最久者作答' : `${describeMonthDay(answer.day)}在任者作答`,
  },
  leadInspections: {
    name: '牵头单位自行核查',
    what: '牵头单位自己对所属单位的核查，算不算分。',
    usual: '只作记录和参考',
    choices: {
      informs: '只有统一组织的核查计分。',
      weighted: '按所定百分数计入。',
    },
    describe: answer => (answer.use === 'informs' ? '只供参考，不计分' : `按${answer.percent}%计入`),
  },
  unclearUnit: {
    name: '单位不明的扣分',
    what: '没有写明按项还是按次的扣分，怎样计数。',
    usual: '查出几项扣几项，以本行分值为限',
    options: {
      perItem: ['查出几项扣几项', '逐项扣，扣到本行为止。'],
      once: ['只扣一次', '不论几项，全年只扣一次。'],
    },
  },
  compositeFloor: {
    name: '综合得分能否为负',
    what: '清单扣分、否决扣分多于所得的分时，综合得分最低到哪里。',
    usual: '扣到零分为止',
    acts: '综合得分',
    options: {
      zero: ['扣到零分为止', '综合得分不低于零分。'],
      negative: ['可以为负', '扣多少算多少，综合得分可以是负数。'],
    },
  },
  ...campaignTopics,
  note: {
    name: '说明',
    what: '只作说明：写明怎样理解条款，本身不参与计算。',
    usual: '写明理解即可',
    describe: answer => answer,
  },
}

/** Describes an answer as a clerk reads it before settling it. (R1-R23) */
export function describeAnswer(topic: RulingTopic, answer: unknown, names: SchemeNames): string {
  const { options, describe } = topics[topic]
  if (options !== undefined)
    return (options as OptionWords<string>['options'])[String(answer)]?.[0] ?? String(answer)
  return describe(answer as never, names) ?? ''
}
