import type { FastifyInstance } from 'fastify'
import { caseFileRoutes } from '../../../contract/caseFile/caseFileRoutes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import type { ListCaseParts } from '../../year/casePart.ts'
import { makeCaseFile } from './makeCaseFile.ts'

/** Registers the route for case files; `rooms` add what they keep of the year. */
export function serveCaseFile(app: FastifyInstance, rooms: readonly ListCaseParts[]): void {
  serveRoutes(app, caseFileRoutes, {
    'POST /api/years/:year/seals/:number/case-file': request => makeCaseFile(request, rooms),
  })
}
