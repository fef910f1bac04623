import { defineRoutes } from './route.ts'

/** 核查轮次的接口. */
export const roundsRoutes = defineRoutes({})
