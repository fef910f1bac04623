import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../../domain/kernel/refusal.ts'
import { sendRefusal } from './sendRefusal.ts'

/** Serves the built pages; browsers keep hashed files permanently, every other address of the site gets one of the pages. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.url.split('?')[0]!
    const isPage = !path.startsWith('/api/') && !path.startsWith('/assets/')
    return isPage
      ? reply.sendFile(pageOf(path))
      : sendRefusal(reply, refuse('noSuchPage', { path: path.slice(0, 100) }))
  })
}

/** Returns the page of a path: the inspectors' phone page, the knowledge test, the voters' page and the hall are separate pages, light enough for phones. */
function pageOf(path: string): string {
  return /^\/(inspect|sit|vote|hall)(\/|$)/.exec(path)?.[1]?.concat('.html') ?? 'index.html'
}
