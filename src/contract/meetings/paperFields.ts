import { numberField } from '../shape/field.ts'

/** How paper is marked. */
export const paperStyleNames = { boxes: '填方框', figures: '手写分数' } as const

/** Fields of a print run of paper sheets. */
export const printFields = {
  sheets: numberField('印制张数', { min: 1, max: 2000, unit: '张' }),
}

/** Why a row of a scanned sheet is left to people. */
export const doubtNames = {
  empty: '没有填',
  several: '填了不止一处',
  faint: '填得太淡',
  crossed: '像是划去的',
  bent: '纸面不平',
} as const

/** What became of one picture of a scan. */
export const scanNames = {
  read: '已读入',
  noPage: '没有找到票面：请把整张票拍进画面，四角黑块不要遮住',
  otherForm: '不是本次会议的票',
  damaged: '图片打不开：请重新拍照或扫描',
  outOfOrder: '前面没有同一张票的上一页：请按一张票各页的次序扫描',
  seenBefore: '这张图片已经读过',
} as const

/** How far a sheet is. */
export const sheetStateNames = {
  incomplete: '缺页',
  waiting: '待两人确定',
  once: '待另一人录入',
  differs: '两次不一致',
  settled: '已确定',
} as const

/** The kind of a background job that reads a long scan for a meeting. */
export function scanJobOf(meeting: string): string {
  return `paperScan ${meeting}`
}
