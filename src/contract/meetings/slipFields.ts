import { numberField } from '../shape/field.ts'

/** Fields of a batch of slips; the class is a choice that the page adds. */
export const slipFields = {
  slips: numberField('张数', { min: 1, max: 2000, unit: '张' }),
}
