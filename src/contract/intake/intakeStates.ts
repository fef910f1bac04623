/** States of an import. `interrupted`: the server stopped while reading, and the file must be chosen again. */
export const intakeStates = {
  waiting: '排队等候',
  reading: '正在读取',
  planning: '正在核对',
  ready: '待提交',
  failed: '读取失败',
  interrupted: '读取中断',
  committed: '已提交',
  discarded: '已放弃',
  expired: '已过期',
} as const

/** Code of an import state. */
export type IntakeState = keyof typeof intakeStates
