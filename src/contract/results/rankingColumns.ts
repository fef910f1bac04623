import type { ListColumn } from '../lists/listColumn.ts'

type Named = readonly { readonly id: string; readonly name: string }[]

interface Row {
  readonly name: string
  readonly tier: string
  readonly cohort?: string | undefined
  readonly leadUnit?: string | undefined
  readonly personName?: string | undefined
  readonly components: readonly { readonly points?: number | undefined }[]
  readonly composite?: number | undefined
  readonly grade?: { readonly name: string } | undefined
  readonly standing?: { readonly place: number; readonly ranking: string } | undefined
  readonly lastPlace?: number | undefined
  readonly range?: { readonly best: number; readonly worst: number } | undefined
  readonly consequences: readonly { readonly name: string }[]
}

/** What the columns of a ranking depend on. */
interface RankingHead {
  readonly tiers: Named
  readonly cohorts: Named
  readonly leadUnits: Named
  readonly rankings: Named
  readonly components: Named
  /** Whether the rows have ranges of places. */
  readonly ranges: boolean
}

/** Columns of the ranking. */
export function rankingColumns({
  tiers,
  cohorts,
  leadUnits,
  rankings,
  components,
  ranges,
}: RankingHead): readonly ListColumn<Row>[] {
  return [
    { id: 'place', title: '名次', value: row => row.standing?.place },
    ...(ranges
      ? [
          {
            id: 'range',
            title: '名次区间',
            value: (row: Row) => row.range && row.range.worst - row.range.best,
          },
        ]
      : []),
    { id: 'name', title: '单位', value: row => row.name, search: true },
    { id: 'person', title: '考核对象', value: row => row.personName, search: true },
    {
      id: 'ranking',
      title: '排名榜',
      value: row => nameIn(rankings, row.standing?.ranking),
      filter: rankings.length > 1,
    },
    { id: 'tier', title: '层级', value: row => nameIn(tiers, row.tier), filter: true },
    { id: 'leadUnit', title: '牵头单位', value: row => nameIn(leadUnits, row.leadUnit), filter: true },
    { id: 'cohort', title: '类别', value: row => nameIn(cohorts, row.cohort), filter: true },
    ...components.map(({ id, name }, at): ListColumn<Row> => ({
      id: `component-${id}`,
      title: name,
      value: row => row.components[at]?.points,
    })),
    { id: 'composite', title: '综合得分', value: row => row.composite },
    { id: 'change', title: '比上年', value: changeOf },
    { id: 'grade', title: '等次', value: row => row.grade?.name, filter: true },
    {
      id: 'consequences',
      title: '结果运用',
      value: row =>
        row.consequences.length === 0 ? undefined : row.consequences.map(one => one.name).join('、'),
      filter: true,
    },
  ]
}

/** Places gained since last year; negative places are lost ones. */
export function changeOf({ standing, lastPlace }: Pick<Row, 'standing' | 'lastPlace'>): number | undefined {
  return standing === undefined || lastPlace === undefined ? undefined : lastPlace - standing.place
}

function nameIn(list: Named, id: string | undefined): string | undefined {
  return id === undefined ? undefined : (list.find(one => one.id === id)?.name ?? id)
}
