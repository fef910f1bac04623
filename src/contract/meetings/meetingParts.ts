import { z } from 'zod'
import { DEBRIEF_SIDES, type DebriefSide } from '../../domain/campaign/dualDebrief/dualDebrief.ts'
import { daySchema, timeSchema } from '../shape/fieldSchemas.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { reasonField } from '../http/paramSchemas.ts'
import { classFields, planFields } from './meetingFields.ts'

/** Phase of a meeting. */
export const phase = z.enum([
  'planned',
  'issued',
  'running',
  'closed',
  'counted',
  'reported',
  'accepted',
  'returned',
  'brokenOff',
])
/** Voting at a meeting. */
export const voting = z.enum(['notYet', 'open', 'closed'])

const classShape = shapeOf(classFields)

/** Numbers of voters by class. */
export const expectedByClass = z
  .array(z.strictObject({ id: z.string().min(1).max(50), expected: classShape.expected }))
  .max(20)
/** Numbers of voters who came, by class. */
export const presentByClass = z
  .array(z.strictObject({ id: z.string().min(1).max(50), present: classShape.present }))
  .max(20)

/** The plan of a meeting as entered. */
export const planBody = z.strictObject({ ...shapeOf(planFields), classes: expectedByClass })

/** A meeting that may be planned: a kind, for a lead unit where each holds its own. */
export const plannablePart = z.strictObject({
  kind: z.string(),
  kindName: z.string(),
  lead: z.string().optional(),
  name: z.string(),
  citation: z.string(),
  from: daySchema.optional(),
  due: daySchema.optional(),
  /** Number of secretaries who debrief there. */
  speakers: z.int(),
  units: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  classes: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** The grades of its ballots; none if marks are points. */
  grades: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** The meeting, where it is planned already. */
  meeting: z.uuid().optional(),
  /** Whether all who would debrief have a score already, for instance from imported sheets. */
  scored: z.boolean(),
  /** Whether this person convenes it; others within reach only see whether it is planned. */
  convenes: z.boolean(),
})

/** A meeting in the list. */
export const meetingHead = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  lead: z.string().optional(),
  name: z.string(),
  heldOn: daySchema,
  /** The time of day at which it begins, where one was set. */
  startsAt: timeSchema.optional(),
  place: z.string(),
  convenor: z.string(),
  teller: z.string(),
  scrutineer: z.string(),
  phase,
  phaseName: z.string(),
  voting,
  speakers: z.int(),
  rehearsal: z.boolean(),
  /** Whether it was held by other means. */
  elsewhere: z.boolean(),
  reportedOn: z.string().optional(),
  acceptedOn: z.string().optional(),
  /** Whether this person convenes it. */
  convenes: z.boolean(),
  /** A meeting of dual debriefs (双述双评): which of the debriefs, and before whom. Its unit stands as `lead`, and each person as a `unit` of the agenda. */
  dual: z
    .strictObject({ side: z.enum(DEBRIEF_SIDES as [DebriefSide, ...DebriefSide[]]), before: z.string() })
    .optional(),
})

/** A secretary on the agenda. */
export const agendaPart = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  secretary: z.string(),
  place: z.int(),
  speaks: z.boolean(),
  spoken: z.boolean(),
  removed: z.boolean(),
  removedWhy: z.string().optional(),
  /** Length of the speech in seconds, once it ended. */
  seconds: z.int().optional(),
})

/** A class of voters with its numbers. */
export const classPart = z.strictObject({
  id: z.string(),
  name: z.string(),
  expected: z.int(),
  present: z.int().optional(),
})

/** The speech under way. */
export const speechPart = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  secretary: z.string(),
  place: z.int(),
  of: z.int(),
  minutes: z.int(),
  /** Milliseconds spoken so far by the server's clock. */
  elapsed: z.int(),
  running: z.boolean(),
  stage: z.enum(['within', 'warned', 'overrun']),
})

/** A decision about a meeting, with its reason. */
export const decisionPart = z.strictObject({
  kind: z.enum(['removed', 'closeMoved', 'brokenOff', 'returned', 'accepted', 'takenBack']),
  unitName: z.string().optional(),
  until: z.string().optional(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})

/** A meeting in full. */
export const meetingPart = meetingHead.extend({
  ...shapeOf(planFields),
  citation: z.string(),
  component: z.string(),
  componentName: z.string(),
  votingUntil: z.string().optional(),
  agenda: z.array(agendaPart),
  classes: z.array(classPart),
  decisions: z.array(decisionPart),
  speech: speechPart.optional(),
  /** How the order was drawn, if it was. */
  draw: z.strictObject({ seed: z.string(), fingerprint: z.string() }).optional(),
  revision: z.int(),
})

/** A step in the hall. */
export const stepShape = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('start') }),
  z.strictObject({ step: z.literal('next'), unit: z.string().min(1).max(100).optional() }),
  z.strictObject({ step: z.literal('pause') }),
  /** Voting ends by itself after so many minutes, or when it is closed. */
  z.strictObject({ step: z.literal('openVoting'), minutes: z.int().min(1).max(240).optional() }),
  /** Voting ends so many minutes later than it would: a decision with its reason. */
  z.strictObject({ step: z.literal('moveClose'), minutes: z.int().min(1).max(240), reason: reasonField }),
  z.strictObject({ step: z.literal('closeVoting') }),
])
