import type { FollowUpRefusalValues } from '../../domain/kernel/followUpRefusals.ts'
import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Chinese sentences for the refusals of what follows a consequence. */
export const followUpSentences: {
  readonly [C in keyof FollowUpRefusalValues]: (values: FollowUpRefusalValues[C]) => string
} = {
  followUpLocked: ({ state }) => `这一项“${state}”，这一步现在办不了；请刷新后再看`,
  followUpDayBefore: ({ day }) => `日期不能早于${day}；请改写日期`,
  followUpStepDone: ({ step }) => `承诺事项“${step}”已经办结，不必重复登记；请刷新后查看`,
}

/** Why the room of consequences says no: a permanent code, and the Chinese sentence of its values. */
export const consequencesRefusals = {
  followUpNotDue: ({ name }: { name: string }) =>
    `“${name}”不用约谈，也不提调整建议；请在适用于考核对象、当年执行的一项上登记`,
  followUpOther: ({ name, kind }: { name: string; kind: 'talk' | 'proposal' }) =>
    `按考核方案，“${name}”应当${kind === 'talk' ? '约谈' : '提出调整建议'}；请刷新后照此登记`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof consequencesRefusals> {}
}
