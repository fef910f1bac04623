import type { TiersRule } from '../../../domain/scheme/forms/tiers.ts'
import { describeBounds } from '../describeBounds.ts'
import { amount, type FormWords } from './formWords.ts'

/** Words of a deduction by bands (分段扣分). */
export const tiers: FormWords<TiersRule> = {
  name: '分段扣分',
  bookName: '指标分段扣分',
  fields: {
    measure: { kind: 'ref', label: '指标', of: 'measures' },
    bands: {
      kind: 'items',
      label: '区间',
      about: '各区间，取第一个符合者；默认含下界、不含上界',
      fields: {
        from: { kind: 'number', label: '下界', about: '下界，不写则无下界', optional: true },
        to: { kind: 'number', label: '上界', about: '上界，不写则无上界', optional: true },
        fromOpen: { kind: 'flag', label: '不含下界', optional: true },
        toClosed: { kind: 'flag', label: '含上界', optional: true },
        points: amount('扣分'),
      },
      fresh: { points: null },
    },
  },
  describe: ({ measure, bands }, names) =>
    `按“${names.nameOf(measure, 'measures')}”分段扣分：${bands.map(band => `${describeBounds(band)}扣${band.points}分`).join('，')}`,
}
