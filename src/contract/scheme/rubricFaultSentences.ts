import { say } from './faultSentence.ts'
import { idKindNames } from '../shape/kindNames.ts'
import { ruleFormWords } from './forms/ruleFormWords.ts'
import type { FaultSentencesOf } from './schemeFaultSentences.ts'

/** Sentences for the rubric (评分细则) faults: rows, rules, bands and measures. (附件) */
export const rubricFaultSentences: FaultSentencesOf<RubricCode> = {
  rubricSumOff: ({ rubric, base, sum, gap }) =>
    say(
      `评分细则“${rubric}”各行分值合计 ${sum}，与满分 ${base} ${short(gap)}`,
      '对照通知核对各行分值，或改正细则的满分',
    ),
  methodBaseDiffers: ({ component, base, rubric, full }) =>
    say(
      `分项“${component}”满分 ${base}，所用评分细则“${rubric}”满分 ${full}，两者不一致`,
      '改成同一满分，或给该分项写明换算（conversion）',
    ),
  rowOutOfReach: ({ row, base, floor, most }) =>
    say(
      `“${row}”行 ${base} 分，下限 ${floor}，各条规则加起来最多扣 ${most} 分，永远扣不到下限`,
      '对照通知看是否漏了规则；通知本来如此的可以不管',
    ),
  rowWithoutRules: ({ row }) =>
    say(`“${row}”行有分值却没有规则，人人得满分`, '补上评分标准；通知本来如此的可以不管'),
  amountAboveRow: ({ row, rule, amount, base }) =>
    say(
      `“${row}”行的规则“${rule}”一次扣 ${amount} 分，超过该行可扣的 ${base} 分`,
      `改小分值；确实一次扣完的，给规则写明 cap: ${base}；可以倒扣的，给该行写明 floor: negative`,
    ),
  floorAboveBase: ({ row, floor, base }) =>
    say(`“${row}”行的下限 ${floor} 高于分值 ${base}`, '把下限改成不高于分值的数，扣完为止写 0'),
  capBelowBase: ({ row, cap, base }) =>
    say(
      `“${row}”行的上限 ${cap} 低于分值 ${base}，不扣分也得不到满分`,
      '把上限改成不低于分值的数，或删去上限',
    ),
  listBaseNotZero: ({ row, base }) =>
    say(
      `清单“${row}”的分值写成了 ${base}，清单不属于评分细则，应从 0 起`,
      '把 base 改成 0；有基分的内容请移到评分细则里',
    ),
  listCannotDeduct: ({ row }) =>
    say(
      `清单“${row}”从 0 起，下限也是 0，扣分规则永远扣不了分`,
      '给该清单写明 floor: negative，或写一个负数作下限',
    ),
  tieredRowFed: ({ row, rule }) =>
    say(
      `“${row}”行只适用于部分层级，规则“${rule}”却由台账或指标自动计分，别的层级也会被扣`,
      '去掉该规则的台账、指标引用，由核查者填写；或删去该行的 tiers',
    ),
  amountNegative: ({ row, rule, field, amount }) =>
    say(
      `“${row}”行规则“${rule}”的${placeOf(field)}是负数（${amount}）`,
      '扣分、加分都写正数，方向由规则形式决定',
    ),
  rangeReversed: ({ row, rule, least, limit }) =>
    say(`“${row}”行规则“${rule}”的幅度从 ${least} 到 ${limit}，最少大于最多`, '把 least 和 limit 对调'),
  rangeStepUneven: ({ row, rule, least, limit, step }) =>
    say(
      `“${row}”行规则“${rule}”从 ${least} 起每档 ${step}，到不了 ${limit}`,
      '改步长或改幅度，使最多扣分正好落在一档上',
    ),
  multiplierNotThousandths: ({ row, rule, multiplier, times, points }) =>
    say(
      `“${row}”行规则“${rule}”的分值 ${points} 乘以倍数“${multiplier}”（${times}）超过三位小数`,
      '改分值或倍数，使乘积不超过三位小数',
    ),
  bonusUnclear: ({ row, rule, has }) =>
    say(
      `“${row}”行的加分规则“${rule}”${has === 'both' ? '既写了 points 又写了 levels' : '没有写加多少分'}`,
      '一律加同样分的写 points，分档的写 levels，二者取一',
    ),
  levelsNotFalling: ({ row, rule, better, worse }) =>
    say(
      `“${row}”行规则“${rule}”的档次“${worse}”分值不低于更好的“${better}”`,
      '档次从最好的起往下排，分值逐档递减',
    ),
  levelsEmpty: ({ row, rule }) => say(`“${row}”行规则“${rule}”的分档（区间）是空的`, '补上各档，至少一档'),
  counterWrongKind: ({ counter, needed }) =>
    needed === 'done'
      ? say(
          `台账计数项“${counter}”记的是差错次数，这里要的是做了几次`,
          '换用 kind 为 done 的计数项，或改正该计数项的 kind',
        )
      : say(
          `台账计数项“${counter}”记的是做了几次，这里要的是差错次数`,
          '换用 kind 为 fault 的计数项，或改正该计数项的 kind',
        ),
  ruleTakesNoCount: ({ row, rule, form }) =>
    say(
      `“${row}”行的规则“${rule}”是${ruleFormWords[form].name}，不按次数计算，台账或测试的次数用不上`,
      '改用一次性、按项、按人次或按缺次扣分的规则，或去掉这一引用',
    ),
  bandEmpty: ({ row, rule, band }) =>
    say(
      `“${row}”行规则“${rule}”的第 ${band} 个区间不含任何数值`,
      '改正上下界；只含一个数值的，上下界相同并写 toClosed: true',
    ),
  bandUnreachable: ({ row, rule, band }) =>
    say(
      `“${row}”行规则“${rule}”的第 ${band} 个区间已被前面的区间全部占去，永远轮不到`,
      '调整次序或上下界，或删去这个区间',
    ),
  bandsOverlap: ({ row, rule, band, earlier }) =>
    say(
      `“${row}”行规则“${rule}”的第 ${band} 个区间与第 ${earlier} 个重叠，重叠处按第 ${earlier} 个算`,
      '改正上下界使区间不重叠；有意如此的可以不管',
    ),
  bandsGap: ({ row, rule, from, to }) =>
    say(
      `“${row}”行规则“${rule}”的区间之间有空档：指标${from === to ? `恰好为 ${from}` : `在 ${from} 到 ${to} 之间`}时，哪个区间都不适用`,
      '改正上下界，使区间首尾相接；不扣分的也写一个区间，扣分写 0',
    ),
  bandsTurn: ({ row, rule, band, points }) =>
    say(
      `“${row}”行规则“${rule}”的分值随指标时增时减，到第 ${band} 个区间（${points} 分）折返`,
      '核对各区间的分值；通知本来如此的可以不管',
    ),
  measureNeverActs: ({ row, rule, measure }) =>
    say(
      `“${row}”行的规则“${rule}”永远不起作用：指标“${measure}”在可能的范围内都不会因它扣分或加分`,
      '改正起扣点、方向、区间，或改正指标的最小、最大可能值',
    ),
  multiplierNeverActs: ({ row, rule, form }) =>
    say(
      `“${row}”行的规则“${rule}”写了倍数，${ruleFormWords[form].name}的规则却不会加倍、减半`,
      '删去倍数；要加倍的改用按项、按人次、幅度或分档的规则',
    ),
  bonusNeverActs: ({ row, rule, ruling }) =>
    say(
      `“${row}”行的加分规则“${rule}”永远不起作用：口径“${ruling}”以本行分值封顶，本行又没有可扣的分`,
      '给该行写明上限（cap），或改用“可超出本行”的口径',
    ),
  bonusCapLow: ({ row, rule, cap, amount }) =>
    say(
      `“${row}”行的加分规则“${rule}”一次加 ${amount} 分，最多却只能加 ${cap} 分`,
      '核对上限和分值；通知本来如此的可以不管',
    ),
  highestOnlyIdle: ({ row, rule }) =>
    say(
      `“${row}”行的加分规则“${rule}”要求同一项目就高，却只有一种分值，无高低可选`,
      '分档的写明 levels；不分档的删去 highestOnly；同一项目只加一次的可以不管',
    ),
  sectionSumOff: ({ section, title, base, sum, gap }) =>
    say(
      `核实项目“${section}”（${title}）各行分值合计 ${sum}，与项目分值 ${base} ${short(gap)}`,
      '对照通知核对各行分值和项目分值',
    ),
  sectionEmpty: ({ section, title }) =>
    say(`核实项目“${section}”（${title}）下面一行也没有`, '补上它的行，或删去这个核实项目'),
  roundsTooMany: ({ component, rounds, most }) =>
    say(
      `分项“${component}”一年核查 ${rounds} 轮，一年至多 ${most} 轮（每季度一轮）`,
      `改成 1 到 ${most} 的数`,
    ),
  rubricTwice: ({ rubric, one, other }) =>
    say(
      `分项“${one}”和“${other}”用的是同一个评分细则“${rubric}”，同一问题会扣两次`,
      '给其中一个分项换用自己的评分细则；通知本来如此的可以不管',
    ),
  idUnused: ({ kind, name }) =>
    say(`${idKindNames[kind]}“${name}”没有任何规则、分项或口径用到`, '补上用到它的规则，或删去它'),
  measureReversed: ({ measure, least, most }) =>
    say(`指标“${measure}”的最小可能值 ${least} 大于最大可能值 ${most}`, '把 least 和 most 对调'),
}

