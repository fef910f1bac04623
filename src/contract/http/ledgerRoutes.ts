import { defineRoutes } from './route.ts'

/** 台账的接口. */
export const ledgerRoutes = defineRoutes({})
