import { z } from 'zod'
import type { Rule } from '../../domain/scheme/forms/ruleForms.ts'
import { citationSchema, idSchema, pointsSchema, textSchema } from '../shape/fieldSchemas.ts'
import type { FileShape, RuleField } from './forms/formWords.ts'
import { ruleFormWords } from './forms/ruleFormWords.ts'

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

function shapeOf(fields: Readonly<Record<string, RuleField>>): z.ZodRawShape {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const schema = fieldSchema(field).describe(describeField(field))
      return [key, field.optional === true ? schema.optional() : schema]
    }),
  )
}

function fieldSchema(field: RuleField): z.ZodType {
  switch (field.kind) {
    case 'number':
      return field.whole === true ? z.int().min(1) : pointsSchema
    case 'text':
      return textSchema
    case 'flag':
      return z.boolean()
    case 'ref':
      return idSchema
    case 'option':
      return z.enum(Object.keys(field.options))
    case 'items': {
      const id = field.hasIds === true ? { id: idSchema.describe('编号') } : {}
      return z.array(z.strictObject({ ...id, ...shapeOf(field.fields) }))
    }
  }
}

function describeField(field: RuleField): string {
  const { label, about, hint } = field
  if (field.kind === 'option')
    return `${label}：${Object.entries(field.options)
      .map(([value, name]) => `${value} ${name}`)
      .join('，')}`
  return about ?? (hint === undefined ? label : `${label}；${hint}`)
}

const options = Object.entries(ruleFormWords).map(([form, { name, fields }]) =>
  z.strictObject({ form: z.literal(form).describe(name), ...shapeOf(fields), ...ruleCore }),
)

/** Schema of a rule (评分标准): one of the rule forms. (附件) */
export const ruleSchema = z
  .discriminatedUnion('form', options as [(typeof options)[number]])
  .meta({ id: 'rule', description: '评分标准' }) as unknown as z.ZodType<Rule, FileShape<Rule>>
