import { defineRoutes } from './route.ts'

/** 核查表的接口. */
export const sheetsRoutes = defineRoutes({})
