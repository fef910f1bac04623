import type { FastifyInstance } from 'fastify'
import { serveInstallation } from './installation/installation.routes.ts'
import { serveHealth } from './platform/health/serveHealth.ts'
import { openHttp } from './platform/http/openHttp.ts'
import type { FindActor, House } from './platform/house.ts'

/** 接线: every room's routes on one server. */
export async function openApp(house: House, findActor: FindActor): Promise<FastifyInstance> {
  const app = await openHttp(house, findActor)
  serveHealth(app)
  serveInstallation(app)
  return app
}
