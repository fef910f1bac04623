import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { SchemeVersionHead } from '../../../contract/scheme/schemeParts.ts'
import { schemeRoutes } from '../../../contract/scheme/schemeRoutes.ts'
import { compareSchemes } from '../../../contract/scheme/compareSchemes.ts'
import { schemeSchema } from '../../../contract/scheme/schemeSchema.ts'
import { writeScheme, writeSchemeArchive } from '../../../files/writeScheme.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { judgeAccess } from '../../platform/access/judgeAccess.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'
import { serveRoutes } from '../../platform/http/serveRoutes.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { draftFrom } from './draftFrom.ts'
import { makeDraft } from './makeDraft.ts'
import { promulgateScheme } from './promulgateScheme.ts'
import { saveDraft } from './saveDraft.ts'
import { findVersion, listVersions, type StoredScheme, toScheme } from './scheme.store.ts'
import { findSample, listSamples } from './schemeSamples.ts'
import { schemeWork } from './schemeWork.ts'
import { confirmRulings, settleRuling } from './settleRuling.ts'
import { describeSchemeFaults, judgeScheme } from './describeSchemeFaults.ts'
import { readSentScheme } from './readSentScheme.ts'
import { withdrawDraft } from './withdrawDraft.ts'

/** Registers the scheme routes. */
export function serveScheme(app: FastifyInstance): void {
  serveRoutes(app, schemeRoutes, {
    'GET /api/schemes': async ({ context, actor }) => ({
      versions: [...(await listVersions(context.db, { drafts: mayReadDrafts(actor) }))],
    }),
    'GET /api/schemes/samples': () => ({
      samples: listSamples().map(({ sample, scheme }) => ({
        sample,
        title: scheme.title,
        cycle: scheme.cycle,
        rows: scheme.rubrics.reduce((sum, rubric) => sum + rubric.rows.length, 0),
      })),
    }),
    'GET /api/schemes/samples/:sample': ({ params }) => {
      const scheme = findSample(params.sample)
      return isRefusal(scheme) ? scheme : { document: sent(scheme) }
    },
    'GET /api/schemes/:version': async ({ context, actor, params }) => {
      const stored = await seen(context, actor, params.version)
      return isRefusal(stored)
        ? stored
        : {
            head: stored.head,
            document: sent(toScheme(stored.document)),
            faults: describeSchemeFaults(stored.document),
          }
    },
    'GET /api/schemes/:version/file': async ({ context, actor, params, query }) => {
      const stored = await seen(context, actor, params.version)
      return isRefusal(stored) ? stored : fileOf(stored, query.as)
    },
    'GET /api/schemes/:version/difference/:other': async ({ context, actor, params }) => {
      const [from, to] = [
        await seen(context, actor, params.version),
        await seen(context, actor, params.other),
      ]
      if (isRefusal(from)) return from
      if (isRefusal(to)) return to
      const differences = compareSchemes(from.document, to.document).map(one => ({
        ...one,
        path: [...one.path],
      }))
      return { from: from.head, to: to.head, differences }
    },

    'POST /api/schemes/check': ({ body }) => judgeScheme(body.document),
    'POST /api/schemes/reading': ({ raw, query }) => readSentScheme(query.file, uploadedBytes(raw)),

    'POST /api/schemes': async ({ context, actor, body, change }) => {
      const { document: scheme, file } = body
      const made = await change(tx => makeDraft(tx, schemeWork(context, actor), { scheme, file }))
      return isRefusal(made) ? made : headOf(context, made.version)
    },
    'POST /api/schemes/:version/drafts': async ({ context, actor, params, body, change }) => {
      const made = await change(tx => draftFrom(tx, schemeWork(context, actor), { ...params, ...body }))
      return isRefusal(made) ? made : headOf(context, made.version)
    },
    'PUT /api/schemes/:version': async ({ context, actor, params, body, change }) => {
      const edit = { ...params, revision: body.revision, scheme: body.document }
      return saved(context, await change(tx => saveDraft(tx, schemeWork(context, actor), edit)))
    },
    'DELETE /api/schemes/:version': ({ params, body, change }) =>
      change(tx => withdrawDraft(tx, { ...params, ...body })),
    'PUT /api/schemes/:version/rulings/:ruling': async ({ context, actor, params, body, change }) =>
      saved(
        context,
        await change(tx => settleRuling(tx, schemeWork(context, actor), { ...params, ...body })),
      ),
    'POST /api/schemes/:version/rulings': async ({ context, actor, params, body, change }) =>
      saved(
        context,
        await change(tx => confirmRulings(tx, schemeWork(context, actor), { ...params, ...body })),
      ),
    'POST /api/schemes/:version/promulgation': async ({ context, actor, params, body, change }) => {
      const done = await change(tx =>
        promulgateScheme(tx, schemeWork(context, actor), { ...params, ...body }),
      )
      return isRefusal(done) ? done : headOf(context, done)
    },
  })
}

/** Converts the scheme for the answer, whose schema has no read-only lists. */
function sent(scheme: Scheme): z.output<typeof schemeSchema> {
  return scheme as z.output<typeof schemeSchema>
}

function mayReadDrafts(actor: Actor): boolean {
  return !isRefusal(judgeAccess(actor, 'readSchemeDraft'))
}

/** Finds a version; a draft only for those who may read drafts. */
async function seen(context: AppContext, actor: Actor, id: string): Promise<StoredScheme | Refusal> {
  const stored = await findVersion(context.db, id)
  if (stored === undefined) return refuse('notFound', { what: '这个方案版本' })
  if (stored.head.state === 'promulgated') return stored
  const judged = judgeAccess(actor, 'readSchemeDraft')
  return isRefusal(judged) ? judged : stored
}

async function headOf(context: AppContext, id: string): Promise<SchemeVersionHead | Refusal> {
  return (await findVersion(context.db, id))?.head ?? refuse('notFound', { what: '这个方案版本' })
}

async function saved(context: AppContext, done: string | Refusal) {
  if (isRefusal(done)) return done
  const stored = await findVersion(context.db, done)
  if (stored === undefined) return refuse('notFound', { what: '这个方案版本' })
  return { head: stored.head, faults: describeSchemeFaults(stored.document) }
}

function fileOf({ head, document }: StoredScheme, as: 'yaml' | 'zip') {
  const scheme = toScheme(document)
  const name = `${head.title}（第${head.number}版${head.state === 'draft' ? '草案' : ''}）.${as}`
  return as === 'yaml'
    ? { name, type: 'application/yaml; charset=utf-8', content: writeScheme(scheme) }
    : { name, type: 'application/zip', content: writeSchemeArchive(scheme) }
}
