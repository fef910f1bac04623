import type { FastifyInstance } from 'fastify'
import { ledgerRoutes } from '../../../contract/ledger/ledgerRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { readClosing } from './closing.store.ts'
import { addEntryFiles, correctEntry, withdrawEntry } from './correctEntry.ts'
import { enterEntry } from './enterEntry.ts'
import { entryTemplate } from './entryList.ts'
import { exportLedger } from './exportLedger.ts'
import { commitEntries, previewEntries } from './importEntries.ts'
import { commitRemedies, previewRemedies, remedyTemplate } from './importRemedies.ts'
import { addRemedy, updateRemedy, withdrawRemedy } from './keepRemedies.ts'
import { listOwnRemedies, listRemedies } from './listRemedies.ts'
import { remediesFromLastYear } from './remediesFromLastYear.ts'
import { setGrace, setPeriod } from './setClosing.ts'
import { presentPeriods } from './presentPeriods.ts'
import { viewBoard } from './viewBoard.ts'
import { viewCounters } from './viewCounters.ts'
import { viewEntries, viewEntry } from './viewEntries.ts'
import { viewTerms } from './viewTerms.ts'

/** Registers the routes for the ledger (台账). */
export function serveLedger(app: FastifyInstance): void {
  serveRoutes(app, ledgerRoutes, {
    'GET /api/years/:year/ledger/terms': viewTerms,
    'GET /api/years/:year/ledger/board': viewBoard,
    'GET /api/years/:year/ledger/periods': async ({ context, params: { year } }) => {
      const closing = await readClosing(context.db, year)
      return {
        year,
        graceDays: closing.graceDays,
        revision: closing.revision,
        periods: presentPeriods(year, closing, context.today()),
      }
    },
    'POST /api/years/:year/ledger/grace': setGrace,
    'POST /api/years/:year/ledger/periods/:period': setPeriod,
    'GET /api/years/:year/units/:unit/counters': ({ context, params }) =>
      viewCounters(context, params.year, params.unit),
    'GET /api/years/:year/units/:unit/entries': viewEntries,
    'GET /api/years/:year/units/:unit/entries/:entry': viewEntry,
    'POST /api/years/:year/units/:unit/entries': enterEntry,
    'POST /api/years/:year/units/:unit/entries/:entry/correct': correctEntry,
    'POST /api/years/:year/units/:unit/entries/:entry/withdraw': withdrawEntry,
    'POST /api/years/:year/units/:unit/entries/:entry/files': addEntryFiles,
    'GET /api/years/:year/units/:unit/ledger.xlsx': exportLedger,
    'GET /api/years/:year/units/:unit/ledger-template.xlsx': entryTemplate,
    'POST /api/years/:year/units/:unit/entry-imports': previewEntries,
    'POST /api/years/:year/units/:unit/entry-imports/:import/commit': commitEntries,
    'GET /api/years/:year/remedies': listRemedies,
    'GET /api/years/:year/units/:unit/remedies': listOwnRemedies,
    'POST /api/years/:year/units/:unit/remedies': addRemedy,
    'POST /api/years/:year/units/:unit/remedies/:remedy': updateRemedy,
    'POST /api/years/:year/units/:unit/remedies/:remedy/withdraw': withdrawRemedy,
    'POST /api/years/:year/remedies/from-last-year': remediesFromLastYear,
    'GET /api/years/:year/remedies-template.xlsx': remedyTemplate,
    'POST /api/years/:year/remedy-imports': previewRemedies,
    'POST /api/years/:year/remedy-imports/:import/commit': commitRemedies,
  })
}
