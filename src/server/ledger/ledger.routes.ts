import type { FastifyInstance } from 'fastify'
import { ledgerRoutes } from '../../contract/http/ledgerRoutes.ts'
import { refuse } from '../../domain/kernel/refusal.ts'
import { serveRoutes } from '../platform/http/serveRoutes.ts'

/** 台账的接口. */
export function serveLedger(app: FastifyInstance): void {
  const notYet = () => refuse('notFound', { what: '台账' })
  serveRoutes(app, ledgerRoutes, {
    'GET /api/years/:year/ledger/terms': notYet,
    'GET /api/years/:year/ledger/board': notYet,
    'GET /api/years/:year/ledger/board.xlsx': notYet,
    'GET /api/years/:year/ledger/periods': notYet,
    'POST /api/years/:year/ledger/grace': notYet,
    'POST /api/years/:year/ledger/periods/:period': notYet,
    'GET /api/years/:year/units/:unit/counters': notYet,
    'GET /api/years/:year/units/:unit/entries': notYet,
    'GET /api/years/:year/units/:unit/entries/:entry': notYet,
    'POST /api/years/:year/units/:unit/entries': notYet,
    'POST /api/years/:year/units/:unit/entries/:entry/correct': notYet,
    'POST /api/years/:year/units/:unit/entries/:entry/withdraw': notYet,
    'POST /api/years/:year/units/:unit/entries/:entry/files': notYet,
    'GET /api/years/:year/units/:unit/ledger.xlsx': notYet,
    'GET /api/years/:year/units/:unit/ledger-template.xlsx': notYet,
    'POST /api/years/:year/units/:unit/entry-imports': notYet,
    'POST /api/years/:year/units/:unit/entry-imports/:import/commit': notYet,
    'GET /api/years/:year/remedies': notYet,
    'GET /api/years/:year/units/:unit/remedies': notYet,
    'POST /api/years/:year/units/:unit/remedies': notYet,
    'POST /api/years/:year/units/:unit/remedies/:remedy': notYet,
    'POST /api/years/:year/units/:unit/remedies/:remedy/withdraw': notYet,
    'POST /api/years/:year/remedies/from-last-year': notYet,
    'GET /api/years/:year/remedies-template.xlsx': notYet,
    'POST /api/years/:year/remedy-imports': notYet,
    'POST /api/years/:year/remedy-imports/:import/commit': notYet,
  })
}
