/** How a call ended (访问结果), in the words of the interviewer's screen; AAPOR's codes stand beside each in `dispositionGroup`. */
export const dispositionNames = {
  interview: '完成访问',
  breakOff: '中途挂断，不再继续',
  refusal: '拒绝接受访问',
  appointment: '约定时间再访',
  unavailable: '本人不在或不方便',
  machine: '语音信箱或转接',
  noAnswer: '无人接听',
  busy: '占线',
  notInService: '空号、停机或号码有误',
  wrongPerson: '接电话的不是本人',
  notEligible: '不属于调查对象',
  unable: '语言不通或身体原因',
} as const

/** How a call ended (访问结果). */
export type Disposition = keyof typeof dispositionNames

/** The groups in which AAPOR counts cases (访问结果的分类): I and P interviews, R refusals, NC non-contacts, O others, UH and UO unknown, NE not eligible. */
export type AaporGroup = 'I' | 'P' | 'R' | 'NC' | 'O' | 'UH' | 'UO' | 'NE'

/** AAPOR's group of each result (国际通行口径的分类). An interview is I or P by its answers, which only its sealed sheet says. */
export const dispositionGroup: Readonly<Record<Exclude<Disposition, 'interview'>, AaporGroup>> = {
  breakOff: 'R', // 2.12
  refusal: 'R', // 2.11
  appointment: 'NC', // 2.21
  unavailable: 'NC', // 2.21
  machine: 'NC', // 2.22
  noAnswer: 'UH', // 3.13
  busy: 'UH', // 3.12
  wrongPerson: 'UO', // 3.2
  notInService: 'NE', // 4.3
  notEligible: 'NE', // 4.7
  unable: 'O', // 2.3
}

/** Results after which a number is called again (可再访的结果), at another hour or day. */
export const retried: readonly Disposition[] = ['appointment', 'unavailable', 'machine', 'noAnswer', 'busy']
