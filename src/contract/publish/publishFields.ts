import type { PublishedPart, CommentMode } from '../../domain/campaign/publish/publication.ts'
import { type Day, printDay } from '../../domain/kernel/calendar.ts'
import { choiceField, choicesField, dayField, reasonField, textField } from '../shape/field.ts'

/** Words for what may be published of a unit. */
export const partNames: Readonly<Record<PublishedPart, string>> = {
  report: '述职报告',
  rectification: '整改清单',
  ballots: '述职测评得分',
  grade: '考核等次',
  place: '名次',
  composite: '综合得分',
}

/** Longest comment, in characters. */
export const MOST_COMMENT = 1000

/** Fields of the plan of a publication (公示安排). */
export const planFields = {
  parts: choicesField('公示内容', {
    look: 'boxes',
    options: Object.entries(partNames).map(([value, label]) => ({ value, label })),
    lacks: '请至少选一项公示内容。',
  }),
  from: dayField('公示开始日期'),
  to: dayField('公示截止日期'),
  comments: choiceField<CommentMode, { look: 'lines'; options: { value: CommentMode; label: string }[] }>(
    '发言板块',
    {
      look: 'lines',
      options: [
        { value: 'held', label: '留言先审核，再显示' },
        { value: 'shown', label: '留言提交后就显示，再审核' },
        { value: 'off', label: '不设发言板块' },
      ],
    },
  ),
}

/** Fields for a longer period. */
export const extendFields = { to: dayField('新的截止日期'), reason: reasonField('延长的理由') }

/** Reasons for withholding a comment (隐藏). */
const withholdReasons = [
  '含有他人的个人信息',
  '涉及国家秘密或工作秘密',
  '辱骂、诽谤他人',
  '广告或与公示无关',
  '重复留言',
] as const

/** Fields for withholding a comment. */
export const withholdFields = {
  reason: choiceField('隐藏的理由', {
    look: 'lines',
    options: withholdReasons.map(reason => ({ value: reason, label: reason })),
  }),
}

/** Fields of a reply (答复) to a comment. */
export const replyFields = {
  reply: textField('答复', { max: 2000, lines: 4, hint: '发布后与留言一起显示在公示页。' }),
}

/** How a comment came in. */
export const wayNames = { site: '公示页', paper: '书面', phone: '电话' } as const

/** Fields of a comment that came on paper or by telephone. */
export const takenFields = {
  way: choiceField('收到的方式', {
    look: 'radio',
    options: [
      { value: 'paper', label: '书面' },
      { value: 'phone', label: '电话' },
    ],
  }),
  day: dayField('收到日期'),
  wrote: textField('留言内容', { max: MOST_COMMENT, lines: 4 }),
  name: textField('留言人', { max: 40, optional: true, hint: '不愿署名的不填。' }),
}

/** Fields of a problem (问题) that a comment points to. */
export const commentProblemFields = {
  text: reasonField('问题', {
    lacks: '请写明是什么问题。',
    hint: '用自己的话写，不写留言人姓名、电话等个人信息；来源自动注明。',
  }),
}

/** Where a unit shows its page beside the public site. */
export const boardKinds = { board: '宣传栏', site: '单位网站' } as const

/** Describes since when and until when a page is shown there, and who recorded it. */
export function describePosting({
  up,
  down,
  by,
}: {
  readonly up: Day
  readonly down?: Day | undefined
  readonly by: string
}): string {
  return `${printDay(up)}${down === undefined ? '起' : `至${printDay(down)}`}，${by}登记`
}

/** Words for whether a unit has recorded where it shows its page. */
export function wordPosted({ boards }: { readonly boards: readonly unknown[] }): string {
  return boards.length === 0 ? '还没有登记' : '已登记'
}

/** Fields of a notice board (宣传栏). */
export const boardFields = {
  place: textField('张贴地点', { max: 100, placeholder: '如单位一楼宣传栏' }),
  up: dayField('张贴日期'),
  down: dayField('撤下日期', { optional: true, hint: '撤下后再填。' }),
}

/** Fields of the unit's own web site. */
export const siteFields = {
  place: textField('网址或栏目', { max: 100, placeholder: '如单位门户网站“公示公告”栏目' }),
  up: dayField('登出日期'),
  down: boardFields.down,
}
