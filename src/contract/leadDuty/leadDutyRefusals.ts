import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the room of lead duty says no: a permanent code, and the Chinese sentence of its values. */
export const leadDutyRefusals = {
  dutyObjected: () => '对这项扣分已经提过异议，不能再提；请查看答复',
  dutyNotObjected: () => '对这项扣分没有待答复的异议；请刷新后再看',
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof leadDutyRefusals> {}
}
