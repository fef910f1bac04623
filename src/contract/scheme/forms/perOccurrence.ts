import type { PerOccurrenceRule } from '../../../domain/scheme/forms/perOccurrence.ts'
import { amount, type FormWords } from './formWords.ts'

/** Words of a deduction per occurrence (按项扣分). */
export const perOccurrence: FormWords<PerOccurrenceRule> = {
  name: '按项扣分',
  bookName: '按项（次）扣分',
  fields: { points: amount('每项扣分') },
  describe: ({ points }) => `每查出一项扣${points}分`,
}
