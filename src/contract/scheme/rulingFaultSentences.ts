import { say } from './faultSentence.ts'
import { idKindNames, stateNames } from '../shape/kindNames.ts'
import { topics } from './topics.ts'
import type { FaultSentencesOf } from './schemeFaultSentences.ts'

const LACKS = { settledBy: '由谁答复', settledOn: '何时答复', both: '由谁、何时答复' } as const
const QUOTA = { atMost: '及以上不超过', atLeast: '及以下不少于' } as const

/** Sentences for the ruling (口径) faults: their states and answers, including overall grades. (R1-R23) */
export const rulingFaultSentences: FaultSentencesOf<RulingCode> = {
  rulingOpen: ({ ruling, question }) =>
    say(
      `口径“${ruling}”（${question}）尚未答复，方案不能印发`,
      '请考核组织者答复，写上 answer，并把 state 改为 settled；暂按默认的改为 assumed',
    ),
  rulingUnanswered: ({ ruling, state }) =>
    say(
      `口径“${ruling}”的状态是“${stateNames[state]}”，却没有答案`,
      '补上 answer；确实未答复的把 state 改为 open',
    ),
  rulingUnsigned: ({ ruling, lacks }) =>
    say(`口径“${ruling}”已答复，却没有写${LACKS[lacks]}`, '补上 settledBy（答复者）和 settledOn（答复日期）'),
  rulingTwice: ({ topic, one, other }) =>
    say(
      `口径“${one}”和“${other}”答的是同一事项（${topics[topic].name}）`,
      '只留一个；只管某一分项的，写明 component',
    ),
  rulingUsual: ({ topic }) =>
    say(
      `没有写明口径“${topics[topic].name}”，按通常的办法算：${topics[topic].usual}`,
      '在口径中补上这一事项，写明怎样答复',
    ),
  rulingMissing: ({ topic, component }) =>
    say(
      `缺少口径：${topics[topic].name}（topic: ${topic}）${component === undefined ? '' : `，分项“${component}”要用到`}`,
      '在 rulings 中补上这一事项的口径',
    ),
  pointsMissing: ({ ruling, kind, id, component }) =>
    say(
      `口径“${ruling}”没有给分项“${component}”的${idKindNames[kind]}“${id}”定分值`,
      kind === 'answer' ? '补上分值；不计分的写 null' : '补上分值；弃权的写 null',
    ),
  pointsBeyondBase: ({ ruling, id, points, component, base }) =>
    say(
      `口径“${ruling}”里“${id}”的分值 ${points} 不在 0 到 ${base} 之间，分项“${component}”容不下`,
      '改成 0 到满分之间的数',
    ),
  nothingScored: ({ ruling }) => say(`口径“${ruling}”里没有一项计分，永远算不出得分`, '至少给一项定出分值'),
  weightMissing: ({ ruling, kind, id, component }) =>
    say(`口径“${ruling}”没有给分项“${component}”的${idKindNames[kind]}“${id}”定权重`, '补上权重；不计的写 0'),
  weightNotThousandths: ({ ruling, id, weight }) =>
    say(`口径“${ruling}”里“${id}”的权重 ${weight} 是负数或超过三位小数`, '改成不小于 0、最多三位小数的数'),
  groupWeightsOff: ({ ruling, sum }) =>
    say(`口径“${ruling}”里各调查人群的权重合计 ${sum}，不大于 0`, '至少给一个人群大于 0 的权重'),
  ballotWeightsOff: ({ ruling, sum }) =>
    say(`口径“${ruling}”里各票种的权重合计 ${sum}，应为 1 或 100`, '改正权重，使合计为 1 或 100'),
  trimEmpties: ({ ruling, above, drop }) =>
    say(
      `口径“${ruling}”规定超过 ${above} 张就去掉最高、最低各 ${drop} 张，${above + 1} 张时一张不剩`,
      `把 above 改为不小于 ${2 * drop} 的数，或少去几张`,
    ),
  voidNeverActs: ({ ruling, atLeast, full }) =>
    say(
      `口径“${ruling}”以不低于 ${atLeast} 分为高分，票面满分只有 ${full}，这条废票规则不会起作用`,
      '改正分数线，或删去这条废票规则',
    ),
  gradePointsRise: ({ ruling, better, worse, points, before }) =>
    say(
      `口径“${ruling}”里等次“${worse}”的 ${points} 分比更好的“${better}”的 ${before} 分还高`,
      '等次越差分值越低，改正分值',
    ),
  gradePointsEqual: ({ ruling, better, worse, points }) =>
    say(
      `口径“${ruling}”里等次“${better}”和“${worse}”都是 ${points} 分，分不出高低`,
      '核对分值；有意如此的可以不管',
    ),
  weightsIdle: ({ ruling }) =>
    say(
      `口径“${ruling}”写了各票种的权重，合成方式却是全部有效票直接平均，权重不起作用`,
      '改用按票种加权，或删去权重',
    ),
  rulingIdle: ({ ruling, topic, question }) =>
    say(
      `口径“${ruling}”（${question}）答的是“${topics[topic].name}”，方案里没有什么要用到它`,
      '删去这条口径；只想留作说明的，把事项改为说明',
    ),
  percentOutOfRange: ({ ruling, percent }) =>
    say(`口径“${ruling}”的百分数 ${percent} 不在 0 到 100 之间`, '改成 0 到 100 之间的数，10% 写 10'),
  gradeEmpty: ({ grade, from, to }) =>
    say(`等次“${grade}”的区间从 ${from} 到 ${to}，不含任何分数`, '改正上下界；下界应小于上界'),
  gradeBeyondBase: ({ grade, from, to, base }) =>
    from >= base && to > base && from !== base
      ? say(
          `等次“${grade}”的区间从 ${from} 到 ${to}，全在总分 ${base} 以外，永远评不上`,
          '改正区间，或改正总分',
        )
      : say(
          `等次“${grade}”的区间到 ${to} 为止，总分只有 ${base}`,
          `把上界改为 ${base} 并写 toClosed: true；有意如此的可以不管`,
        ),
  gradesDisordered: ({ better, worse }) =>
    say(`等次“${better}”排在“${worse}”前面，区间却不比它高`, '等次从最好的起往下排，并改正上下界'),
  gradesOverlap: ({ better, worse, from, to }) =>
    say(
      from === to
        ? `等次“${better}”和“${worse}”在 ${from} 分处重叠，恰好 ${from} 分时说不清是哪一等`
        : `等次“${better}”和“${worse}”在 ${from} 到 ${to} 分之间重叠`,
      '改正上下界；交界处只能有一边含端点（fromOpen、toClosed）',
    ),
  gradesGap: ({ better, worse, from, to }) =>
    say(
      from === to
        ? `恰好 ${from} 分既不属于等次“${better}”，也不属于“${worse}”`
        : `等次“${worse}”到 ${from} 分为止，“${better}”从 ${to} 分开始，中间没有等次`,
      '改正上下界；交界处要有一边含端点（fromOpen、toClosed）',
    ),
  gradesUncovered: ({ end, grade, reaches, needed }) =>
    end === 'top'
      ? say(
          `最好的等次“${grade}”到 ${reaches} 为止${reaches === needed ? `且不含 ${reaches}` : ''}，满分 ${needed} 没有等次`,
          `把上界改为 ${needed} 并写 toClosed: true`,
        )
      : say(
          `最低的等次“${grade}”从 ${reaches} 开始${reaches === needed ? `且不含 ${reaches}` : ''}，0 分没有等次`,
          '把下界改为 0，并去掉 fromOpen',
        ),
  quotaTwice: ({ grade, kind }) => say(`等次“${grade}”${QUOTA[kind]}的名额写了两次`, '只留一条'),
  quotaNotMonotone: ({ kind, better, betterPercent, worse, worsePercent }) =>
    say(
      `名额前后矛盾：“${better}”${QUOTA[kind]} ${betterPercent}%，“${worse}”${QUOTA[kind]} ${worsePercent}%`,
      kind === 'atMost' ? '包含更多等次的名额不能更小' : '包含更多等次的下限不能更小',
    ),
  quotaImpossible: ({ grade, percent }) =>
    say(`“${grade}”是最低等次，它及以上就是全部，不可能不超过 ${percent}%`, '改正等次，或删去这条名额'),
  preconditionOutOfReach: ({ grade, component, atLeast, base }) =>
    say(
      `等次“${grade}”要求分项“${component}”至少 ${atLeast} 分，该分项满分只有 ${base}`,
      '改成不高于满分的数',
    ),
}

type RulingCode =
  | 'rulingOpen'
  | 'rulingUnanswered'
  | 'rulingUnsigned'
  | 'rulingTwice'
  | 'rulingUsual'
  | 'rulingMissing'
  | 'pointsMissing'
  | 'pointsBeyondBase'
  | 'nothingScored'
  | 'weightMissing'
  | 'weightNotThousandths'
  | 'groupWeightsOff'
  | 'ballotWeightsOff'
  | 'trimEmpties'
  | 'voidNeverActs'
  | 'gradePointsRise'
  | 'gradePointsEqual'
  | 'weightsIdle'
  | 'rulingIdle'
  | 'percentOutOfRange'
  | 'gradeBeyondBase'
  | 'gradeEmpty'
  | 'gradesDisordered'
  | 'gradesOverlap'
  | 'gradesGap'
  | 'gradesUncovered'
  | 'quotaTwice'
  | 'quotaNotMonotone'
  | 'quotaImpossible'
  | 'preconditionOutOfReach'
