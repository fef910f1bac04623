import type { z } from 'zod'
import type { resultContext } from '../../../contract/results/rankingSchema.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { isLatestReleased } from '../../year/lifecycle.store.ts'
import { resultStateOf } from '../../year/resultStateOf.ts'
import { versionPart } from '../../year/versionPart.ts'
import { sealRoot } from '../../year/seal/sealRoot.ts'
import type { ShownYear } from './yearFor.ts'

/** Presents the context of a result as the contract defines it. `yearWithoutScheme` if there is no scheme to score by. */
export async function presentContext(
  { db }: AppContext,
  { scored, stored, afterRelease, asOf }: ShownYear,
): Promise<z.output<typeof resultContext> | Refusal> {
  const { year, scheme, version } = scored
  if (scheme === undefined || version === undefined) return refuse('yearWithoutScheme', { year })
  const seal = afterRelease ? stored.seals.find(one => one.number === scored.seal) : stored.seals.at(-1)
  return {
    year,
    revision: scored.revision,
    scheme: versionPart(version),
    base: scheme.base,
    state: afterRelease ? 'approved' : resultStateOf(stored.seals.at(-1), stored.correction),
    basis: scored.basis,
    asOf,
    ...(seal === undefined
      ? {}
      : {
          seal: {
            number: seal.number,
            at: toInstant(seal.at),
            by: seal.by,
            results: seal.hashes.results,
            root: (await sealRoot(db, seal)).hash,
          },
        }),
    released: afterRelease || isLatestReleased(stored),
    components: scheme.components.map(({ id, name, citation, base, weight }) => ({
      id,
      name,
      citation,
      base,
      weight,
    })),
    grades: bandsOf(scheme),
  }
}

function bandsOf(scheme: Scheme) {
  const answer = scheme.rulings.find(ruling => ruling.topic === 'overallGrades')?.answer
  if (answer === undefined || typeof answer !== 'object' || !('grades' in answer)) return []
  return answer.grades.map(({ id, name, from, to, fromOpen = false, toClosed = false }) => ({
    id,
    name,
    from,
    to,
    fromOpen,
    toClosed,
  }))
}
