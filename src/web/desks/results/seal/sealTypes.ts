import type { CallAnswer } from '../../../client/call.ts'

/** 一个年度的封存情况. */
export type Seals = CallAnswer<'GET /api/years/:year/seals'>

/** 一次封存. */
export type Seal = Seals['seals'][number]

/** 封存前检查. */
export type SealChecks = CallAnswer<'GET /api/years/:year/seal-checks'>

/** 最近一次封存, whatever became of it. */
export function latestSeal({ seals }: Seals): Seal | undefined {
  return seals.reduce<Seal | undefined>(
    (latest, seal) => (latest === undefined || seal.number > latest.number ? seal : latest),
    undefined,
  )
}
