import type { LadderRule } from '../../../domain/scheme/forms/ladder.ts'
import { describeLevels, type FormWords, levelItems } from './formWords.ts'

/** Words of a ladder (定档得分). */
export const ladder: FormWords<LadderRule> = {
  name: '定档得分',
  fields: { levels: { ...levelItems, label: '档次（自最好者起）' } },
  describe: ({ levels }) => `评定一档，得该档的分：${describeLevels(levels)}`,
}
