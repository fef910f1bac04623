import type { Matter, MatterContext } from '../../../year/due/matter.ts'
import { firmnessOf } from './firmness.store.ts'

/** Lists, before sealing, the units whose band by place is not sure; or that nobody has looked. */
export async function listFirmnessMatters({ context, scored, forSeal }: MatterContext): Promise<Matter[]> {
  if (!forSeal || scored.outcome === undefined) return []
  const matter = { id: 'firmness', name: '名次稳固程度', page: '$year/firmness', seal: 'warning' } as const
  const figures = await firmnessOf(context.db, scored)
  if (figures === undefined)
    return [{ ...matter, text: '还没有按现在的结果计算名次稳固程度；不影响封存，建议先看一看' }]
  const unsure = figures.units.filter(({ isBandUnsure }) => isBandUnsure)
  if (unsure.length === 0) return []
  const text = `有${unsure.length}个单位换一批人答卷或投票就可能换名次段；只供研究，不影响封存`
  return [{ ...matter, text, late: { text, units: unsure.map(unit => `${unit.name}：${unitSays(unit)}`) } }]
}

function unitSays({
  place,
  best,
  worst,
  bands,
}: {
  place: number
  best: number
  worst: number
  bands: readonly { name: string; share: number }[]
}): string {
  const shares = bands.map(({ name, share }) => `“${name}”${Math.round(share * 100)}%`)
  return `现为第${place}名，名次区间${best}至${worst}${shares.length > 0 ? `，落入${shares.join('、')}` : ''}`
}
