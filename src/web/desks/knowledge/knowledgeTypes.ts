import type { CallAnswer } from '../../client/call.ts'

/** A test. */
export type Test = CallAnswer<'GET /api/years/:year/tests'>['tests'][number]

/** One test in full. */
export type TestDetail = CallAnswer<'GET /api/years/:year/tests/:test'>

/** A test paper. */
export type Paper = TestDetail['papers'][number]

/** The statistics of one question. */
export type Item = TestDetail['items'][number]

/** A question in the bank. */
export type BankQuestion = CallAnswer<'GET /api/questions'>['questions'][number]
