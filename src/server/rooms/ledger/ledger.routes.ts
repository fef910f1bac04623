import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ledgerRoutes } from '../../../contract/ledger/ledgerRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import { readClosing } from './closing.store.ts'
import { addEntryFiles, correctEntry, withdrawEntry } from './correctEntry.ts'
import { enterEntry } from './enterEntry.ts'
import { entryTemplate } from './entryTemplate.ts'
import { exportBoard, exportLedger } from './exportLedger.ts'
import { commitEntries, previewEntries } from './importEntries.ts'
import { commitRemedies, previewRemedies, remedyTemplate } from './importRemedies.ts'
import { addRemedy, updateRemedy, withdrawRemedy } from './keepRemedies.ts'
import { listOwnRemedies, listRemedies } from './listRemedies.ts'
import { remediesFromLastYear } from './remediesFromLastYear.ts'
import { setGrace, setPeriod } from './setClosing.ts'
import { tellPeriods } from './tellPeriods.ts'
import { viewBoard } from './viewBoard.ts'
import { viewCounters } from './viewCounters.ts'
import { viewEntries, viewEntry } from './viewEntries.ts'
import { viewTerms } from './viewTerms.ts'

/** 台账的接口. */
export function serveLedger(app: FastifyInstance): void {
  serveRoutes(app, ledgerRoutes, {
    'GET /api/years/:year/ledger/terms': ({ house, params }) => viewTerms(house, params.year),
    'GET /api/years/:year/ledger/board': ({ house, reach, params }) => viewBoard(house, reach, params.year),
    'GET /api/years/:year/ledger/board.xlsx': ({ house, reach, params }) =>
      exportBoard(house, reach, params.year),
    'GET /api/years/:year/ledger/periods': async ({ house, params: { year } }) => {
      const closing = await readClosing(house.db, year)
      return {
        year,
        graceDays: closing.graceDays,
        revision: closing.revision,
        periods: tellPeriods(year, closing, house.today()),
      }
    },
    'POST /api/years/:year/ledger/grace': ({ change, params, body }) => setGrace(change, params.year, body),
    'POST /api/years/:year/ledger/periods/:period': ({ house, actor, change, params, body }) =>
      setPeriod(house, actor, change, params, body),
    'GET /api/years/:year/units/:unit/counters': ({ house, params }) =>
      viewCounters(house, params.year, params.unit),
    'GET /api/years/:year/units/:unit/entries': ({ house, params }) =>
      viewEntries(house, params.year, params.unit),
    'GET /api/years/:year/units/:unit/entries/:entry': ({ house, params }) => viewEntry(house, params),
    'POST /api/years/:year/units/:unit/entries': ({ house, actor, change, params, body }) =>
      enterEntry(house, actor, change, params, body),
    'POST /api/years/:year/units/:unit/entries/:entry/correct': ({ house, actor, change, params, body }) =>
      correctEntry(house, actor, change, params, body),
    'POST /api/years/:year/units/:unit/entries/:entry/withdraw': ({ house, actor, change, params, body }) =>
      withdrawEntry(house, actor, change, params, body),
    'POST /api/years/:year/units/:unit/entries/:entry/files': ({ house, actor, change, params, body }) =>
      addEntryFiles(house, actor, change, params, body.files),
    'GET /api/years/:year/units/:unit/ledger.xlsx': ({ house, params }) =>
      exportLedger(house, params.year, params.unit),
    'GET /api/years/:year/units/:unit/ledger-template.xlsx': ({ house, params }) =>
      entryTemplate(house, params.year, params.unit),
    'POST /api/years/:year/units/:unit/entry-imports': ({ house, actor, change, params, query, raw }) =>
      previewEntries(house, actor, change, params, { name: query.name, bytes: bytesOf(raw) }),
    'POST /api/years/:year/units/:unit/entry-imports/:import/commit': ({
      house,
      actor,
      change,
      params,
      body,
    }) =>
      commitEntries(house, actor, change, { year: params.year, unit: params.unit, id: params.import }, body),
    'GET /api/years/:year/remedies': ({ house, reach, params }) => listRemedies(house, reach, params.year),
    'GET /api/years/:year/units/:unit/remedies': ({ house, params }) =>
      listOwnRemedies(house, params.year, params.unit),
    'POST /api/years/:year/units/:unit/remedies': ({ house, actor, change, params, body }) =>
      addRemedy(house, actor, change, params, body),
    'POST /api/years/:year/units/:unit/remedies/:remedy': ({ house, actor, change, params, body }) =>
      updateRemedy(house, actor, change, params, body),
    'POST /api/years/:year/units/:unit/remedies/:remedy/withdraw': ({ house, actor, change, params, body }) =>
      withdrawRemedy(house, actor, change, params, body),
    'POST /api/years/:year/remedies/from-last-year': ({ house, actor, change, params, body }) =>
      remediesFromLastYear(house, actor, change, params.year, body),
    'GET /api/years/:year/remedies-template.xlsx': ({ house, params }) => remedyTemplate(house, params.year),
    'POST /api/years/:year/remedy-imports': ({ house, actor, change, params, query, raw }) =>
      previewRemedies(house, actor, change, params.year, { name: query.name, bytes: bytesOf(raw) }),
    'POST /api/years/:year/remedy-imports/:import/commit': ({ house, actor, change, params }) =>
      commitRemedies(house, actor, change, { year: params.year, id: params.import }),
  })
}

function bytesOf({ body }: FastifyRequest): Uint8Array {
  return body instanceof Uint8Array ? new Uint8Array(body) : new Uint8Array()
}
