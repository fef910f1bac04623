import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the routine says no: a permanent code, and the Chinese sentence of its values. */
export const routineRefusals = {
  noBoard: ({ unit }: { unit: string }) => `“${unit}”没有要按名额评定等次的所属单位；请在名册和方案中核对`,
  boardLocked: ({ state }: { state: string }) => `等次评定${state}，不能改动；需要改动的，请组织考核者先退回`,
  quotaFull: ({
    grade,
    places,
    unit,
    by,
    at,
  }: {
    grade: string
    places: number
    unit: string
    by: string
    at: string
  }) => `“${grade}”的${places}个名额已满：最后一个由${by}于${at}给了“${unit}”；请先从“${grade}”移出一个单位`,
  overQuota: ({ grade, places, given }: { grade: string; places: number; given: number }) =>
    `“${grade}”只有${places}个名额，不能评${given}个；请减少后再保存`,
  notOnBoard: ({ unit, lead }: { unit: string; lead: string }) =>
    `“${unit}”不是由“${lead}”评定等次的单位；请刷新后核对名册`,
  gradesOwnUnit: ({ unit }: { unit: string }) => `不能评定自己所在的单位“${unit}”；请由本系统其他人员评定`,
  noSuchGrade: ({ grade, known }: { grade: string; known: string }) =>
    `没有“${grade}”这一等次，可选的有：${known}`,
  boardIncomplete: ({ ungraded, unreasoned }: { ungraded: string; unreasoned: string }) =>
    `还不能上报：${[ungraded === '' ? '' : `没有评定等次的有${ungraded}`, unreasoned === '' ? '' : `没有写理由的有${unreasoned}`].filter(Boolean).join('；')}`,
  boardUnchanged: () =>
    '退回以后等次和理由都没有改动；请按退回的意见修改后再上报，认为不必改的，请写明不改的理由',
  boardNotSubmitted: ({ state }: { state: string }) => `等次评定${state}，不能接收或退回；请刷新后再看`,
  boardOutdated: ({ joined, left }: { joined: string; left: string }) =>
    `名册或方案已变动，等次评定要重新核对${joined === '' ? '' : `；新增${joined}`}${left === '' ? '' : `；不再评定${left}`}；已上报的请退回牵头单位补评`,
  noSuchFault: ({ counter, known }: { counter: string; known: string }) =>
    `方案中没有“${counter}”这一登记事项，可选的有：${known}`,
  faultRepeated: ({ unit, fault, occasion }: { unit: string; fault: string; occasion: string }) =>
    `“${unit}”在“${occasion}”的${fault}已经登记过，不必重复登记`,
  faultsExclude: ({ unit, one, other }: { unit: string; one: string; other: string }) =>
    `“${unit}”同一场合不能既登记${one}又登记${other}；请只留一项`,
  recordsOwnUnit: ({ unit }: { unit: string }) => `不能登记自己所在的单位“${unit}”；请由组织考核者登记`,
  notByLedger: ({ unit }: { unit: string }) => `“${unit}”的日常管理不按台账计分，不用登记`,
  faultsThere: ({ unit }: { unit: string }) =>
    `“${unit}”已有会议和报送的登记，不用再登记没有缺席；有误的请在“会议和报送”中更正`,
  recordWithdrawn: ({ by, at }: { by: string; at: string }) => `这条记录已由${by}于${at}撤回，不能再改`,
  occasionOutsideYear: ({ day, year }: { day: string; year: number }) =>
    `${day}不在${year}年度之内；请核对日期`,
  occasionInFuture: ({ day }: { day: string }) => `${day}还没有到；请填写实际日期`,
  notLeadDuty: ({ rule }: { rule: string }) => `“${rule}”不是方案中牵头职责的扣分标准；请刷新后重新选择`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof routineRefusals> {}
}
