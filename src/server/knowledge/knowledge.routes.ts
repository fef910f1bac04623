import type { FastifyInstance } from 'fastify'
import { knowledgeRoutes } from '../../contract/http/knowledgeRoutes.ts'
import { serveRoutes } from '../platform/http/serveRoutes.ts'

/** 基本知识测试的接口. */
export function serveKnowledge(app: FastifyInstance): void {
  serveRoutes(app, knowledgeRoutes, {})
}
