import type { DiscretionaryRule } from '../../../domain/scheme/forms/discretionary.ts'
import { amount, type FormWords } from './formWords.ts'

/** Words of a discretionary deduction (视情扣分). */
export const discretionary: FormWords<DiscretionaryRule> = {
  name: '视情扣分',
  fields: { limit: { ...amount('每次最多扣分'), optional: true, hint: '留空则依口径' } },
  describe: ({ limit }) =>
    limit === undefined ? '视情节扣分，幅度依口径' : `视情节扣分，每次最多${limit}分`,
}
