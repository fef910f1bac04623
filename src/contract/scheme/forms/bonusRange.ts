import type { BonusRangeRule } from '../../../domain/scheme/forms/bonusRange.ts'
import { amount, type FormWords } from './formWords.ts'

/** Words of a bonus within a range (幅度加分). */
export const bonusRange: FormWords<BonusRangeRule> = {
  name: '幅度加分',
  fields: {
    least: amount('最少加分'),
    limit: amount('最多加分'),
    step: amount('步长'),
    reasoned: { kind: 'flag', label: '须写理由', optional: true },
  },
  describe: ({ least, limit, step, reasoned }) =>
    `视情节加${least}至${limit}分，每档${step}分${reasoned === true ? '，须写理由' : ''}`,
}
