import { z } from 'zod'
import { daySchema, pointsSchema } from '../shape/fieldSchemas.ts'
import {
  reasonField,
  recordParam,
  revisionField,
  revisionOrNone,
  unitParam,
  yearParam,
} from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { followUpStandingNames } from '../../domain/campaign/followUp/decideFollowUp.ts'
import {
  authorityNames,
  outcomeFields,
  promiseFields,
  proposalFields,
  proposalOutcomeNames,
  replyFields,
  serveFields,
  settleFields,
  talkFields,
  talkRecordFields,
} from './consequencesFields.ts'

/** Service of a notice and the reply to it. `revision` counts changes. */
const noticePart = z.strictObject({
  servedOn: z.string(),
  servedBy: z.string(),
  servedAt: z.string(),
  to: z.string(),
  text: z.string(),
  reply: z.string().optional(),
  repliedBy: z.string().optional(),
  repliedAt: z.string().optional(),
  revision: z.int(),
})

const keysOf = <T extends object>(names: T) =>
  Object.keys(names) as [keyof T & string, ...(keyof T & string)[]]

/** A talk by the leader in charge with its record and promised steps, or a proposal for reassignment with its outcome. A proposal is shown to those who see all units only. */
const followUpPart = z.strictObject({
  kind: z.enum(['talk', 'proposal']),
  who: z.string(),
  authority: z.enum(keysOf(authorityNames)).optional(),
  day: z.string(),
  place: z.string(),
  heldOn: z.string().optional(),
  present: z.string(),
  record: z.string(),
  signedOn: z.string().optional(),
  steps: z.array(
    z.strictObject({
      id: z.uuid(),
      text: z.string(),
      due: z.string(),
      result: z.string().optional(),
      doneOn: z.string().optional(),
      by: z.string().optional(),
      overdue: z.boolean(),
    }),
  ),
  outcome: z.enum(keysOf(proposalOutcomeNames)).optional(),
  outcomeOn: z.string().optional(),
  answer: z.string(),
  changedBy: z.string(),
  revision: z.int(),
})

/** One consequence (结果运用): the person or unit affected, the clause, the years and results behind it, and whether its notice was served. */
export const consequenceRow = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  leadUnit: z.string().optional(),
  leadUnitName: z.string().optional(),
  person: z.string().optional(),
  personName: z.string().optional(),
  post: z.string().optional(),
  rule: z.string(),
  name: z.string(),
  citation: z.string(),
  restated: z.string().optional(),
  on: z.enum(['unit', 'appraisee']),
  deduction: pointsSchema.optional(),
  measure: z.string().optional(),
  /** Year in which it takes effect. */
  takesEffect: z.int(),
  overYears: z.boolean(),
  /** The qualifying years, oldest first. */
  years: z.array(
    z.strictObject({
      cycle: z.int(),
      place: z.int().optional(),
      fromBottom: z.int().optional(),
      of: z.int().optional(),
      composite: pointsSchema.optional(),
      gradeName: z.string().optional(),
      personName: z.string().optional(),
    }),
  ),
  /** What may follow it, by the scheme: a talk, a proposal, key supervision in the next year. */
  follows: z.array(z.enum(['talk', 'proposal', 'supervision'])),
  state: z.enum(['pending', 'served', 'replied']),
  notice: noticePart.optional(),
  /** How far the talk or proposal is; absent where none follows, or it is not for this reader. */
  standing: z.enum(keysOf(followUpStandingNames)).optional(),
  /** Since when the talk or a promised step is overdue. */
  overdueSince: z.string().optional(),
  followUp: followUpPart.optional(),
  /** The leader in charge by the roster of today. */
  leader: z.string().optional(),
  /** The kind of unit by the roster, from which the cadre-management authority follows. */
  unitKind: z.string().optional(),
})

const year = z.strictObject({ year: yearParam })
const asOfDay = z.strictObject({ asOf: daySchema.optional() })
const one = z.strictObject({ year: yearParam, unit: unitParam, rule: z.string().min(1).max(100) })
const revised = { revision: revisionField }
const begun = { revision: revisionOrNone }

