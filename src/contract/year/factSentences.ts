import { printQuarter } from '../../domain/kernel/calendar.ts'
import type { FactRefusalValues, TermKind } from '../../domain/kernel/factRefusals.ts'
import { nearestHint } from '../shape/nearestHint.ts'

const TERM: Readonly<Record<TermKind, string>> = {
  tier: '层级',
  cohort: '分类排名的类别',
  component: '分项',
  counter: '台账计数项',
  grade: '等次',
  group: '调查人群',
  answer: '调查答案',
  voterClass: '票种',
  measure: '指标',
  veto: '否决事项',
  level: '分档',
  multiplier: '倍数',
  ranking: '排名榜',
  annualGrade: '年度考核等次',
  decision: '决定事项',
  inspector: '核查者',
}

const WAY = { quotaGrading: '评定等次', survey: '民意调查', ballots: '测评票' } as const

/** Chinese sentences for the refusals of facts, roster and history. */
export const factSentences: {
  readonly [C in keyof FactRefusalValues]: (values: FactRefusalValues[C]) => string
} = {
  unknownTerm: ({ what, name, known, nearest }) =>
    `方案里没有“${name}”这个${TERM[what]}${nearestHint(nearest)}；${known === '' ? `方案没有列出任何${TERM[what]}` : `可选的有：${known}`}`,
  unitRefused: ({ unit }) => `单位“${unit}”在名册里的那一行没有通过；请先改正名册`,
  notScoredThisWay: ({ unit, component, how }) =>
    `单位“${unit}”的“${component}”分项不按${WAY[how]}计分；请核对单位或删去这一条`,
  duplicate: ({ first }) =>
    `与${first}完全相同，可能是重复录入；请删去一条，确有几次的请改填次数或在说明中写明区别`,
  sameKeyTwice: ({ first }) => `与${first}说的是同一件事，同一件事只能填一次；请合并或删去一条`,
  reasonMissing: () => '没有写理由；请补上书面理由',
  countNegative: ({ count }) => `次数不能是负数（${count}）；请改正`,
  countFractional: ({ count }) => `次数必须是整数，不能是 ${count}；请改正`,
  quarterOutsideYear: ({ quarter }) => `一年只有四个季度，没有第“${quarter}”季度；请填 1 到 4`,
  quarterNotOfDay: ({ quarter, day }) => `日期 ${day} 不在${printQuarter(quarter)}；请核对日期和季度`,
  periodOutsideCycle: ({ period, cycle }) => `期间“${period}”不在${cycle}考核年度内；请改正`,
  dayOutsideCycle: ({ day, cycle }) => `日期 ${day} 不在${cycle}考核年度内；请改正`,
  daysReversed: ({ from, to }) => `起始日 ${from} 晚于终止日 ${to}；请核对`,
  ruleOfOtherRow: ({ row, rule }) => `规则“${rule}”不是“${row}”行的；请核对行号和规则`,
  ruleAmbiguous: ({ rule, known }) => `“${rule}”对应不止一条规则：${known}；请写明行号，或从下拉列表中选`,
  rowNotForUnit: ({ row, unit }) => `单位“${unit}”不按“${row}”所在的细则核查；请核对单位和行号`,
  rowNotForTier: ({ row, unit, tier, allowed }) =>
    `“${row}”行只适用于${allowed}，“${unit}”是${tier}；请核对单位和行号`,
  ruleTakesMeasure: ({ rule, measure }) =>
    `规则“${rule}”按指标“${measure}”计算，不作为核查情况填写；请填在“指标”里`,
  amountMissing: ({ rule }) => `规则“${rule}”由核查者评定分值；请填评定分值`,
  amountNotTaken: ({ rule }) => `规则“${rule}”的分值是定死的，不能另填评定分值；请删去`,
  amountOutside: ({ amount, least, most }) => `评定分值 ${amount} 超出允许的幅度 ${least} 至 ${most}；请改正`,
  amountOffStep: ({ amount, step }) => `评定分值 ${amount} 不是 ${step} 的整数倍档；请按每档 ${step} 分改正`,
  levelMissing: ({ rule, known }) => `规则“${rule}”分档计分，没有填分档；可选的有：${known}`,
  levelTwice: ({ rule, first }) => `“${rule}”只能评定一档，${first}已经评过；请改正那一条，或删去这一条`,
  levelNotTaken: ({ rule }) => `规则“${rule}”不分档；请删去分档`,
  multiplierNotTaken: ({ rule }) => `规则“${rule}”没有加倍或减半的规定；请删去倍数`,
  counterNotOfRule: ({ counter, rule }) => `台账计数项“${counter}”与规则“${rule}”无关；请改正或删去`,
  personsNotTaken: ({ rule }) => `规则“${rule}”不按人次计算；请删去人数和次数，只填总数`,
  countBesidePersons: ({ count, persons, occasions }) =>
    `人次由人数${persons}乘每人次数${occasions}得出，另填的次数 ${count} 与此不符；请删去次数，或不填人数而只填总人次`,
  personsMissing: () => '填了每人次数却没有填人数；请补上人数',
  exclusiveRules: ({ rule, other, occasion, first }) =>
    `场次“${occasion}”已在${first}按“${other}”扣分，同一场次不能再按“${rule}”扣分；请只保留一条`,
  noLeadUnit: ({ unit }) => `单位“${unit}”没有牵头单位，不会有牵头单位的核查；请核对核查者`,
  gradedByItself: ({ unit }) => `单位“${unit}”不能给自己评定等次；请改正评定单位`,
  gradedByOther: ({ by, lead }) => `等次应由牵头单位“${lead}”评定，“${by}”不是该单位的牵头单位；请改正`,
  answersMissing: () => '没有填任何答案的份数；请补上，没有的填 0',
  countEmpty: () => '这条计票结果没有票种，或没有一张票；请补上或删去',
  classCountedTwice: ({ voterClass, first }) =>
    `票种“${voterClass}”对这个单位的计票结果已在${first}记过；同一票种只能计一次，请只保留一条`,
  ballotsBesideCount: ({ unit, first }) =>
    `单位“${unit}”的计票结果已在${first}记过，再记测评票就重复了；请只保留一种`,
  ballotEmpty: () => '这张测评票没有评价任何单位；请补上或删去',
  ballotRefused: ({ ballot, row }) => `测评票“${ballot}”中${row}没有通过，整张票都不读入；请先改正那一处`,
  markTwice: ({ unit }) => `同一张票对单位“${unit}”评价了两次；请只保留一个`,
  markMissing: () => '没有打分也没有评等；请补上',
  markBoth: () => '既打了分又评了等；请只保留一样',
  markWrongKind: ({ wants }) =>
    wants === 'points'
      ? '这个分项的测评票是打分的，不能评等；请改填分数'
      : '这个分项的测评票是评等的，不能打分；请改填等次',
  markOutside: ({ points, full }) => `分数 ${points} 不在 0 到满分 ${full} 之间；请改正`,
  measureOutside: ({ value, least, most }) =>
    `指标数值 ${value} 超出可能的范围（${least ?? '不限'} 至 ${most ?? '不限'}）；请核对`,
  moreFailedThanSat: ({ failed, sat }) => `不合格人数 ${failed} 多于参加人数 ${sat}；请核对`,
  pointsOutside: ({ points, most }) => `得分 ${points} 不在 0 到 ${most} 之间；请改正`,
  placeOutside: ({ place, of }) => `名次 ${place} 不在 1 到 ${of} 之间；请改正`,
  decisionFieldMissing: ({ field, kind }) => `决定事项“${kind}”要写明“${field}”；请补上`,
  decisionFieldNotTaken: ({ field, kind }) => `决定事项“${kind}”用不到“${field}”；请删去，或改正决定事项`,
  unitIdTwice: ({ id, first }) => `单位编号“${id}”已在${first}用过；请给每个单位不同的编号`,
  unitNameTwice: ({ name, first }) =>
    `单位名称“${name}”已在${first}用过（只有空格、括号或全角半角不同，也算同一名称）；请写全称以区分`,
  unitNameIsId: ({ name, first }) => `单位名称“${name}”与${first}的单位编号相同，会认错；请改名称或编号`,
  leadMissing: ({ tier }) => `层级“${tier}”的单位由牵头单位评定等次，必须写明牵头单位；请补上`,
  leadUnknown: ({ lead, nearest }) =>
    `名册里没有牵头单位“${lead}”${nearestHint(nearest)}；请改正，或先把它补进名册`,
  leadItself: ({ unit }) => `单位“${unit}”不能是自己的牵头单位；请改正`,
  leadIsMember: ({ lead, leadOfLead }) =>
    `牵头单位“${lead}”自己又归“${leadOfLead}”牵头；请核对，牵头关系只有一层`,
  leadCycle: ({ units }) => `牵头关系绕成了一圈：${units}；请核对`,
  postHeldTwice: ({ post, other, first, day }) =>
    `职务“${post}”在 ${day} 已由“${other}”担任（${first}）；请核对任职起止日期或排序`,
  personNameDiffers: ({ person, name, first }) =>
    `人员编号“${person}”在${first}的姓名是“${name}”，与这里不同；请核对`,
  personNeedsId: ({ name, first }) =>
    `“${name}”在${first}的另一个单位也出现，没有人员编号分不清是不是同一个人；请填人员编号`,
  postNobody: ({ unit }) => `单位“${unit}”没有任何任职记录，找不到考核对象；请补任职`,
  pastYearNotEarlier: ({ year, cycle }) => `历年结果的年度 ${year} 不早于考核年度 ${cycle}；请改正`,
  historyRowUnknown: ({ row }) => `现行细则里没有“${row}”这一行，不影响计分，但看不出是否又在同一处失分`,
}
