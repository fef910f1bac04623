import type { BonusStepsRule } from '../../../domain/scheme/forms/bonusSteps.ts'
import { amount, type FormWords } from './formWords.ts'
import { steps } from './steps.ts'

/** Words of a bonus by steps (阶梯加分). */
export const bonusSteps: FormWords<BonusStepsRule> = {
  name: '阶梯加分',
  bookName: '指标阶梯加分',
  fields: {
    ...steps.fields,
    start: { kind: 'number', label: '起加点' },
    points: amount('每一步加分'),
  },
  describe({ measure, start, direction, size, points, partial }, names) {
    const below = direction === 'below'
    return `“${names.nameOf(measure, 'measures')}”${below ? '低于' : '高于'}${start}的，每${below ? '低' : '高'}${size}加${points}分，不足一步的${partial === 'dropped' ? '不计' : '按一步计'}`
  },
}
