import type { CallAnswer, CallInput } from '../../client/call.ts'

/** 一个单位的计数项. */
export type Counters = CallAnswer<'GET /api/years/:year/units/:unit/counters'>

/** 一个计数项的完成情况. */
export type Counter = Counters['counters'][number]

/** 计数项的一个期间. */
export type Slot = Counter['periods'][number]

/** 一行的预计扣分. */
export type RowForecast = Counters['forecast'][number]

/** 一个单位的台账. */
export type Entries = CallAnswer<'GET /api/years/:year/units/:unit/entries'>

/** 一条台账. */
export type Entry = Entries['entries'][number]

/** 登记时可选的类别和期间. */
export type Terms = CallAnswer<'GET /api/years/:year/ledger/terms'>

/** 一种类别. */
export type Kind = Terms['kinds'][number]

/** 一个期间的截止情况. */
export type Closing = Terms['periods'][number]

/** 登记的内容, as it is sent. */
export type EntryBody = CallInput<'POST /api/years/:year/units/:unit/entries'>['body']

/** 各单位台账一览. */
export type Board = CallAnswer<'GET /api/years/:year/ledger/board'>

/** 一览的一行. */
export type BoardLine = Board['lines'][number]

/** 自查清单和上年问题清单. */
export type Remedies = CallAnswer<'GET /api/years/:year/remedies'>

/** 其中一项. */
export type Remedy = Remedies['items'][number]