/** Routes for consequences: who is affected and why, notices and replies. */
export const consequencesRoutes = defineRoutes({
  'GET /api/years/:year/consequences': {
    summary: '结果运用清单：本年度和跨年度的，附条款和所依据的年度；asOf 为某日时按当日终了的情形',
    admits: 'readConsequences',
    params: year,
    query: asOfDay,
    answer: z.strictObject({
      year: z.int(),
      /** The day of which it is asked, where not of now: what follows a notice is then left out. */
      asOf: z.string().optional(),
      basis: z.enum(['live', 'sealed']),
      seal: z.int().optional(),
      /** Whether notices may be served, which requires an approved result; otherwise the reason is given. */
      mayServe: z.boolean(),
      whyNot: z.string().optional(),
      blockers: z.array(z.string()),
      rules: z.array(
        z.strictObject({
          rule: z.string(),
          name: z.string(),
          citation: z.string(),
          overYears: z.boolean(),
          count: z.int(),
        }),
      ),
      rows: z.array(consequenceRow),
      /** Consequences whose notice was served but that no longer apply after a correction. */
      withdrawn: z.array(
        z.strictObject({
          unit: z.string(),
          unitName: z.string(),
          rule: z.string(),
          name: z.string(),
          servedOn: z.string(),
        }),
      ),
    }),
  },
  'POST /api/years/:year/units/:unit/consequences/:rule/notice': {
    summary: '登记结果运用通知的送达',
    admits: 'serveNotice',
    params: one,
    body: z.strictObject(shapeOf(serveFields)),
    answer: noticePart,
  },
  'POST /api/years/:year/units/:unit/consequences/:rule/notice/withdraw': {
    summary: '撤回登记错的送达，写明理由，以便重新登记',
    admits: 'serveNotice',
    params: one,
    body: z.strictObject({ reason: reasonField, revision: revisionField }),
    answer: z.strictObject({}),
  },
  'POST /api/years/:year/units/:unit/consequences/:rule/reply': {
    summary: '回复结果运用通知',
    admits: 'replyNotice',
    params: one,
    body: z.strictObject({ ...shapeOf(replyFields), revision: revisionField }),
    answer: noticePart,
  },
  'PUT /api/years/:year/units/:unit/consequences/:rule/talk': {
    summary: '安排约谈：谈话人、日期和地点',
    admits: 'serveNotice',
    params: one,
    body: z.strictObject({ ...shapeOf(talkFields), ...begun }),
    answer: followUpPart,
  },
  'POST /api/years/:year/units/:unit/consequences/:rule/talk/record': {
    summary: '登记或补记谈话记录和签字',
    admits: 'serveNotice',
    params: one,
    body: z.strictObject({ ...shapeOf(talkRecordFields), ...revised }),
    answer: followUpPart,
  },
  'POST /api/years/:year/units/:unit/consequences/:rule/talk/steps': {
    summary: '登记谈话对象的一个承诺事项',
    admits: 'serveNotice',
    params: one,
    body: z.strictObject({ ...shapeOf(promiseFields), ...revised }),
    answer: followUpPart,
  },
  'POST /api/years/:year/units/:unit/consequences/:rule/talk/steps/:step/settle': {
    summary: '登记承诺事项的办理结果',
    admits: 'replyNotice',
    params: one.extend({ step: recordParam }),
    body: z.strictObject({ ...shapeOf(settleFields), ...revised }),
    answer: followUpPart,
  },
  'PUT /api/years/:year/units/:unit/consequences/:rule/proposal': {
    summary: '提出调整建议：向谁提出、依据的管理权限',
    admits: 'serveNotice',
    params: one,
    body: z.strictObject({ ...shapeOf(proposalFields), ...begun }),
    answer: followUpPart,
  },
  'POST /api/years/:year/units/:unit/consequences/:rule/proposal/outcome': {
    summary: '登记调整建议的结果',
    admits: 'serveNotice',
    params: one,
    body: z.strictObject({ ...shapeOf(outcomeFields), ...revised }),
    answer: followUpPart,
  },
})
