import type { CallAnswer } from '../../client/call.ts'

/** 一个方案版本 as the server answers it. */
export type SchemeVersion = CallAnswer<'GET /api/schemes/:version'>

/** 方案版本的概况. */
export type VersionHead = SchemeVersion['head']

/** 方案的一处错误. */
export type Fault = SchemeVersion['faults'][number]

/** 两版的一处不同. */
export type Difference = CallAnswer<'GET /api/schemes/:version/difference/:other'>['differences'][number]
