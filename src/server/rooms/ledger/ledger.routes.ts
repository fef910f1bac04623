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
import { presentPeriods } from './presentPeriods.ts'
import { viewBoard } from './viewBoard.ts'
import { viewCounters } from './viewCounters.ts'
import { viewEntries, viewEntry } from './viewEntries.ts'
import { viewTerms } from './viewTerms.ts'

/** 台账的接口. */
export function serveLedger(app: FastifyInstance): void {
  serveRoutes(app, ledgerRoutes, {
    'GET /api/years/:year/ledger/terms': ({ context, params }) => viewTerms(context, params.year),
    'GET /api/years/:year/ledger/board': ({ context, reach, params }) =>
      viewBoard(context, reach, params.year),
    'GET /api/years/:year/ledger/board.xlsx': ({ context, reach, params }) =>
      exportBoard(context, reach, params.year),
    'GET /api/years/:year/ledger/periods': async ({ context, params: { year } }) => {
      const closing = await readClosing(context.db, year)
      return {
        year,
        graceDays: closing.graceDays,
        revision: closing.revision,
        periods: presentPeriods(year, closing, context.today()),
      }
    },
    'POST /api/years/:year/ledger/grace': ({ change, params, body }) => setGrace(change, params.year, body),
    'POST /api/years/:year/ledger/periods/:period': ({ context, actor, change, params, body }) =>
      setPeriod(context, actor, change, params, body),
    'GET /api/years/:year/units/:unit/counters': ({ context, params }) =>
      viewCounters(context, params.year, params.unit),
    'GET /api/years/:year/units/:unit/entries': ({ context, params }) =>
      viewEntries(context, params.year, params.unit),
    'GET /api/years/:year/units/:unit/entries/:entry': ({ context, params }) => viewEntry(context, params),
    'POST /api/years/:year/units/:unit/entries': ({ context, actor, change, params, body }) =>
      enterEntry(context, actor, change, params, body),
    'POST /api/years/:year/units/:unit/entries/:entry/correct': ({ context, actor, change, params, body }) =>
      correctEntry(context, actor, change, params, body),
    'POST /api/years/:year/units/:unit/entries/:entry/withdraw': ({ context, actor, change, params, body }) =>
      withdrawEntry(context, actor, change, params, body),
    'POST /api/years/:year/units/:unit/entries/:entry/files': ({ context, actor, change, params, body }) =>
      addEntryFiles(context, actor, change, params, body.files),
    'GET /api/years/:year/units/:unit/ledger.xlsx': ({ context, params }) =>
      exportLedger(context, params.year, params.unit),
    'GET /api/years/:year/units/:unit/ledger-template.xlsx': ({ context, params }) =>
      entryTemplate(context, params.year, params.unit),
    'POST /api/years/:year/units/:unit/entry-imports': ({ context, actor, change, params, query, raw }) =>
      previewEntries(context, actor, change, params, { name: query.name, bytes: bytesOf(raw) }),
    'POST /api/years/:year/units/:unit/entry-imports/:import/commit': ({
      context,
      actor,
      change,
      params,
      body,
    }) =>
      commitEntries(
        context,
        actor,
        change,
        { year: params.year, unit: params.unit, id: params.import },
        body,
      ),
    'GET /api/years/:year/remedies': ({ context, reach, params }) =>
      listRemedies(context, reach, params.year),
    'GET /api/years/:year/units/:unit/remedies': ({ context, params }) =>
      listOwnRemedies(context, params.year, params.unit),
    'POST /api/years/:year/units/:unit/remedies': ({ context, actor, change, params, body }) =>
      addRemedy(context, actor, change, params, body),
    'POST /api/years/:year/units/:unit/remedies/:remedy': ({ context, actor, change, params, body }) =>
      updateRemedy(context, actor, change, params, body),
    'POST /api/years/:year/units/:unit/remedies/:remedy/withdraw': ({
      context,
      actor,
      change,
      params,
      body,
    }) => withdrawRemedy(context, actor, change, params, body),
    'POST /api/years/:year/remedies/from-last-year': ({ context, actor, change, params, body }) =>
      remediesFromLastYear(context, actor, change, params.year, body),
    'GET /api/years/:year/remedies-template.xlsx': ({ context, params }) =>
      remedyTemplate(context, params.year),
    'POST /api/years/:year/remedy-imports': ({ context, actor, change, params, query, raw }) =>
      previewRemedies(context, actor, change, params.year, { name: query.name, bytes: bytesOf(raw) }),
    'POST /api/years/:year/remedy-imports/:import/commit': ({ context, actor, change, params }) =>
      commitRemedies(context, actor, change, { year: params.year, id: params.import }),
  })
}

function bytesOf({ body }: FastifyRequest): Uint8Array {
  return body instanceof Uint8Array ? new Uint8Array(body) : new Uint8Array()
}
