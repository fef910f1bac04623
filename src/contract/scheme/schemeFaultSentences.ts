import type { SchemeFaultCode } from '../../domain/scheme/schemeFault.ts'
import type { SchemeFaultValues } from '../../domain/scheme/schemeFaultValues.ts'
import { type FaultSentence, say } from './faultSentence.ts'
import { fieldNames, idKindNames } from '../shape/kindNames.ts'
import { nearestHint } from '../shape/nearestHint.ts'
import { rubricFaultSentences, short } from './rubricFaultSentences.ts'
import { rulingFaultSentences } from './rulingFaultSentences.ts'

/** Table of sentences for a set of fault codes. */
export type FaultSentencesOf<C extends SchemeFaultCode> = {
  readonly [K in C]: (values: SchemeFaultValues[K]) => FaultSentence
}

/** Chinese sentences for all scheme faults, with their numbers and what to do. A code without a sentence does not compile. */
export const schemeFaultSentences: FaultSentencesOf<SchemeFaultCode> = {
  ...rubricFaultSentences,
  ...rulingFaultSentences,
  duplicateId: ({ kind, id }) =>
    kind === 'clause'
      ? say(`条款“${id}”登记了两次`, '只留一条')
      : say(`${idKindNames[kind]}的编号“${id}”用了两次`, '改成不同的编号，引用处一并改正'),
  unknownId: ({ kind, id, nearest }) =>
    say(
      `没有编号为“${id}”的${idKindNames[kind]}${nearestHint(nearest)}`,
      /[，、]/.test(id) ? '几个编号之间用半角逗号隔开' : `改成已有的编号，或先补上这个${idKindNames[kind]}`,
    ),
  citationUnreadable: ({ citation }) =>
    say(`“${citation}”不是条款引用`, '照通知的编号写，如 三（二）1、第三条第二款、附件 四.4、附件3 序号14'),
  citationUnregistered: ({ citation }) =>
    say(`条款“${citation}”不在条款登记中`, '改正引用，或在 clauses 里登记这一条'),
  clauseUncited: ({ citation, restated }) =>
    say(
      `条款“${citation}”（${restated}）据以计算，却没有任何分项、规则、口径或结果运用引用它`,
      '补上引用它的内容；不计算的把 computes 改为 false',
    ),
  startOff: ({ lacks }) =>
    lacks
      ? say('方案不设分项，只有清单，却没有写从多少分起（start）', '写上起始分：只加分的写 0，负面清单写总分')
      : say('方案设有分项，综合得分由分项合成，用不上起始分（start）', '删去起始分'),
  startBeyondBase: ({ start, base }) => say(`起始分 ${start} 高于总分 ${base}`, '改成不高于总分的数'),
  weightsOff: ({ sum, gap }) =>
    say(`各分项权重合计 ${sum}，与 100 ${short(gap)}`, '对照通知改正权重，使合计为 100'),
  weightsMixed: ({ ruling, least, most }) =>
    say(
      `${ruling === undefined ? '各分项' : `口径“${ruling}”`}的权重有的是 ${least}，有的是 ${most}，像是比例和百分数混在一起写了`,
      '都写成百分数（20% 写 20），或都写成比例；确实如此悬殊的可以不管',
    ),
  amountNotPositive: ({ kind, id, field, amount }) =>
    say(
      `${idKindNames[kind]}“${id}”的${fieldNames[field] ?? `“${field}”`}是 ${amount}，应大于 0`,
      '改成大于 0 的数',
    ),
  noMethodForTier: ({ component, tier }) =>
    say(
      `分项“${component}”没有给“${tier}”这一层级规定计分方法`,
      '补上一种方法，或在已有方法的 tiers 里加上这一层级',
    ),
  twoMethodsForTier: ({ component, tier }) =>
    say(
      `分项“${component}”给“${tier}”这一层级规定了不止一种计分方法`,
      '用 tiers 写明各方法管哪些层级，一个层级只归一种',
    ),
  cohortsMissing: ({ needed }) =>
    say(
      needed === 'rankingScope'
        ? '口径要求按类别分榜排名，方案却没有列出类别'
        : '按比例评等次以类别为范围，方案却没有列出类别',
      '在 cohorts 里列出各类别，或改用别的范围',
    ),
  shareNotWhole: ({ component, grade, share }) =>
    say(`分项“${component}”等次“${grade}”的比例份数是 ${share}，应为从 1 起的整数`, '3:5:2 分别写 3、5、2'),
  gradesEmpty: ({ component }) =>
    say(`分项“${component}”按等次计分，却没有列出等次`, '在 grades 里从最好的起列出各等次'),
  conversionFullDiffers: ({ component, full, base }) =>
    say(`分项“${component}”换算后最高 ${full} 分，与该分项满分 ${base} 不一致`, '改成同一个数'),
  rankTableEmpty: ({ component }) =>
    say(`分项“${component}”按名次赋分，分值表却是空的`, '在 table 里自第一名起写出各名次的分值'),
  rankTableRises: ({ component, place, points, before }) =>
    say(
      `分项“${component}”的名次分值表里，第 ${place} 名 ${points} 分，比前一名的 ${before} 分还高`,
      '名次越靠后分值不能越高，改正分值表',
    ),
  rankLeastTooHigh: ({ component, least, last }) =>
    say(
      `分项“${component}”按名次赋分的最低分值 ${least} 高于表中最后一名的 ${last}`,
      '改正 least，使其不高于表中最后一名',
    ),
  placesReversed: ({ rule, from, to }) =>
    say(`结果运用“${rule}”的名次从 ${from} 到 ${to}，前后颠倒`, '把 from 和 to 对调'),
  consequencesOverlap: ({ one, other, where }) =>
    say(
      `结果运用“${one}”和“${other}”的后果相同，条件在 ${where} 处重叠，同一对象会受两次`,
      '改正名次、等次或年数，使两条不重叠',
    ),
  yearsReversed: ({ rule, from, to }) =>
    say(`结果运用“${rule}”的连续年数从 ${from} 到 ${to}，前后颠倒`, '把 from 和 to 对调；没有上限的删去 to'),
  conditionEmpty: ({ rule }) =>
    say(`结果运用“${rule}”按等次适用，却没有列出等次`, '在 grades 里写上适用的等次编号'),
  followUpUnsaid: ({ rule, nextYear }) =>
    say(
      nextYear
        ? `结果运用“${rule}”没有写明后续事项，现按列入下一年度重点督查办`
        : `结果运用“${rule}”没有写明后续事项，约谈和调整建议都可以登记`,
      '在 followUp 里写明：约谈、提出调整建议、列入下一年度重点督查，或者没有（talk、proposal、supervision、none）',
    ),
  followUpMistimed: ({ rule, followUp }) =>
    followUp === 'supervision'
      ? say(
          `结果运用“${rule}”的后续事项是下一年度的重点督查，却不在下一年度执行`,
          '改为下一年度执行（nextYear）',
        )
      : say(`结果运用“${rule}”的约谈或调整建议在当年办，却写成下一年度执行`, '改为当年执行（nextYear）'),
  placeBeyondShare: ({ rule, to, ofEvery }) =>
    say(
      `结果运用“${rule}”到第 ${to} 名，名次段却以每 ${ofEvery} 名为准`,
      '改正名次，或改正口径 smallCohort 的 ofEvery',
    ),
  meetingNotByBallots: ({ meeting, component }) =>
    say(`“${meeting}”计入的分项“${component}”不是按测评票计分的`, '改成按测评票计分的分项'),
  secretaryMeetsTwice: ({ one, other, tier }) =>
    say(
      `“${one}”和“${other}”都让“${tier}”的书记述职，计入同一分项`,
      '用 tiers 写明各听哪些层级，一个层级只归一种会议',
    ),
  dateUnreal: ({ text, wanted }) =>
    wanted === 'day'
      ? say(`“${text}”不是真实的日期`, '写成 2018-10-08 的样子')
      : say(`“${text}”不是真实的月日`, '写成 12-10 的样子，月、日各两位'),
  yearDiffers: ({ text, year, cycle }) =>
    say(
      `“${text}”写的是 ${year} 年，方案却是 ${cycle} 年度的`,
      '沿用旧方案的，请改成本年度的名称、文号和日期',
    ),
  reportUnvetted: () => say('述职报告没有写由谁审核把关', '在 report.bodies 里列出部门'),
  reportShareOff: ({ of, from, to }) =>
    say(
      `述职报告${of === 'results' ? '成绩' : '问题'}一侧的篇幅从 ${from ?? '（没有写）'} 到 ${to ?? '（没有写）'}，范围不成立`,
      '至少写 from、to 之一，from 不大于 to',
    ),
  reportSideEmpty: ({ of }) =>
    say(
      `述职报告没有哪一部分算${of === 'results' ? '成绩' : '问题'}一侧，篇幅比例无从计算`,
      '改正各部分的 meaning，或去掉这条 shares',
    ),
  reportCounterKind: ({ counter }) =>
    say(`迟报、漏报要记到“${counter}”，它却不是差错`, '换成 kind 为 fault 的台账计数项'),
  datesReversed: ({ deadline, from, due }) =>
    say(
      `时间节点“${deadline}”从 ${from} 开始，却在 ${due} 截止`,
      '改正先后；跨年的写成两个时间节点，后一个写 nextYear: true',
    ),
  scopeEmpty: ({ part }) =>
    part === 'levels'
      ? say('没有写明哪些级别的单位纳入考核', '在 scope.levels 里列出单位级别')
      : say('没有写明由谁作为考核对象', '在 scope.answers 里至少写一条'),
  levelsJoined: ({ level }) =>
    say(`单位级别“${level}”像是几个级别连在一起写了`, '一个级别写一项，各项之间用半角逗号隔开'),
  answerRuleUnreachable: ({ at, after }) =>
    say(
      `确定考核对象的第 ${at} 条永远轮不到，凡是它适用的第 ${after} 条都已适用`,
      '把条件更严的排在前面，或删去这一条',
    ),
}