type RubricCode =
  | 'rubricSumOff'
  | 'methodBaseDiffers'
  | 'rowOutOfReach'
  | 'rowWithoutRules'
  | 'amountAboveRow'
  | 'floorAboveBase'
  | 'capBelowBase'
  | 'listBaseNotZero'
  | 'listCannotDeduct'
  | 'tieredRowFed'
  | 'amountNegative'
  | 'rangeReversed'
  | 'rangeStepUneven'
  | 'multiplierNotThousandths'
  | 'bonusUnclear'
  | 'levelsNotFalling'
  | 'levelsEmpty'
  | 'counterWrongKind'
  | 'ruleTakesNoCount'
  | 'bandEmpty'
  | 'bandUnreachable'
  | 'bandsOverlap'
  | 'bandsGap'
  | 'bandsTurn'
  | 'measureNeverActs'
  | 'multiplierNeverActs'
  | 'bonusNeverActs'
  | 'bonusCapLow'
  | 'highestOnlyIdle'
  | 'sectionSumOff'
  | 'sectionEmpty'
  | 'roundsTooMany'
  | 'rubricTwice'
  | 'idUnused'
  | 'measureReversed'

/** Describes a gap: how much is missing or in excess. */
export function short(gap: number): string {
  return gap > 0 ? `相比少 ${gap}` : `相比多 ${-gap}`
}

/** Describes a field path: `levels.2.points` is the second level. */
function placeOf(field: string): string {
  const [list, at] = field.split('.')
  if (list === 'least') return '最少扣分'
  return `第 ${at} ${list === 'bands' ? '个区间的扣分' : '档的分值'}`
}
