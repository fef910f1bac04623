import type { CallAnswer } from '../../client/call.ts'

/** 测试. */
export type Test = CallAnswer<'GET /api/years/:year/tests'>['tests'][number]

/** 一次测试的全部. */
export type TestDetail = CallAnswer<'GET /api/years/:year/tests/:test'>

/** 试卷. */
export type Paper = TestDetail['papers'][number]

/** 一题的统计. */
export type Item = TestDetail['items'][number]

/** 题库中的题. */
export type BankQuestion = CallAnswer<'GET /api/questions'>['questions'][number]
