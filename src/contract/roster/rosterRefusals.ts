import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the roster says no: a permanent code, and the Chinese sentence of its values. */
export const rosterRefusals = {
  yearWithoutScheme: ({ year }: { year: number }) =>
    `${year}年度还没有选定方案，名册的层级和职务无从核对；请先在“阶段与方案”选定已印发的方案`,
  rosterFaulty: ({ total, faults }: { total: number; faults: string }) =>
    `名册有 ${total} 处不对，没有保存：${faults}`,
  rosterNotEmpty: ({ year, total }: { year: number; total: number }) =>
    `${year}年度的名册里已有 ${total} 个单位，不能再整体复制；请改用导入，或逐个修改`,
  unitUnchanged: ({ unit }: { unit: string }) => `“${unit}”没有改动，无需保存`,
  unitIdFixed: ({ unit }: { unit: string }) =>
    `单位编号“${unit}”用后不能修改，事实和历年结果都凭它相连；编号录错的，请删去后重新增加`,
  renameToSame: ({ name }: { name: string }) => `单位现在就叫“${name}”；请填写新的名称`,
  renameBeforeLast: ({ name, until }: { name: string; until: string }) =>
    `单位在 ${until} 才由“${name}”改名，这次改名的日期应在其后；请核对日期`,
  mergeIntoItself: ({ unit }: { unit: string }) => `“${unit}”不能并入自己；请选择另一个单位`,
  unitAlreadyClosed: ({ unit, day }: { unit: string; day: string }) =>
    `“${unit}”已于 ${day} 撤销；请另选单位，或先更正撤销日期`,
  unitNotYetOpen: ({ unit, day }: { unit: string; day: string }) => `“${unit}”到 ${day} 才成立；请核对日期`,
  unitHasMembers: ({ unit, total, members }: { unit: string; total: number; members: string }) =>
    `“${unit}”还牵头 ${total} 个单位（${members}）；请先为它们改定牵头单位`,
  unitInUse: ({ unit, work }: { unit: string; work: string }) =>
    `“${unit}”本年度已有${work}，不能从名册删去；撤销的单位请填撤销日期，录错的请先在各处撤去`,
  unitHasFacts: ({ unit, total }: { unit: string; total: number }) =>
    `“${unit}”本年度已有 ${total} 条事实，不能从名册删去；撤销的单位请填撤销日期，录错的事实请先撤回`,
  unitSucceeded: ({ unit, by }: { unit: string; by: string }) =>
    `“${unit}”已并入“${by}”，要凭它接续历年结果，不能从名册删去；请先在“${by}”中去掉它`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof rosterRefusals> {}
}
