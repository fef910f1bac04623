import type { FastifyInstance } from 'fastify'
import { ledgerRoutes } from '../../contract/http/ledgerRoutes.ts'
import { serveRoutes } from '../platform/http/serveRoutes.ts'

/** 台账的接口. */
export function serveLedger(app: FastifyInstance): void {
  serveRoutes(app, ledgerRoutes, {})
}
