import { z } from 'zod'
import { recordParam, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { dutyAnswerFields, dutyObjectionFields } from './leadDutyFields.ts'

const ofRecord = z.strictObject({ year: yearParam, record: recordParam })
const made = z.strictObject({ id: z.uuid() })

/** Routes for lead duty: signs of going through the motions, which score nothing, and objections to a deduction. */
export const leadDutyRoutes = defineRoutes({
  'GET /api/years/:year/lead-duty/signs': {
    summary: '牵头单位走过场的迹象，供组织考核者参考，不自动扣分',
    admits: 'recordLeadDuty',
    params: z.strictObject({ year: yearParam }),
    answer: z.strictObject({
      year: z.int(),
      signs: z.array(
        z.strictObject({ unit: z.string(), unitName: z.string(), name: z.string(), text: z.string() }),
      ),
    }),
  },
  'POST /api/years/:year/units/:unit/lead-duty/:record/object': {
    summary: '对牵头职责的一项扣分提出异议',
    admits: 'replyFindings',
    params: ofRecord.extend({ unit: unitParam }),
    body: z.strictObject({ ...shapeOf(dutyObjectionFields), revision: revisionField }),
    answer: made,
  },
  'POST /api/years/:year/lead-duty/:record/answer': {
    summary: '答复对牵头职责扣分的异议；异议成立的，扣分随之撤回',
    admits: 'recordLeadDuty',
    params: ofRecord,
    body: z.strictObject({ ...shapeOf(dutyAnswerFields), revision: revisionField }),
    answer: made,
  },
})
