import { defineRoutes } from './route.ts'

/** 抽签的接口. */
export const drawRoutes = defineRoutes({})
