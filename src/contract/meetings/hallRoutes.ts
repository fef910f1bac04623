import { z } from 'zod'
import { revisionField } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { agendaPart, phase, speechPart, stepShape, voting } from './meetingParts.ts'

const code = z.string().min(4).max(60)

/** What the hall screen and the remote show. Never a partial result. */
export const hallPart = z.strictObject({
  screen: z.enum(['hall', 'remote']),
  meeting: z.uuid(),
  institution: z.string(),
  name: z.string(),
  place: z.string(),
  heldOn: z.string(),
  startsAt: z.string().optional(),
  rehearsal: z.boolean(),
  /** The time of day in the office's time zone: `15:04`. */
  time: z.string(),
  /** Whether phones vote, so that the address of the voting page is shown. */
  phones: z.boolean(),
  /** Voting may be opened before all have spoken. */
  reviewAfterEach: z.boolean(),
  phase,
  voting,
  /** Milliseconds until voting closes by itself. */
  votingLeft: z.int().optional(),
  /** When voting closes by itself, in words. */
  votingUntil: z.string().optional(),
  minutes: z.int(),
  speech: speechPart.optional(),
  next: z.strictObject({ unit: z.string(), unitName: z.string(), secretary: z.string() }).optional(),
  agenda: z.array(
    agendaPart.pick({ unit: true, unitName: true, secretary: true, place: true, speaks: true, spoken: true }),
  ),
  /** Turnout of classes large enough, at 25, 50, 75 or 100 %. */
  turnout: z.array(z.strictObject({ name: z.string(), percent: z.int() })),
  revision: z.int(),
})

/** Routes for the hall screen and the convenor's remote, opened by a pairing code without an account. */
export const hallRoutes = defineRoutes({
  'POST /api/hall': {
    summary: '会场大屏和遥控显示的内容',
    admits: 'anyone',
    readOnly: true,
    body: z.strictObject({ code }),
    answer: hallPart,
  },
  'POST /api/hall/steps': {
    summary: '遥控会场进程',
    admits: 'anyone',
    body: z.strictObject({ code, move: stepShape, revision: revisionField }),
    answer: hallPart,
  },
})
