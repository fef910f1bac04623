import type { CallAnswer } from '../../client/call.ts'

/** The publication of a year as the server returns it. */
export type Publication = CallAnswer<'GET /api/years/:year/publication'>

/** Its plan. */
export type Plan = NonNullable<Publication['plan']>

/** One unit of it. */
export type PublishedUnit = Publication['units'][number]

/** One comment. */
export type Comment = CallAnswer<'GET /api/years/:year/comments'>['comments'][number]
