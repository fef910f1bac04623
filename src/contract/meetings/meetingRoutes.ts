import { z } from 'zod'
import { reasonField, recordParam, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import {
  meetingHead,
  meetingPart,
  planBody,
  plannablePart,
  presentByClass,
  stepShape,
} from './meetingParts.ts'

const years = z.strictObject({ year: yearParam })
const oneMeeting = z.strictObject({ year: yearParam, meeting: recordParam })

/** Routes for debrief meetings: plan, agenda, steps in the hall. */
export const meetingRoutes = defineRoutes({
  'GET /api/years/:year/meetings': {
    summary: '述职测评会议，和还可以安排的会议',
    admits: 'listMeetings',
    params: years,
    answer: z.strictObject({
      meetings: z.array(meetingHead),
      plannable: z.array(plannablePart),
      /** Minutes of a speech by the scheme. */
      minutes: z.int().optional(),
    }),
  },
  'POST /api/years/:year/meetings': {
    summary: '安排一次会议',
    admits: 'conveneMeetings',
    params: years,
    body: planBody.extend({ kind: z.string().min(1).max(100), lead: unitParam.optional() }),
    answer: meetingPart,
  },
  'GET /api/years/:year/meetings/:meeting': {
    summary: '一次会议：安排、议程、票种和进展',
    admits: 'readMeetings',
    params: oneMeeting,
    answer: meetingPart,
  },
  'PUT /api/years/:year/meetings/:meeting': {
    summary: '修改会议的安排',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: planBody.omit({ rehearsal: true }).extend({ revision: revisionField }),
    answer: meetingPart,
  },
  'PUT /api/years/:year/meetings/:meeting/agenda': {
    summary: '手工排定议程：全部述职人的次序，谁口头述职、谁书面述职',
    admits: 'conveneMeetings',
    params: oneMeeting,
    bodyKilobytes: 400,
    body: z.strictObject({
      lines: z
        .array(z.strictObject({ unit: unitParam, speaks: z.boolean() }))
        .min(1)
        .max(500),
      revision: revisionField,
    }),
    answer: meetingPart,
  },
  'POST /api/years/:year/meetings/:meeting/agenda-draw': {
    summary: '抽签排定述职次序；凭种子可以复算',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ dice: z.string().min(1).max(200), revision: revisionField }),
    answer: meetingPart,
  },
  'PUT /api/years/:year/meetings/:meeting/present': {
    summary: '登记各票种实到人数',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ classes: presentByClass, revision: revisionField }),
    answer: meetingPart,
  },
  'POST /api/years/:year/meetings/:meeting/steps': {
    summary: '会场进程：开始、下一位、暂停、开始投票、结束投票',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ move: stepShape, revision: revisionField }),
    answer: meetingPart,
  },
  'POST /api/years/:year/meetings/:meeting/removals': {
    summary: '不能到会的书记移出议程，写明理由；投票开始前',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ unit: unitParam, reason: reasonField, revision: revisionField }),
    answer: meetingPart,
  },
  'POST /api/years/:year/meetings/:meeting/later-close': {
    summary: '推迟投票截止，写明理由',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ until: z.iso.datetime(), reason: reasonField, revision: revisionField }),
    answer: meetingPart,
  },
  'POST /api/years/:year/meetings/:meeting/break-off': {
    summary: '中止会议，写明理由；票不计并销毁',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ reason: reasonField, revision: revisionField }),
    answer: meetingPart,
  },
  'POST /api/years/:year/meetings/:meeting/rehearsal-end': {
    summary: '结束演练：会议、票和计票全部删去，操作记录只留开始和结束两行',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ revision: revisionField }),
    answer: z.strictObject({}),
  },
  'POST /api/years/:year/meetings/:meeting/pairings': {
    summary: '取得会场大屏或遥控的配对码',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ screen: z.enum(['hall', 'remote']) }),
    answer: z.strictObject({ code: z.string(), until: z.string() }),
  },
})
