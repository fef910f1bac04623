import type { ZeroRowRule } from '../../../domain/scheme/forms/zeroRow.ts'
import type { FormWords } from './formWords.ts'

/** Words of a rule that zeroes its row (不得分). */
export const zeroRow: FormWords<ZeroRowRule> = {
  name: '不得分',
  fields: {},
  describe: () => '有此情形本行不得分',
}
