import { z } from 'zod'
import type { RulingAnswers, RulingTopic } from '../../domain/scheme/ruling.ts'
import { citationSchema, countSchema, idSchema, pointsSchema, textSchema } from '../shape/fieldSchemas.ts'
import type { OptionTopic } from './topicWords.ts'
import { topics } from './topics.ts'

/** Answer to R7: scoring of the survey (民意调查计分). */
const surveyScaleSchema = z
  .strictObject({
    points: z.record(idSchema, pointsSchema.nullable()).describe('各答案的分值；null 为不计分'),
    weights: z.record(idSchema, z.number()).describe('各人群的权重'),
    minimumValid: countSchema.describe('至少要有多少份有效答卷'),
    emptyGroup: z
      .enum(['renormalise', 'refuse'])
      .describe('某人群无答卷：renormalise 其余按比例，refuse 不计分'),
  })
  .describe('民意调查计分')

/** Answer to R8: scoring of ballots (测评票计分). */
const ballotScaleSchema = z
  .strictObject({
    pooling: z
      .enum(['plainMean', 'classWeights'])
      .describe('plainMean 所有有效票平均，classWeights 按票种加权'),
    weights: z.record(idSchema, z.number()).describe('各票种的权重').optional(),
    emptyClass: z
      .enum(['renormalise', 'refuse'])
      .describe('某票种无票：renormalise 其余按比例，refuse 不计分'),
    trim: z
      .strictObject({
        above: countSchema.describe('票数超过多少才去'),
        drop: z.int().min(1).describe('最高、最低各去几张'),
      })
      .describe('去掉最高、最低')
      .optional(),
    voids: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('allEqual').describe('全部相同') }),
          z.strictObject({
            kind: z.literal('tooManyHigh').describe('高分过多'),
            moreThan: countSchema.describe('超过几个'),
            atLeast: pointsSchema.describe('不低于多少分算高分'),
          }),
        ]),
      )
      .describe('废票规则'),
    gradePoints: z.record(idSchema, pointsSchema.nullable()).describe('各等次的分值；null 为弃权').optional(),
  })
  .describe('测评票计分')

/** Answer to R12: overall grades (综合评价等次). */
const overallGradesSchema = z
  .strictObject({
    grades: z
      .array(
        z.strictObject({
          id: idSchema.describe('等次编号'),
          name: textSchema.describe('等次名称'),
          from: pointsSchema.describe('下界'),
          to: pointsSchema.describe('上界'),
          fromOpen: z.boolean().describe('不含下界').optional(),
          toClosed: z.boolean().describe('含上界').optional(),
        }),
      )
      .describe('等次，自最好者起；默认含下界、不含上界'),
    quotas: z
      .array(
        z.strictObject({
          kind: z
            .enum(['atMost', 'atLeast'])
            .describe('atMost 该等次及以上不超过，atLeast 该等次及以下不少于'),
          grade: idSchema.describe('等次编号'),
          percent: pointsSchema.describe('百分数'),
          round: z.enum(['down', 'up', 'halfUp']).describe('名额取整：down 舍，up 入，halfUp 四舍五入'),
          citation: citationSchema.optional(),
        }),
      )
      .describe('名额'),
    preconditions: z
      .array(
        z.strictObject({
          grade: idSchema.describe('等次编号'),
          component: idSchema.describe('分项编号'),
          atLeast: pointsSchema.describe('该分项至少多少分'),
          citation: citationSchema.optional(),
        }),
      )
      .describe('前提'),
  })
  .describe('综合评价等次')

const reportSide = z.enum(['results', 'problems', 'neither'])

/** Schemas of answers with several fields. (domain R1-R23) */
const answers = {
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
  reportSides: z
    .strictObject({
      practice: reportSide.describe('特色做法算在哪一侧'),
      lastYear: reportSide.describe('上年度问题整改算在哪一侧'),
    })
    .describe('述职报告的篇幅归类'),
  smallClasses: z
    .strictObject({
      least: z.int().min(5).max(1000).describe('有效票少于几张算票数少；不小于5'),
      small: z.enum(['merge', 'withhold']).describe('merge 合并计票，withhold 不公布也不计分'),
    })
    .describe('票数少的票种'),
  note: textSchema.describe('只作说明'),
}

/** Schemas of answers that are one of several words, made from the words of their topic. */
const options = Object.fromEntries(
  Object.entries(topics).flatMap(([topic, { name, options: words }]) => {
    if (words === undefined) return []
    const said = Object.entries(words).map(([value, [means]]) => `${value} ${means}`)
    return [[topic, z.enum(Object.keys(words)).describe(`${name}：${said.join('，')}`)]]
  }),
) as unknown as { readonly [T in OptionTopic]: z.ZodEnum<{ [V in RulingAnswers[T] & string]: V }> }

/** Schema of the answer to each topic. (domain R1-R23) */
export const rulingAnswerSchemas = { ...answers, ...options }

type RulingSchema = {
  [T in RulingTopic]: RulingOn<T, (typeof rulingAnswerSchemas)[T]>
}[RulingTopic]

type RulingOn<T extends RulingTopic, A> = z.ZodObject<
  Omit<ReturnType<typeof rulingOn>['shape'], 'topic' | 'answer'> & {
    topic: z.ZodLiteral<T>
    answer: z.ZodOptional<A & z.core.$ZodType>
  },
  z.core.$strict
>

/** Schema of a ruling (口径), whose answer has the shape of its topic. (domain R1-R23) */
export const rulingSchema = z
  .discriminatedUnion(
    'topic',
    (Object.keys(topics) as RulingTopic[]).map(topic =>
      rulingOn(topic, rulingAnswerSchemas[topic]),
    ) as unknown as [RulingSchema, ...RulingSchema[]],
  )
  .describe('口径：通知未写明处的答复')

function rulingOn(topic: RulingTopic, answer: z.ZodType) {
  return z.strictObject({
    id: idSchema.describe('口径编号，如 R1'),
    topic: z.literal(topic).describe('事项'),
    question: textSchema.describe('问题'),
    citation: citationSchema,
    state: z
      .enum(['stated', 'settled', 'assumed', 'open'])
      .describe('stated 通知已写明，settled 已有人答复，assumed 暂按默认，open 尚未答复'),
    answer: answer.optional(),
    text: textSchema.describe('答复的文字，随得分说明显示'),
    settledBy: textSchema.describe('答复者').optional(),
    settledOn: z.string().describe('答复日期').optional(),
    component: idSchema.describe('只适用于这一分项').optional(),
  })
}
