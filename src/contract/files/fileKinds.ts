/** Type of an attached file. */
export type FileKind = 'pdf' | 'ofd' | 'docx' | 'xlsx' | 'pptx' | 'jpg' | 'png'

/** How far a picture has been looked through: not yet, done, or it cannot be decoded. */
export type FileLook = 'waiting' | 'done' | 'damaged'

/** Largest size of one attached file, in MB. */
export const MOST_MEGABYTES = 20

/** Kinds of records that files can be attached to, each with its name. Each room adds its own here. */
export const fileOwnerNames = {
  ledgerEntry: '台账',
  selfCheck: '自查清单',
  problem: '上年度问题清单',
  sheet: '核查表',
  finding: '核查情况',
  reply: '对核查情况的答复',
  decision: '对核查情况的裁定',
  routineRecord: '日常管理记录',
  board: '等次评定',
  leadDuty: '牵头职责记录',
  knowledgeTest: '基本知识测试',
  report: '述职报告',
  meeting: '述职测评会议',
  rectification: '整改佐证',
  noticeBoard: '宣传栏公示',
} as const

/** Kind of the record that a file is attached to. */
export type FileOwner = keyof typeof fileOwnerNames
