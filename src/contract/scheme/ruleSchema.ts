import { z } from 'zod'
import { citationSchema, idSchema, pointsSchema, textSchema } from '../shape/fieldSchemas.ts'

const levelSchema = z
  .strictObject({
    id: idSchema.describe('分档编号'),
    name: textSchema.describe('分档名称'),
    points: pointsSchema.describe('分值'),
  })
  .describe('分档')

const ruleCore = {
  id: idSchema.describe('规则编号，在本行内唯一'),
  text: textSchema.describe('评分标准，用自己的话写'),
  citation: citationSchema.describe('本规则所依的条款，不写则同本行').optional(),
  cap: pointsSchema.describe('本规则最多扣（加）多少').optional(),
  ruling: idSchema.describe('所依口径的编号').optional(),
  unclear: z.boolean().describe('扣分单位不明，按 unclearUnit 口径处理').optional(),
  counter: idSchema.describe('供数的台账计数项编号').optional(),
  exclusiveWith: z.array(idSchema).describe('同一场次不能并用的本行其他规则').optional(),
  multipliers: z
    .array(
      z.strictObject({
        id: idSchema.describe('倍数编号'),
        name: textSchema.describe('倍数名称'),
        times: pointsSchema.describe('倍数，如 2、0.5'),
      }),
    )
    .describe('加倍、减半')
    .optional(),
  most: z.int().min(1).describe('次数的合理上限，如按月的事项为 12').optional(),
}

const requirementSchema = z
  .strictObject({
    counter: idSchema.describe('台账计数项编号'),
    required: z.int().min(1).describe('应有次数'),
    per: z.enum(['year', 'quarter', 'month']).describe('每年 year、每季度 quarter 或每月 month'),
  })
  .describe('应有次数')

const measureBandSchema = z
  .strictObject({
    from: pointsSchema.describe('下界，不写则无下界').optional(),
    to: pointsSchema.describe('上界，不写则无上界').optional(),
    fromOpen: z.boolean().describe('不含下界').optional(),
    toClosed: z.boolean().describe('含上界').optional(),
    points: pointsSchema.describe('扣分'),
  })
  .describe('指标区间，默认含下界、不含上界')

/** Schema of a rule (评分标准): one of the rule forms. (附件) */
export const ruleSchema = z
  .discriminatedUnion('form', [
    z.strictObject({
      form: z.literal('flat').describe('一次性扣分'),
      points: pointsSchema.describe('扣分'),
      ...ruleCore,
    }),
    z.strictObject({
      form: z.literal('perOccurrence').describe('按项扣分'),
      points: pointsSchema.describe('每项扣分'),
      ...ruleCore,
    }),
    z.strictObject({
      form: z.literal('personOccasion').describe('按人次扣分'),
      points: pointsSchema.describe('每人次扣分'),
      ...ruleCore,
    }),
    z.strictObject({
      form: z.literal('perShortfall').describe('按缺次扣分'),
      points: pointsSchema.describe('每缺一次扣分'),
      requires: z.array(requirementSchema).describe('应有次数'),
      ...ruleCore,
    }),
    z.strictObject({
      form: z.literal('discretionary').describe('视情扣分'),
      limit: pointsSchema.describe('最多扣分').optional(),
      ...ruleCore,
    }),
    z.strictObject({
      form: z.literal('range').describe('幅度扣分'),
      least: pointsSchema.describe('最少扣分'),
      limit: pointsSchema.describe('最多扣分'),
      step: pointsSchema.describe('步长'),
      ...ruleCore,
    }),
    z.strictObject({
      form: z.literal('parallel').describe('分档并列扣分'),
      levels: z.array(levelSchema).describe('各分档'),
      ...ruleCore,
    }),
    z.strictObject({
      form: z.literal('steps').describe('阶梯扣分'),
      measure: idSchema.describe('指标编号'),
      start: pointsSchema.describe('起扣点'),
      direction: z.enum(['below', 'above']).describe('below 低于起扣点时扣，above 高于起扣点时扣'),
      size: pointsSchema.describe('每一步的大小'),
      points: pointsSchema.describe('每一步扣分'),
      partial: z.enum(['dropped', 'counted']).describe('不足一步：dropped 不计，counted 按一步计'),
      ...ruleCore,
    }),
    z.strictObject({
      form: z.literal('tiers').describe('分段扣分'),
      measure: idSchema.describe('指标编号'),
      bands: z.array(measureBandSchema).describe('各区间，取第一个符合者'),
      ...ruleCore,
    }),
    z.strictObject({ form: z.literal('zeroRow').describe('不得分'), ...ruleCore }),
    z.strictObject({
      form: z.literal('bonus').describe('加分'),
      points: pointsSchema.describe('加分').optional(),
      levels: z.array(levelSchema).describe('各分档').optional(),
      highestOnly: z.boolean().describe('同一项目就高').optional(),
      each: z.boolean().describe('每次都加；不写则只加一次').optional(),
      ...ruleCore,
    }),
  ])
  .meta({ id: 'rule', description: '评分标准' })
