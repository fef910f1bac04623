/** Results of a call-back. */
export const callBackNames = {
  confirmed: '情况属实',
  differs: '与记录不符，退回重访',
  notReached: '未联系上',
} as const

/** How far a unit is. */
export const unitStateNames = {
  calling: '访问中',
  checking: '待回访',
  ready: '可以分离',
  separated: '已分离',
} as const
