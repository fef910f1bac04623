import type { CallAnswer } from '../../client/call.ts'

/** A scheme version as the server returns it. */
export type SchemeVersion = CallAnswer<'GET /api/schemes/:version'>

/** The head of a scheme version. */
export type VersionHead = SchemeVersion['head']

/** One fault of a scheme. */
export type Fault = SchemeVersion['faults'][number]

/** One difference between two versions. */
export type Difference = CallAnswer<'GET /api/schemes/:version/difference/:other'>['differences'][number]
