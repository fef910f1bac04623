import type { FastifyInstance } from 'fastify'
import type { Accounts } from './accounts/openAccounts.ts'
import { serveAudit } from './audit/audit.routes.ts'
import { serveConsequences } from './consequences/consequences.routes.ts'
import { serveInstallation } from './installation/installation.routes.ts'
import { serveScheme } from './scheme/scheme.routes.ts'
import { serveHealth } from './platform/health/serveHealth.ts'
import { serveJobs } from './platform/jobs/jobs.routes.ts'
import { openHttp } from './platform/http/openHttp.ts'
import type { House } from './platform/house.ts'
import { serveIntake } from './intake/intake.routes.ts'
import { serveResults } from './results/results.routes.ts'
import { serveRoster } from './roster/roster.routes.ts'
import { serveFiles } from './files/files.routes.ts'
import { serveLedger } from './ledger/ledger.routes.ts'
import { serveDraw } from './draw/draw.routes.ts'
import { serveRounds } from './rounds/rounds.routes.ts'
import { serveSheets } from './sheets/sheets.routes.ts'
import { serveRoutine } from './routine/routine.routes.ts'
import { serveKnowledge } from './knowledge/knowledge.routes.ts'
import { serveYear } from './year/year.routes.ts'

/** 接线: every room's routes on one server. */
export async function openApp(house: House, accounts: Accounts): Promise<FastifyInstance> {
  const app = await openHttp(house, accounts.findActor)
  serveHealth(app)
  serveJobs(app)
  accounts.serve(app)
  serveAudit(app)
  serveInstallation(app)
  serveRoster(app)
  serveIntake(app)
  serveScheme(app)
  serveYear(app)
  serveResults(app)
  serveConsequences(app)
  serveFiles(app)
  serveLedger(app)
  serveDraw(app)
  serveRounds(app)
  serveSheets(app)
  serveRoutine(app)
  serveKnowledge(app)
  return app
}
