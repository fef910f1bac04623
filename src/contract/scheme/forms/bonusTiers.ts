import type { BonusTiersRule } from '../../../domain/scheme/forms/bonusTiers.ts'
import { describeBounds } from '../describeBounds.ts'
import { amount, type FormWords } from './formWords.ts'
import { tiers } from './tiers.ts'

/** Words of points by bands (分段得分). */
export const bonusTiers: FormWords<BonusTiersRule> = {
  name: '分段得分',
  bookName: '指标分段得分',
  fields: {
    ...tiers.fields,
    bands: { ...tiers.fields.bands, fields: { ...tiers.fields.bands.fields, points: amount('得分') } },
  },
  describe: ({ measure, bands }, names) =>
    `按“${names.nameOf(measure, 'measures')}”分段得分：${bands.map(band => `${describeBounds(band)}得${band.points}分`).join('，')}`,
}
