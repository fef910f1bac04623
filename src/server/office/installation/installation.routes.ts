import type { FastifyInstance } from 'fastify'
import { firstSteps, installationRoutes } from '../../../contract/installation/installationRoutes.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import { serveRoutes, type Answered } from '../../platform/http/serveRoutes.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { countSteps, readSetting } from './installation.store.ts'
import { nameInstitution } from './nameInstitution.ts'

/** Registers the installation routes. */
export function serveInstallation(app: FastifyInstance): void {
  serveRoutes(app, installationRoutes, {
    'GET /api/installation': ({ context }) => presentInstallation(context),
    'PUT /api/installation/institution': async ({ context, body, change }) => {
      const named = await change(tx => nameInstitution(tx, body))
      return isRefusal(named) ? named : presentInstallation(context)
    },
  })
}

async function presentInstallation(context: AppContext): Promise<Answered<'GET /api/installation'>> {
  const [stored, address, counts] = [
    await readSetting(context.db, 'institution'),
    await readSetting(context.db, 'address'),
    await countSteps(context.db),
  ]
  return {
    institution: String(stored?.value ?? ''),
    address: String(address?.value ?? ''),
    revision: stored?.revision ?? 0,
    demo: context.demo,
    today: context.today(),
    steps: firstSteps.map(step => {
      const count = step === 'institution' ? Number(stored !== undefined) : counts[step]
      return { step, done: count > 0, count }
    }),
  }
}
