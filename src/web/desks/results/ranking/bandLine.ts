import type { Ranking, RankingRow } from '../resultTypes.ts'

type Band = Ranking['bands'][number]

/**
 * Returns the text between two rows of the ranking where a band of consequences begins below or ends
 * above, another ranking begins, or the units without a place begin; nothing elsewhere.
 */
export function bandLine(
  bands: readonly Band[],
  names: ReadonlyMap<string, string>,
  below: RankingRow,
  above: RankingRow,
): string | undefined {
  const [upper, lower] = [above.standing, below.standing]
  if (upper === undefined) return undefined
  if (lower === undefined) return '以下没有名次'
  if (upper.ranking !== lower.ranking) return `以下为“${names.get(lower.ranking) ?? lower.ranking}”`
  if (lower.bandsApply === 'no') return undefined
  const [over, under] = [bandsAt(bands, above), bandsAt(bands, below)]
  const begin = under.filter(band => band.by === 'fromBottom' && !over.includes(band))
  const end = over.filter(band => band.by === 'fromTop' && !under.includes(band))
  const told = [...tell('以上', end), ...tell('以下', begin)]
  if (told.length === 0) return undefined
  return lower.bandsApply === 'undecided' ? `${told.join('；')}（是否适用待考核组织者决定）` : told.join('；')
}

/** Returns the bands that contain a place. */
function bandsAt(bands: readonly Band[], { standing }: RankingRow): readonly Band[] {
  if (standing === undefined) return []
  return bands.filter(({ by, from, to }) => from <= standing[BY[by]] && standing[BY[by]] <= to)
}

const BY = { fromBottom: 'fromBottom', fromTop: 'place' } as const

function tell(where: string, bands: readonly Band[]): readonly string[] {
  if (bands.length === 0) return []
  // What takes several years rests on this year's place as well, but it is not a matter of the place alone.
  const plain = bands.filter(band => (band.years ?? 1) < 2)
  const named = (plain.length > 0 ? plain : bands).map(band => band.name)
  const citations = [...new Set(bands.map(band => band.citation))]
  return [
    `${where}：${named.join('、')}${plain.length > 0 && plain.length < bands.length ? '，连续年度的另计' : ''}（${citations.join('、')}）`,
  ]
}
