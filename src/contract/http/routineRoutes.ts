import { defineRoutes } from './route.ts'

/** 日常管理的接口. */
export const routineRoutes = defineRoutes({})
