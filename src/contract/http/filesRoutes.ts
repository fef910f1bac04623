import { defineRoutes } from './route.ts'

/** 附件的接口. */
export const filesRoutes = defineRoutes({})
