import { z } from 'zod'
import { countSchema, namedSchema, pointsSchema } from '../shape/fieldSchemas.ts'

/** Bytes as lower-case hexadecimal digits. */
export const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** SHA-256, or what a slip is known by: 32 bytes. */
export const hashHex = hexOf(32)

/** A void rule as a form carries it. */
const voidRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allEqual') }),
  z.strictObject({ kind: z.literal('tooManyHigh'), moreThan: countSchema, atLeast: pointsSchema }),
])

/** The form of the ballot; see `domain/campaign/ballot/ballotForm.ts`. Points are decimals on the wire. */
export const ballotFormSchema = z.strictObject({
  meeting: z.string(),
  session: z.string(),
  component: z.string(),
  marks: z.enum(['points', 'grades']),
  full: pointsSchema,
  grades: z.array(namedSchema).readonly(),
  classes: z.array(namedSchema).readonly(),
  lines: z
    .array(z.strictObject({ unit: z.string(), unitName: z.string(), secretary: z.string() }))
    .readonly(),
  voids: z.array(voidRule).readonly(),
  gradePoints: z.record(z.string(), pointsSchema.nullable()).optional(),
  smallClass: z.strictObject({ least: z.int(), how: z.enum(['merge', 'withhold']) }),
})

/** Which state voting is in: not begun, open, paused before its end, over, sheets opened, counted, published, or broken off. */
export const votingState = z.enum([
  'prepared',
  'open',
  'closed',
  'opened',
  'counted',
  'published',
  'brokenOff',
])

/** What a slip's holder gets: the form and the keys. `slip` says whether a credential was already given for it. */
export const votePart = z.strictObject({
  meetingName: z.string(),
  institution: z.string(),
  heldOn: z.string(),
  state: votingState,
  /** Whether a sheet may be cast now: voting is open and, where voters mark after each speech, all have spoken. */
  mayCast: z.boolean(),
  rehearsal: z.boolean(),
  voterClass: namedSchema,
  slip: z.enum(['fresh', 'redeemed']),
  form: ballotFormSchema,
  /** The key that signs credentials of this class: modulus and exponent in hexadecimal. */
  signer: z.strictObject({ modulus: z.string(), exponent: z.string() }),
  /** The key that sheets are sealed to; absent until teller and scrutineer have it. */
  sealTo: hashHex.optional(),
  /** Length to which a sheet is padded before it is sealed, in bytes. */
  sealedLength: z.int(),
})

/** A written mark: points as a decimal, a grade id, or null for an abstention. */
export const writtenMark = z.union([z.number(), z.string(), z.null()])

const voidedPart = z
  .array(z.strictObject({ reason: z.enum(['allEqual', 'tooManyHigh', 'faulty']), sheets: z.int() }))
  .readonly()

/** The count of a meeting; see `domain/campaign/ballot/countSheets.ts`. */
export const meetingCountSchema = z.strictObject({
  classes: z
    .array(
      z.strictObject({
        voterClasses: z.array(z.string()).readonly(),
        phone: z.int(),
        paper: z.int(),
        voided: voidedPart,
      }),
    )
    .readonly(),
  units: z
    .array(
      z.strictObject({
        unit: z.string(),
        classes: z
          .array(
            z.strictObject({
              voterClasses: z.array(z.string()).readonly(),
              marks: z.array(z.union([z.number(), z.string()])).readonly(),
              voided: z.int(),
              abstained: z.int(),
              unanimous: z.boolean(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
  withheld: z.array(z.string()).readonly(),
})

/** The heading of both files. */
const publishedMeeting = z.strictObject({
  id: z.string(),
  name: z.string(),
  heldOn: z.string(),
  institution: z.string(),
  rehearsal: z.boolean(),
})

/** The published file of a meeting. */
export const publishedFileSchema = z.strictObject({
  format: z.literal('hengping-published-1'),
  meeting: publishedMeeting,
  receipts: z.array(hashHex).readonly(),
  count: meetingCountSchema,
})

/** What was issued to a class in one medium. */
export const issuePart = z.strictObject({
  voterClass: z.string(),
  medium: z.enum(['phone', 'paper']),
  printed: countSchema,
  handedOut: countSchema,
  givenBack: countSchema,
  spoilt: countSchema,
})

/** The sealed count file of a meeting. */
export const countFileSchema = z.strictObject({
  format: z.literal('hengping-count-1'),
  meeting: publishedMeeting,
  form: z.strictObject({
    ...ballotFormSchema.shape,
    full: z.number(),
    voids: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('allEqual') }),
          z.strictObject({ kind: z.literal('tooManyHigh'), moreThan: countSchema, atLeast: z.number() }),
        ]),
      )
      .readonly(),
    gradePoints: z.record(z.string(), z.number().nullable()).optional(),
  }),
  phone: z
    .array(
      z.union([
        z.strictObject({ voterClass: z.string(), nonce: hexOf(16), marks: z.array(writtenMark).readonly() }),
        z.strictObject({ voterClass: z.string(), faulty: z.literal(true), receipt: hashHex }),
      ]),
    )
    .readonly(),
  paper: z
    .array(
      z.strictObject({
        voterClass: z.string(),
        marks: z.array(writtenMark).readonly(),
        faulty: z.literal(true).optional(),
      }),
    )
    .readonly(),
  issued: z.array(issuePart).readonly(),
  present: z.record(z.string(), countSchema),
  count: meetingCountSchema,
  published: hashHex,
  hash: hashHex,
})
