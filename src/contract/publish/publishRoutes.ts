import { z } from 'zod'
import { publishedParts } from '../../domain/campaign/publish/publication.ts'
import { attachedPart, fileRefs } from '../files/filesRoutes.ts'
import { recordParam, revisionField, revisionOrNone, unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { standingPart } from '../rectify/rectifyParts.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import {
  boardFields,
  commentProblemFields,
  extendFields,
  planFields,
  replyFields,
  takenFields,
  withholdFields,
} from './publishFields.ts'
import { typedText } from '../shape/typedText.ts'

const year = z.strictObject({ year: yearParam })
const ofUnit = z.strictObject({ year: yearParam, unit: unitParam })
const one = z.strictObject({ year: yearParam, comment: recordParam })
const part = z.enum(publishedParts)
const revised = z.strictObject({ revision: z.int() })

const boardKind = z.enum(['board', 'site'])

const boardPart = z.strictObject({
  kind: boardKind,
  place: z.string(),
  up: z.string(),
  down: z.string().optional(),
  by: z.string(),
  /** Photos of the sheet where it hangs. */
  files: z.array(attachedPart),
  revision: z.int(),
})

const commentRow = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  day: z.string(),
  wrote: z.string(),
  name: z.string().optional(),
  way: z.enum(['site', 'paper', 'phone']),
  standing: z.enum(['held', 'shown', 'withheld', 'destroyed']),
  reason: z.string().optional(),
  judgedBy: z.string().optional(),
  reply: z.string().optional(),
  repliedBy: z.string().optional(),
  repliedOn: z.string().optional(),
  /** How often readers reported it. */
  abuse: z.int(),
  /** The problem that was made of it, once the reader may see that. */
  problem: z.strictObject({ id: z.uuid(), standing: standingPart }).optional(),
  revision: z.int(),
})

/** Routes for publication (公示): its plan and release, the comment board, notice boards. */
export const publishRoutes = defineRoutes({
  'GET /api/years/:year/publication': {
    summary: '公示安排和进展',
    admits: 'readPublication',
    params: year,
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      /** Why it cannot be released now. */
      whyNot: z.string().optional(),
      plan: z
        .strictObject({
          parts: z.array(part),
          from: z.string(),
          to: z.string(),
          comments: z.enum(['off', 'held', 'shown']),
          standing: z.enum(['planned', 'waiting', 'open', 'over']),
          releasedBy: z.string().optional(),
          releasedOn: z.string().optional(),
          hash: z.string().optional(),
          /** Who took it off the site, when and why; comments and notice boards stay. */
          withdrawn: z.strictObject({ by: z.string(), on: z.string(), reason: z.string() }).optional(),
          revision: z.int(),
        })
        .optional(),
      /** Units whose page still shows a problem that was taken back since it was laid out. */
      outdated: z.array(z.string()),
      units: z.array(
        z.strictObject({
          unit: z.string(),
          unitName: z.string(),
          comments: z.int(),
          /** Comments that wait for somebody to read them. */
          held: z.int(),
          /** Comments shown without a reply. */
          unanswered: z.int(),
          boards: z.array(boardPart),
        }),
      ),
    }),
  },
  'PUT /api/years/:year/publication': {
    summary: '安排公示：内容、起止日期、发言板块',
    admits: 'decidePublication',
    params: year,
    body: z.strictObject({
      ...shapeOf(planFields),
      parts: z.array(part).max(publishedParts.length),
      revision: revisionOrNone,
    }),
    answer: revised,
  },
  'POST /api/years/:year/publication/release': {
    summary: '发布公示',
    admits: 'decidePublication',
    params: year,
    body: z.strictObject({ revision: revisionField }),
    answer: revised,
  },
  'POST /api/years/:year/publication/extend': {
    summary: '延长公示期',
    admits: 'decidePublication',
    params: year,
    body: z.strictObject({ ...shapeOf(extendFields), revision: revisionField }),
    answer: revised,
  },
  'POST /api/years/:year/publication/withdraw': {
    summary: '撤下公示',
    admits: 'decidePublication',
    params: year,
    body: z.strictObject({ reason: typedText().min(1).max(2000), revision: revisionField }),
    answer: revised,
  },
  'POST /api/years/:year/publication/site': {
    summary: '在后台打包公示网页，供单位放到自己的网站',
    admits: 'readPublication',
    params: year,
    body: z.strictObject({}),
    answer: z.strictObject({ job: z.uuid() }),
  },
  'GET /api/years/:year/comments': {
    summary: '公示留言清单',
    admits: 'readPublication',
    params: year,
    query: z.strictObject(pageQuery),
    answer: z.strictObject({ comments: z.array(commentRow), paging: pagingSchema.optional() }),
  },
  'POST /api/years/:year/units/:unit/comments': {
    summary: '登记书面或电话收到的留言',
    admits: 'replyComments',
    params: ofUnit,
    body: z.strictObject({ ...shapeOf(takenFields), way: z.enum(['paper', 'phone']) }),
    answer: z.strictObject({ comment: z.uuid() }),
  },
  'POST /api/years/:year/comments/:comment/show': {
    summary: '审核留言：显示',
    admits: 'moderateComments',
    params: one,
    body: z.strictObject({ revision: revisionField }),
    answer: revised,
  },
  'POST /api/years/:year/comments/:comment/withhold': {
    summary: '审核留言：隐藏',
    admits: 'moderateComments',
    params: one,
    body: z.strictObject({ ...shapeOf(withholdFields), revision: revisionField }),
    answer: revised,
  },
  'POST /api/years/:year/comments/:comment/reply': {
    summary: '答复留言',
    admits: 'replyComments',
    params: one,
    body: z.strictObject({ ...shapeOf(replyFields), revision: revisionField }),
    answer: revised,
  },
  'POST /api/years/:year/comments/:comment/problem': {
    summary: '把留言反映的问题列入问题清单（草稿）',
    admits: 'draftProblems',
    params: one,
    body: z.strictObject({ ...shapeOf(commentProblemFields), revision: revisionField }),
    answer: z.strictObject({ problem: z.uuid() }),
  },
  'POST /api/years/:year/comments/:comment/destroy': {
    summary: '销毁留言的内容：标记、理由和指纹仍在',
    admits: 'moderateComments',
    params: one,
    body: z.strictObject({ reason: typedText().min(1).max(2000), revision: revisionField }),
    answer: revised,
  },
  'PUT /api/years/:year/units/:unit/notice-board': {
    summary: '登记宣传栏或单位网站的公示：地点、开始和撤下日期、照片',
    admits: 'recordBoard',
    params: ofUnit,
    body: z.strictObject({
      ...shapeOf(boardFields),
      kind: boardKind,
      files: fileRefs.optional(),
      revision: revisionOrNone,
    }),
    answer: revised,
  },
})
