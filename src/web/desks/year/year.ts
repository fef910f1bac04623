import type { CallAnswer } from '../../client/call.ts'

/** 一个年度, as the server tells it. */
export type Year = CallAnswer<'GET /api/years/:year'>

/** 时间节点. */
export type YearDate = Year['timetable'][number]

/** 一个分项的进度. */
export type Progress = Year['progress'][number]

/** 一个系统（或直管单位）在一个分项上的进度. */
export type GroupProgress = Progress['groups'][number]

/** 一个阶段. */
export type Phase = Year['phases'][number]

/** 采用或可采用的方案版本. */
export type Version = Year['adoptable'][number]
