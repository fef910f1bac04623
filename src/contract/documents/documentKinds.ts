import { type DocumentField, flag, rows, text } from './documentField.ts'

/** A kind of official document (公文): for each unit or one for the year, the clause it follows, and what its template may name. */
export interface DocumentKind {
  readonly id: string
  readonly name: string
  readonly per: 'unit' | 'year'
  readonly citation: string
  /** Since when it may be issued: once results are sealed, or only after approval. */
  readonly after: 'sealed' | 'approved'
  readonly fields: readonly DocumentField[]
}

/** Placeholders that every document has. */
const COMMON = [
  text('年度', '考核年度', '2018'),
  text('标题', '文件标题', '关于2018年度述职评议考核有关情况的函'),
  text('发文机关标志', '红头，如某某单位文件', '中共示范州直属机关工作委员会文件'),
  rows('发文机关', '发文机关，联合行文时有几个', text('名称', '机关名称', '中共示范州直属机关工作委员会')),
  flag('联合行文', '有几个发文机关'),
  flag('机关名称较长', '红头超过十二个字，用小一号的字'),
  text('发文字号', '如州直工发〔2019〕6号', '州直工发〔2019〕6号'),
  text('签发人', '上行文的签发人', '张三'),
  text('主送机关', '主送机关，不带冒号', '州林业局党组'),
  text('成文日期', '成文日期', '2019年1月8日'),
  text('附件说明', '没有附件时为空', ''),
  text('补充内容', '起草时写的补充内容，没有时为空', '请结合实际抓好落实。'),
  text('抄送机关', '没有时为空', '州委办公室，州委组织部'),
  text('印发机关', '印发机关', '中共示范州直属机关工作委员会办公室'),
  text('印发日期', '印发日期', '2019年1月8日'),
  rows('版记另页', '版记排到偶数页要另起的页，系统自己算'),
] as const

const CONSEQUENCE = [
  text('运用名称', '结果运用', '重点督促检查'),
  text('运用依据', '条款', '五（四）'),
  text('运用内容', '后果', '列为下一年度重点督促检查对象'),
]

/** Placeholders of one unit. */
const UNIT = [
  text('单位名称', '单位', '州林业局'),
  text('书记姓名', '考核对象', '李四'),
  text('职务', '考核对象的职务', '党组书记、局长'),
  text('综合得分', '综合得分', '91.25'),
  text('等次', '综合评价等次', '好'),
  text('名次', '名次', '12'),
  text('参评数', '参加排名的个数', '98'),
  rows(
    '分项得分',
    '各分项得分',
    text('分项名称', '分项', '实地核查'),
    text('分项权重', '权重', '50%'),
    text('分项分数', '得分', '93.5'),
  ),
  rows(
    '问题',
    '反馈的问题',
    text('序号', '序号', '1'),
    text('问题条款', '条款', '附件三.3'),
    text('问题内容', '问题', '“三会一课”开展不够经常'),
    text('扣分', '扣分，没有时为空', '2'),
  ),
  rows('结果运用', '适用的结果运用', ...CONSEQUENCE),
]

/** Every kind of official document, in the order of the year. */
export const documentKinds: readonly DocumentKind[] = [
  {
    id: 'groupReport',
    name: '报送审阅报告',
    per: 'year',
    citation: '五（一）',
    after: 'sealed',
    fields: [
      ...COMMON,
      text('考核对象数', '考核对象个数', '98'),
      rows(
        '等次分布',
        '各等次的个数',
        text('等次名称', '等次', '好'),
        text('等次个数', '个数', '60'),
        text('等次占比', '占比', '61.2%'),
      ),
      rows(
        '排名表',
        '按名次排列的考核对象',
        text('名次', '名次', '1'),
        text('单位名称', '单位', '州林业局'),
        text('书记姓名', '考核对象', '李四'),
        text('综合得分', '综合得分', '95.6'),
        text('等次', '等次', '好'),
      ),
      rows(
        '结果运用',
        '拟作的结果运用',
        text('单位名称', '单位', '州林业局'),
        text('书记姓名', '考核对象', '李四'),
        ...CONSEQUENCE,
      ),
      rows('说明事项', '方案没有写明、按默认口径处理的事项', text('说明', '事项', '综合得分保留两位小数。')),
    ],
  },
  {
    id: 'feedback',
    name: '书面反馈意见',
    per: 'unit',
    citation: '四（五）',
    after: 'approved',
    fields: [...COMMON, ...UNIT],
  },
  {
    id: 'issueList',
    name: '问题清单',
    per: 'unit',
    citation: '五（二）',
    after: 'approved',
    fields: [...COMMON, ...UNIT],
  },
  {
    id: 'consequenceNotice',
    name: '结果运用通知',
    per: 'unit',
    citation: '五（四）',
    after: 'approved',
    fields: [...COMMON, ...UNIT],
  },
  {
    id: 'transmittal',
    name: '移送绩效考核分数的函',
    per: 'year',
    citation: '五（三）',
    after: 'approved',
    fields: [
      ...COMMON,
      rows(
        '绩效表',
        '各单位的折算分和扣分',
        text('单位名称', '单位', '州林业局'),
        text('综合得分', '综合得分', '95.6'),
        text('折算分', '折算分', '9.56'),
        text('绩效扣分', '扣分，没有时为空', '3'),
      ),
    ],
  },
  {
    id: 'approvalSheet',
    name: '结果审定表',
    per: 'year',
    citation: '五（一）',
    after: 'approved',
    fields: [
      ...COMMON,
      text('考核对象数', '考核对象个数', '98'),
      text('审定人', '审定人', '张三'),
      text('审定日期', '审定日期', '2018年12月28日'),
      text('审定意见', '审定意见', '同意。'),
      text('封存次数', '所审定的是第几次封存', '1'),
      text('结果指纹', '结果的指纹', '3f2a0c91'),
    ],
  },
]

/** Finds a kind by its code. */
export function findKind(id: string): DocumentKind | undefined {
  return documentKinds.find(kind => kind.id === id)
}
