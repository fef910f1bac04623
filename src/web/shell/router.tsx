import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { Arrival } from './Arrival.tsx'
import { desks } from './desks.ts'
import { PageFault } from './PageFault.tsx'
import { PageMissing } from './PageMissing.tsx'
import { PageOpening } from './PageOpening.tsx'
import { Shell } from './Shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: PageMissing })

const arrival = createRoute({ getParentRoute: () => root, path: '/', component: Arrival })
const arrivalInYear = createRoute({ getParentRoute: () => root, path: '$year', component: Arrival })
const pages = desks.map(({ path, page }) =>
  createRoute({ getParentRoute: () => root, path, component: page }),
)

/** 页面路由: one route a desk, each loaded when it is opened or about to be. */
export const router = createRouter({
  routeTree: root.addChildren([arrival, arrivalInYear, ...pages]),
  defaultPreload: 'intent',
  defaultPendingComponent: PageOpening,
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultErrorComponent: PageFault,
  scrollRestoration: true,
})
