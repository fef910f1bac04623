import { z } from 'zod'
import { recordParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { answersPart, dispositionPart, hoursPart, questionnairePart } from './surveyParts.ts'

/** The case that an interviewer has on the desk. */
export const interviewPart = z.strictObject({
  case: z.uuid(),
  title: z.string(),
  unitName: z.string(),
  groupName: z.string(),
  /** Name of the person, where the frame has one. */
  person: z.string().optional(),
  /** The number as shown, and as dialled. */
  number: z.string(),
  dial: z.string(),
  attempt: z.int(),
  /** The appointment that this call keeps. */
  appointment: z.string().optional(),
  /** Turns the order of answers. */
  turn: z.int(),
  complaint: z.string(),
  /** The office's day and time now, the last day and the hours of calls: when an appointment can be. */
  now: z.string(),
  ends: z.string(),
  hours: hoursPart,
  questionnaire: questionnairePart,
  /** What was answered before the interview broke off. */
  answers: answersPart,
  /** Until when the case stays on this desk without a word from it. */
  heldUntil: z.string(),
})

/** An interviewer's desk: the case at hand, and how the day is going. */
export const deskAnswer = z.strictObject({
  interview: interviewPart.optional(),
  /** Why there is no case to call now. */
  idle: z.string().optional(),
  /** The survey whose calls end first; told where the desk is opened. */
  calling: z.strictObject({ title: z.string(), ends: z.string(), days: z.int() }).optional(),
  calls: z.int(),
  interviews: z.int(),
})

const one = z.strictObject({ case: recordParam })

/** Routes for interviewers. Nothing of a call is written into log or trail: the case keeps its attempts. */
export const interviewRoutes = defineRoutes({
  'GET /api/interview': {
    summary: '访问员手上的个案',
    admits: 'interview',
    traceless: true,
    answer: deskAnswer,
  },
  'POST /api/interview/next': {
    summary: '领取下一个个案：先到时的预约，再新号码，再换时段重拨',
    admits: 'interview',
    readOnly: true,
    traceless: true,
    body: z.strictObject({}),
    answer: deskAnswer,
  },
  'PUT /api/interview/:case': {
    summary: '保存进行中的答案；也是个案仍在手上的信号',
    admits: 'interview',
    readOnly: true,
    traceless: true,
    params: one,
    body: z.strictObject({ answers: answersPart }),
    answer: z.strictObject({ heldUntil: z.string() }),
  },
  'POST /api/interview/:case/end': {
    summary: '结束这次拨打，记下结果',
    admits: 'interview',
    readOnly: true,
    traceless: true,
    params: one,
    body: z.strictObject({
      disposition: dispositionPart,
      answers: answersPart,
      /** When the person is to be called again: `2018-11-20T19:30`. */
      appointment: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/)
        .optional(),
    }),
    answer: deskAnswer,
  },
})
