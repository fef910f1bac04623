import { installationRoutes } from './installationRoutes.ts'
import { consequencesRoutes } from './consequencesRoutes.ts'
import { intakeRoutes } from './intakeRoutes.ts'
import { jobRoutes } from './jobRoutes.ts'
import { platformRoutes } from './platformRoutes.ts'
import { auditRoutes } from './auditRoutes.ts'
import { accountsRoutes } from './accountsRoutes.ts'
import { ownAccountRoutes } from './ownAccountRoutes.ts'
import { schemeRoutes } from './schemeRoutes.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { resultsRoutes } from './resultsRoutes.ts'
import { rosterRoutes } from './rosterRoutes.ts'
import { filesRoutes } from './filesRoutes.ts'
import { ledgerRoutes } from './ledgerRoutes.ts'
import { drawRoutes } from './drawRoutes.ts'
import { overviewRoutes } from './overviewRoutes.ts'
import { roundsRoutes } from './roundsRoutes.ts'
import { sheetsRoutes } from './sheetsRoutes.ts'
import { routineRoutes } from './routineRoutes.ts'
import { knowledgeRoutes } from './knowledgeRoutes.ts'
import { yearRoutes } from './yearRoutes.ts'

/** 全部接口, by room. A route here without a handler, or without a row in the access table, does not pass the build. */
export const routes = {
  ...platformRoutes,
  ...sessionRoutes,
  ...schemeRoutes,
  ...ownAccountRoutes,
  ...accountsRoutes,
  ...auditRoutes,
  ...yearRoutes,
  ...resultsRoutes,
  ...consequencesRoutes,
  ...jobRoutes,
  ...rosterRoutes,
  ...intakeRoutes,
  ...installationRoutes,
  ...knowledgeRoutes,
  ...routineRoutes,
  ...sheetsRoutes,
  ...overviewRoutes,
  ...roundsRoutes,
  ...drawRoutes,
  ...ledgerRoutes,
  ...filesRoutes,
} as const

/** 全部接口的类型, for the web's client. */
export type Api = typeof routes
