import type { CallAnswer, CallInput } from '../../client/call.ts'

/** The counters of one unit. */
export type Counters = CallAnswer<'GET /api/years/:year/units/:unit/counters'>

/** The progress of one counter. */
export type Counter = Counters['counters'][number]

/** One period of a counter. */
export type Slot = Counter['periods'][number]

/** The forecast deduction of one row. */
export type RowForecast = Counters['forecast'][number]

/** The ledger (台账) of one unit. */
export type Entries = CallAnswer<'GET /api/years/:year/units/:unit/entries'>

/** One ledger entry. */
export type Entry = Entries['entries'][number]

/** The kinds and periods available for an entry. */
export type Terms = CallAnswer<'GET /api/years/:year/ledger/terms'>

/** One kind of entry. */
export type Kind = Terms['kinds'][number]

/** The closing state of one period. */
export type Closing = Terms['periods'][number]

/** The body of an entry as sent. */
export type EntryBody = CallInput<'POST /api/years/:year/units/:unit/entries'>['body']

/** The ledger overview of all units. */
export type Board = CallAnswer<'GET /api/years/:year/ledger/board'>

/** One row of the overview. */
export type BoardLine = Board['lines'][number]

/** The self-check list and the list of last year's problems. */
export type Remedies = CallAnswer<'GET /api/years/:year/remedies'>

/** One item of these lists. */
export type Remedy = Remedies['items'][number]
