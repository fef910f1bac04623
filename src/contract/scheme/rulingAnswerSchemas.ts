import { z } from 'zod'
import { countSchema, idSchema, pointsSchema, textSchema } from '../shape/fieldSchemas.ts'
import { ballotScaleSchema, overallGradesSchema, surveyScaleSchema } from './scaleSchemas.ts'

/** 各事项的答案格式, by topic. (domain R1-R23) */
export const rulingAnswerSchemas = {
  combineRounds: z
    .enum(['accumulate', 'meanOfRounds', 'latestRound'])
    .describe('多次核查：accumulate 全年累计，meanOfRounds 各轮平均，latestRound 取最近一轮'),
  rowFloor: z.enum(['zero', 'negative']).describe('一行的下限：zero 扣完为止，negative 可以倒扣'),
  bonusCap: z
    .enum(['mayExceedRow', 'rowCapped', 'uncapped'])
    .describe('加分：mayExceedRow 可超出该行、总分封顶，rowCapped 该行封顶，uncapped 不封顶'),
  quotaRounding: z
    .enum(['largestRemainder', 'atMostTop', 'atLeastBottom', 'halfUp'])
    .describe(
      '比例除不尽：largestRemainder 最大余数，atMostTop 最好等次不超过，atLeastBottom 最低等次不少于，halfUp 四舍五入',
    ),
  gradePoints: z
    .strictObject({ points: z.record(idSchema, pointsSchema).describe('各等次的分值') })
    .describe('等次的分值'),
  ledgerTariff: z
    .strictObject({
      base: pointsSchema.describe('满分'),
      tariff: z.record(idSchema, pointsSchema).describe('各台账计数项每次扣分'),
    })
    .describe('台账计分'),
  surveyScale: surveyScaleSchema,
  ballotScale: ballotScaleSchema,
  ties: z
    .strictObject({
      breakBy: z.array(idSchema).describe('依次比较的分项'),
      acrossEdge: z
        .enum(['lighter', 'heavier', 'committee'])
        .describe('并列跨名次段：lighter 从轻，heavier 从重，committee 由考核组织者定'),
      places: z
        .enum(['competition', 'dense'])
        .describe('名次：competition 为 1、2、2、4，dense 为 1、2、2、3'),
    })
    .describe('并列'),
  rankingScope: z
    .enum(['all', 'byTier', 'byCohort'])
    .describe('排名：all 一个榜，byTier 按层级，byCohort 按类别'),
  smallCohort: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('count').describe('按人数'),
        minimum: countSchema.describe('名次段适用的最少人数'),
        below: z.enum(['committee', 'apply']).describe('人数不足：committee 由考核组织者定，apply 照样适用'),
      }),
      z.strictObject({
        kind: z.literal('share').describe('按比例'),
        ofEvery: z.int().min(1).describe('名次段以多少名为准'),
      }),
    ])
    .describe('人数少时的名次段'),
  overallGrades: overallGradesSchema,
  streakFollows: z
    .enum(['person', 'unit', 'either'])
    .describe('连续年度随 person 人、unit 单位或 either 任一'),
  discretionary: z
    .strictObject({
      step: pointsSchema.describe('步长'),
      limit: z.union([pointsSchema, z.literal('row')]).describe('最多扣分；row 为该行分值'),
      reasonRequired: z.boolean().describe('是否须写理由'),
    })
    .describe('视情扣分的幅度'),
  reportDue: z.strictObject({ due: z.string().describe('月-日，如 12-10') }).describe('报告上报期限'),
  performanceConversion: z.strictObject({ percent: pointsSchema.describe('百分数') }).describe('折算绩效'),
  doubleCounting: z
    .strictObject({
      counters: z.array(idSchema).describe('台账计数项编号'),
      countsIn: z
        .enum(['both', 'ledger', 'rubric'])
        .describe('两处都扣 both，只在台账 ledger，只在评分细则 rubric'),
    })
    .describe('同一事项两处扣分'),
  knowledgeTest: z
    .discriminatedUnion('use', [
      z.strictObject({ use: z.literal('informs').describe('只供参考') }),
      z.strictObject({
        use: z.literal('rule').describe('按规则扣分'),
        row: idSchema.describe('行号'),
        rule: idSchema.describe('规则编号'),
      }),
    ])
    .describe('知识测试'),
  missingComponent: z
    .enum(['block', 'renormalise', 'zero'])
    .describe('缺分项：block 不能出结果，renormalise 其余分项按比例，zero 记零'),
  rounding: z
    .strictObject({
      decimals: z.literal([0, 1, 2, 3]).describe('小数位数'),
      half: z.enum(['up', 'even']).describe('up 四舍五入，even 四舍六入五成双'),
      roundComponents: z.boolean().describe('分项得分先修约'),
    })
    .describe('小数'),
  midYearChange: z
    .discriminatedUnion('answers', [
      z.strictObject({
        answers: z.literal('holderOnDay').describe('某日在任者'),
        day: z.string().describe('月-日，如 12-31'),
      }),
      z.strictObject({ answers: z.literal('longestHolder').describe('在任最久者') }),
    ])
    .describe('年中调整'),
  leadInspections: z
    .discriminatedUnion('use', [
      z.strictObject({ use: z.literal('informs').describe('只供参考') }),
      z.strictObject({
        use: z.literal('weighted').describe('按比例计入'),
        percent: pointsSchema.describe('百分数'),
      }),
    ])
    .describe('牵头单位自行核查'),
  unclearUnit: z.enum(['perItem', 'once']).describe('单位不明的扣分：perItem 按项，once 一次'),
  note: textSchema.describe('只作说明'),
}
