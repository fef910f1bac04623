import { type DocumentField, flag, rows, text } from './documentField.ts'
import type { WordBlock } from './wordBlocks.ts'

/** On whose behalf a document is issued: `unit` is the unit that it is about, `leadUnit` the one that held the meeting. */
export type IssuingParty = 'committee' | 'leadUnit' | 'unit' | 'surveyor'

/** A kind of official document (公文) as its file describes it: what it is for, what its template may name, and what the template that ships says. */
interface KindDescription {
  readonly id: string
  readonly name: string
  /** What it is for, as the list of kinds says. */
  readonly purpose: string
  readonly citation: string
  /** One for the year, one for each appraised unit, or one for each of something else, such as a meeting. */
  readonly per: 'year' | 'unit' | 'each'
  /** Since when it may be drawn up: once the year is opened, once results are sealed, or only after approval. */
  readonly after: 'opened' | 'sealed' | 'approved'
  /** A letter has a red head; one to a superior body also names who signs it; a letter between bodies (函) has the head of 信函格式; a record is for the files and has no red head, addressee or imprint. */
  readonly form: 'letter' | 'upward' | 'between' | 'record'
  /** Why there may be nothing to draw up, and the page of the year where that is seen to, with its name. */
  readonly lacks?: string
  readonly source?: readonly [page: string, name: string]
  /** Placeholders beside those that every document has. */
  readonly fields: readonly DocumentField[]
  /** What the template that ships says; none where a room lays the text out itself, so that no template may be kept. */
  readonly body?: readonly WordBlock[]
  /** Its rows that may be taken as a workbook, with heading, width and placeholder of each column. */
  readonly workbook?: {
    readonly rows: string
    readonly columns: readonly { readonly title: string; readonly width: number; readonly of: string }[]
  }
  /** Who issues it; the committee if nothing is said. */
  readonly issuedBy?: readonly IssuingParty[]
  /** Whether it is about a unit's secretary and not for the unit to read. */
  readonly isConfidential?: boolean
  /** Whether it is addressed to the surveyor. */
  readonly toSurveyor?: boolean
  /** Whether the receiver acknowledges it (回执). */
  readonly wantsReceipt?: boolean
  /** Said after what a drafter added. */
  readonly ending?: string
}

/** A kind of official document (公文) with all of its placeholders. */
export interface DocumentKind extends KindDescription {
  readonly body: readonly WordBlock[]
  readonly issuedBy: readonly IssuingParty[]
  /** Whether an office may keep a template of its own. */
  readonly isEditable: boolean
}

const ISSUER = '中共示范州直属机关工作委员会'

/** Placeholders that every document has. */
const COMMON = [
  text('年度', '考核年度', '2018'),
  text('标题', '文件标题', '关于2018年度述职评议考核有关情况的函'),
  rows(
    '标题行',
    '标题按意思断成的行，系统自己断',
    text('行', '一行', '关于2018年度述职评议考核有关情况的函'),
  ),
  text('发文机关标志', '红头，如某某单位文件', `${ISSUER}文件`),
  { ...rows('发文机关', '发文机关，联合行文时有几个', text('名称', '机关名称', ISSUER)), samples: 1 },
  flag('联合行文', '有几个发文机关'),
  flag('机关名称较长', '红头超过十二个字，用小一号的字', true),
  text('发文字号', '如州直工发〔2019〕6号', '州直工发〔2019〕6号'),
  text('签发人', '上行文的签发人', '张三'),
  text('主送机关', '主送机关，不带冒号', '州林业局党组'),
  text('成文日期', '成文日期', '2019年1月8日'),
  text('附件说明', '没有附件时为空', ''),
  text('补充内容', '起草时写的补充内容，没有时为空', '请结合实际抓好落实。'),
  text('抄送机关', '没有时为空', '州委办公室，州委组织部'),
  text('印发机关', '印发机关', `${ISSUER}办公室`),
  text('印发日期', '印发日期', '2019年1月8日'),
  rows('版记另页', '版记排到偶数页要另起的页，系统自己算'),
] as const

/** Completes the description of a kind. */
export function defineKind(kind: KindDescription): DocumentKind {
  const { fields, body = [], issuedBy = ['committee'] } = kind
  const common = COMMON.map(one =>
    one.name === '发文机关标志' && kind.form === 'between' ? { ...one, sample: ISSUER } : one,
  )
  return { ...kind, fields: [...common, ...fields], body, issuedBy, isEditable: kind.body !== undefined }
}

/** Placeholders of a consequence (结果运用). */
export const CONSEQUENCE = [
  text('运用名称', '结果运用', '重点督促检查'),
  text('运用依据', '条款', '五（四）'),
  text('运用内容', '后果', '列为下一年度重点督促检查对象'),
]

/** Placeholders that say which unit and appraisee a document is about. */
export const WHO = [
  text('单位名称', '单位', '州林业局'),
  text('书记姓名', '考核对象', '李四'),
  text('职务', '考核对象的职务', '党组书记、局长'),
]

/** Placeholders of the plan for one problem, a row for each. */
export const PLAN_ROW = [
  text('序号', '序号', '1'),
  text('问题内容', '问题', '“三会一课”开展不够经常'),
  text('原因', '原因', '分工不明'),
  text('措施', '整改措施', '明确专人，按月检查'),
  text('责任人', '责任人', '机关党委书记'),
  text('期限', '完成时限', '2019年3月31日'),
]

/** Placeholders of the result of one unit. */
export const RESULT = [
  ...WHO,
  text('综合得分', '综合得分', '91.25'),
  text('等次', '综合评价等次', '好'),
  text('名次', '名次', '12'),
  text('参评数', '参加排名的个数', '98'),
]

/** Placeholder for the years on which a consequence rests. */
export const YEARS_MET = rows(
  '历年情况',
  '结果运用所依据的各年度',
  text('年份', '年度', '2017'),
  text('当年名次', '名次，没有时为空', '96'),
  text('当年参评数', '参加排名的个数，没有时为空', '98'),
  text('当年得分', '综合得分，没有时为空', '71.5'),
  text('当年等次', '等次，没有时为空', '一般'),
)
