import type { StepsRule } from '../../../domain/scheme/forms/steps.ts'
import { amount, type FormWords } from './formWords.ts'

/** Words of a deduction by steps (阶梯扣分). */
export const steps: FormWords<StepsRule> = {
  name: '阶梯扣分',
  bookName: '指标阶梯扣分',
  fields: {
    measure: { kind: 'ref', label: '指标', of: 'measures' },
    start: { kind: 'number', label: '起扣点' },
    direction: {
      kind: 'option',
      label: '方向',
      options: { below: '只算低于起点的', above: '只算高于起点的' },
    },
    size: { kind: 'number', label: '每一步的大小' },
    points: amount('每一步扣分'),
    partial: { kind: 'option', label: '不足一步', options: { dropped: '不计', counted: '按一步计' } },
  },
  describe({ measure, start, direction, size, points, partial }, names) {
    const below = direction === 'below'
    return `“${names.nameOf(measure, 'measures')}”${below ? '低于' : '高于'}${start}的，每${below ? '低' : '高'}${size}扣${points}分，不足一步的${partial === 'dropped' ? '不计' : '按一步计'}`
  },
}
