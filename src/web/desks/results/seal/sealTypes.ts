import type { CallAnswer } from '../../../client/call.ts'

/** The seals of a year. */
export type Seals = CallAnswer<'GET /api/years/:year/seals'>

/** One seal. */
export type Seal = Seals['seals'][number]

/** The checks before sealing. */
export type SealChecks = CallAnswer<'GET /api/years/:year/seal-checks'>

/** Returns the latest seal, whatever its outcome. */
export function latestSeal({ seals }: Seals): Seal | undefined {
  return seals.reduce<Seal | undefined>(
    (latest, seal) => (latest === undefined || seal.number > latest.number ? seal : latest),
    undefined,
  )
}
