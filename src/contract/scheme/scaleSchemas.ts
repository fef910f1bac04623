import { z } from 'zod'
import { citationSchema, countSchema, idSchema, pointsSchema, textSchema } from '../shape/fieldSchemas.ts'

/** 民意调查计分的答案格式. (R7) */
export const surveyScaleSchema = z
  .strictObject({
    points: z.record(idSchema, pointsSchema.nullable()).describe('各答案的分值；null 为不计分'),
    weights: z.record(idSchema, z.number()).describe('各人群的权重'),
    minimumValid: countSchema.describe('至少要有多少份有效答卷'),
    emptyGroup: z
      .enum(['renormalise', 'refuse'])
      .describe('某人群无答卷：renormalise 其余按比例，refuse 不计分'),
  })
  .describe('民意调查计分')

/** 测评票计分的答案格式. (R8) */
export const ballotScaleSchema = z
  .strictObject({
    pooling: z
      .enum(['plainMean', 'classWeights'])
      .describe('plainMean 所有有效票平均，classWeights 按票种加权'),
    weights: z.record(idSchema, z.number()).describe('各票种的权重').exactOptional(),
    emptyClass: z
      .enum(['renormalise', 'refuse'])
      .describe('某票种无票：renormalise 其余按比例，refuse 不计分'),
    trim: z
      .strictObject({
        above: countSchema.describe('票数超过多少才去'),
        drop: z.int().min(1).describe('最高、最低各去几张'),
      })
      .describe('去掉最高、最低')
      .exactOptional(),
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
    gradePoints: z
      .record(idSchema, pointsSchema.nullable())
      .describe('各等次的分值；null 为弃权')
      .exactOptional(),
  })
  .describe('测评票计分')

/** 综合评价等次的答案格式. (R12) */
export const overallGradesSchema = z
  .strictObject({
    grades: z
      .array(
        z.strictObject({
          id: idSchema.describe('等次编号'),
          name: textSchema.describe('等次名称'),
          from: pointsSchema.describe('下界'),
          to: pointsSchema.describe('上界'),
          fromOpen: z.boolean().describe('不含下界').exactOptional(),
          toClosed: z.boolean().describe('含上界').exactOptional(),
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
          citation: citationSchema.exactOptional(),
        }),
      )
      .describe('名额'),
    preconditions: z
      .array(
        z.strictObject({
          grade: idSchema.describe('等次编号'),
          component: idSchema.describe('分项编号'),
          atLeast: pointsSchema.describe('该分项至少多少分'),
          citation: citationSchema.exactOptional(),
        }),
      )
      .describe('前提'),
  })
  .describe('综合评价等次')
