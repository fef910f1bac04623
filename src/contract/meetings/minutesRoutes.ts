import { z } from 'zod'
import { fileRefs, attachedPart } from '../files/filesRoutes.ts'
import { recordParam, reasonField, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { pointsSchema } from '../shape/fieldSchemas.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { agendaPart, classPart, decisionPart, meetingPart } from './meetingParts.ts'
import { elsewhereFields, noteFields, recountAnswerFields, recountFields } from './minutesFields.ts'

const oneMeeting = z.strictObject({ year: yearParam, meeting: recordParam })

/** A request for a recount. */
const recountPart = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  answer: z.string().optional(),
  answeredBy: z.string().optional(),
  answeredAt: z.string().optional(),
})

/** The result of one secretary: by class as published, and the score. */
const meetingResultPart = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  secretary: z.string(),
  classes: z.array(
    z.strictObject({
      names: z.array(z.string()),
      valid: z.int(),
      voided: z.int(),
      abstained: z.int(),
    }),
  ),
  /** On a full mark of 100. */
  ofHundred: pointsSchema.optional(),
  /** Converted to the component's share of the composite. */
  converted: pointsSchema.optional(),
})

/** The minutes of a meeting: what was decided, noted and counted. */
const minutesPart = z.strictObject({
  meeting: meetingPart,
  /** Whether it was held by other means and entered from its count sheet. */
  elsewhere: z.boolean(),
  files: z.array(attachedPart),
  agenda: z.array(agendaPart),
  classes: z.array(classPart),
  decisions: z.array(decisionPart),
  notes: z.array(z.strictObject({ body: z.string(), by: z.string(), at: z.string() })),
  recounts: z.array(recountPart),
  /** Full mark of the converted score. */
  share: pointsSchema,
  /** Who reads results, sees them; a secretary the own one, once accepted. */
  results: z.array(meetingResultPart),
  reportedOn: z.string().optional(),
  acceptedOn: z.string().optional(),
  /** Last day on which a recount may be asked for. */
  recountUntil: z.string().optional(),
  /** Days since the meeting, while its report is outstanding. */
  daysOpen: z.int().optional(),
})

const oneCount = z.strictObject({
  unit: unitParam,
  voterClasses: z.array(z.string().min(1).max(50)).min(1).max(20),
  marks: z
    .array(
      z.strictObject({ mark: z.union([z.number(), z.string().max(50)]), times: z.int().min(1).max(2000) }),
    )
    .max(200),
  voided: z.int().min(0).max(2000),
  abstained: z.int().min(0).max(2000),
})

/** Routes for what follows the count of a debrief meeting. */
export const minutesRoutes = defineRoutes({
  'GET /api/years/:year/meetings/:meeting/minutes': {
    summary: '会议纪要和成绩',
    admits: 'readMeetings',
    params: oneMeeting,
    answer: minutesPart,
  },
  'GET /api/years/:year/meetings/:meeting/minutes.docx': {
    summary: '会议纪要，供计票人、监票人签字',
    admits: 'readMeetings',
    params: oneMeeting,
    file: true,
  },
  'POST /api/years/:year/meetings/:meeting/report': {
    summary: '向组织考核者上报结果',
    admits: 'conveneMeetings',
    params: oneMeeting,
    body: z.strictObject({ revision: revisionField }),
    answer: minutesPart,
  },
  'POST /api/years/:year/meetings/:meeting/verdict': {
    summary: '认定结果，记入年度；或退回；或收回认定',
    admits: 'judgeMeetings',
    params: oneMeeting,
    body: z.discriminatedUnion('verdict', [
      z.strictObject({
        verdict: z.literal('accept'),
        replace: reasonField.optional().describe('有原来的票或计票结果时，以这次会议为准的理由'),
        revision: revisionField,
      }),
      z.strictObject({
        verdict: z.enum(['return', 'takeBack']),
        reason: reasonField,
        revision: revisionField,
      }),
    ]),
    answer: minutesPart,
  },
  'POST /api/years/:year/meetings/:meeting/notes': {
    summary: '监督指导人员的记录',
    admits: 'superviseMeetings',
    params: oneMeeting,
    body: z.strictObject(shapeOf(noteFields)),
    answer: z.strictObject({ id: z.uuid() }),
  },
  'POST /api/years/:year/units/:unit/meetings/:meeting/recounts': {
    summary: '书记申请重新计票',
    admits: 'askRecount',
    params: oneMeeting.extend({ unit: unitParam }),
    body: z.strictObject(shapeOf(recountFields)),
    answer: recountPart,
  },
  'POST /api/years/:year/meetings/:meeting/recounts/:recount/answer': {
    summary: '答复重新计票的申请',
    admits: 'judgeMeetings',
    params: oneMeeting.extend({ recount: recordParam }),
    body: z.strictObject(shapeOf(recountAnswerFields)),
    answer: recountPart,
  },
  'POST /api/years/:year/meetings-elsewhere': {
    summary: '录入未用本系统召开的会议的计票结果，附计票表',
    admits: 'conveneMeetings',
    params: z.strictObject({ year: yearParam }),
    bodyKilobytes: 2048,
    body: z.strictObject({
      kind: z.string().min(1).max(100),
      lead: unitParam.optional(),
      ...shapeOf(elsewhereFields),
      counts: z.array(oneCount).min(1).max(2000),
      files: fileRefs.min(1),
    }),
    answer: z.strictObject({ id: z.uuid() }),
  },
})
