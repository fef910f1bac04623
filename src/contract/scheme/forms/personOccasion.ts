import type { PersonOccasionRule } from '../../../domain/scheme/forms/personOccasion.ts'
import { amount, type FormWords } from './formWords.ts'

/** Words of a deduction per person and occasion (按人次扣分). */
export const personOccasion: FormWords<PersonOccasionRule> = {
  name: '按人次扣分',
  fields: { points: amount('每人次扣分') },
  describe: ({ points }) => `每人每次扣${points}分`,
}
