import type { BonusRule } from '../../../domain/scheme/forms/bonus.ts'
import { amount, describeLevels, type FormWords, levelItems } from './formWords.ts'

/** Words of a bonus (加分). */
export const bonus: FormWords<BonusRule> = {
  name: '加分',
  fields: {
    points: { ...amount('加分'), optional: true, hint: '一律加同样分的填这里，分档的填分档' },
    levels: { ...levelItems, label: '加分分档', optional: true },
    highestOnly: {
      kind: 'flag',
      label: '同一项目就高',
      about: '同一项目就高，只计一次；没有写项目的算作同一个项目',
      optional: true,
    },
    each: { kind: 'flag', label: '每次都加', about: '每次都加；不写则只加一次', optional: true },
  },
  describe({ points, levels, highestOnly, each }) {
    const gift = levels === undefined ? `加${points ?? 0}分` : `分档加分：${describeLevels(levels)}`
    return `${each === true ? `每次${gift}` : `${gift}，只加一次`}${highestOnly === true ? '，同一项目就高不重复，没有写项目的算作同一个项目' : ''}`
  },
}
