import { installationRoutes } from './installationRoutes.ts'
import { platformRoutes } from './platformRoutes.ts'

/** 全部接口, by room. A route here without a handler, or without a row in the access table, does not pass the build. */
export const routes = {
  ...platformRoutes,
  ...installationRoutes,
} as const

/** 全部接口的类型, for the web's client. */
export type Api = typeof routes
