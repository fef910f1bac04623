import type { CallAnswer, CallInput } from '../../client/call.ts'

/** What the server says of a hall (会场). */
export type HallState = CallAnswer<'POST /api/hall'>

/** A step that the convenor takes. */
export type HallMove = CallInput<'POST /api/hall/steps'>['body']['move']
