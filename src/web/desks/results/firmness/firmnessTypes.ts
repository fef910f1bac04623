import type { CallAnswer } from '../../../client/call.ts'

/** How firm the ranking is, as the server returns it. */
export type Firmness = CallAnswer<'GET /api/years/:year/firmness'>

/** Its figures, as computed last. */
export type Figures = NonNullable<Firmness['figures']>
