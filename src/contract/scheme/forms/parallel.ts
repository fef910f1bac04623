import type { ParallelRule } from '../../../domain/scheme/forms/parallel.ts'
import { describeLevels, type FormWords, levelItems } from './formWords.ts'

/** Words of a deduction by level (分档并列扣分). */
export const parallel: FormWords<ParallelRule> = {
  name: '分档并列扣分',
  bookName: '分档扣分',
  fields: { levels: { ...levelItems, label: '分档' } },
  describe: ({ levels }) => `分档扣分：${describeLevels(levels)}`,
}
