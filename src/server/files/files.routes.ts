import type { FastifyInstance } from 'fastify'
import { filesRoutes } from '../../contract/http/filesRoutes.ts'
import { serveRoutes } from '../platform/http/serveRoutes.ts'

/** 附件的接口. */
export function serveFiles(app: FastifyInstance): void {
  serveRoutes(app, filesRoutes, {})
}
