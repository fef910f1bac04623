import type { FlatRule } from '../../../domain/scheme/forms/flat.ts'
import { amount, type FormWords } from './formWords.ts'

/** Words of a flat deduction (一次性扣分). */
export const flat: FormWords<FlatRule> = {
  name: '一次性扣分',
  fields: { points: amount('扣分') },
  describe: ({ points }) => `有此情形扣${points}分，只扣一次`,
}
