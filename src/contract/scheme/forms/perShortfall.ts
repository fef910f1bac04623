import type { PerShortfallRule } from '../../../domain/scheme/forms/perShortfall.ts'
import { amount, type FormWords } from './formWords.ts'

const PER = { year: '每年', quarter: '每季度', month: '每月' } as const

/** Words of a deduction per shortfall (按缺次扣分). */
export const perShortfall: FormWords<PerShortfallRule> = {
  name: '按缺次扣分',
  fields: {
    points: amount('每缺一次扣分'),
    requires: {
      kind: 'items',
      label: '应有次数',
      fields: {
        counter: { kind: 'ref', label: '台账计数项', of: 'counters' },
        required: { kind: 'number', label: '应有次数', whole: true, unit: '次' },
        per: { kind: 'option', label: '期间', options: PER },
      },
      fresh: { counter: '', required: 1, per: 'year' },
    },
  },
  describe: ({ requires, points }, names) =>
    `${requires.map(need => `“${names.nameOf(need.counter, 'counters')}”${PER[need.per]}应有${need.required}次`).join('，')}，每少一次扣${points}分`,
}
