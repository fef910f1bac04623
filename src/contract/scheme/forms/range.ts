import type { RangeRule } from '../../../domain/scheme/forms/range.ts'
import { amount, type FormWords } from './formWords.ts'

/** Words of a deduction within a range (幅度扣分). */
export const range: FormWords<RangeRule> = {
  name: '幅度扣分',
  fields: { least: amount('最少扣分'), limit: amount('最多扣分'), step: amount('步长') },
  describe: ({ least, limit, step }) => `视情节扣${least}至${limit}分，每档${step}分`,
}
