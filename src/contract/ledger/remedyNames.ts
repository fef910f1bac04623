/** Chinese names of the states of a remedy item. */
export const remedyStateNames = {
  notStarted: '未开始',
  inHand: '进行中',
  done: '已整改',
  kept: '长期坚持',
} as const

/** Chinese names of the origins of a remedy item. */
export const remedyOriginNames = {
  lastYear: '上年度失分',
  committee: '组织考核者列入',
  self: '本单位自查',
} as const
