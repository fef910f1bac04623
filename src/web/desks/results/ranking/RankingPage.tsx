import { useMemo } from 'react'
import type { Refused } from '../../../client/Refused.ts'
import { useYear } from '../../../client/useYear.ts'
import { Link } from '@tanstack/react-router'
import { useDesk } from '../../../client/useDesk.ts'
import { ExplanationPanel } from '../../../kit/explain/ExplanationPanel.tsx'
import { useAsked } from '../../../kit/explain/useAsked.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { type PagedList, usePagedList } from '../../../kit/table/usePagedList.ts'
import { useBeforeRelease } from '../../year/useBeforeRelease.ts'
import { AsOfBand, AsOfField } from '../asOf/AsOfBand.tsx'
import { useAsOf } from '../asOf/useAsOf.ts'
import { ExportResults } from '../ExportResults.tsx'
import { ResultState } from '../ResultState.tsx'
import type { Ranking, RankingRow } from '../resultTypes.ts'
import { useTryWithout } from '../whatIf/useTryWithout.ts'
import { bandLine } from './bandLine.ts'
import { Matters } from './Matters.tsx'
import { RankingCharts } from './RankingCharts.tsx'
import { NotYetReleased } from '../unit/NotYetReleased.tsx'
import { rankingColumns } from './rankingColumns.tsx'
import '../firmness/firmness.css'
import './ranking.css'

/** Shows the ranking: all appraised units by place, each figure linked to its explanation. (五（三）) */
export function RankingPage() {
  const { year } = useYear()
  const isBefore = useBeforeRelease()
  const { asOf } = useAsOf()
  const read = usePagedList(
    'GET /api/years/:year/ranking',
    { params: { year: year! }, query: { asOf } },
    { id: 'ranking', columns: HIDDEN_AT_FIRST, rowsOf, when: year !== undefined && isBefore === false },
  )
  const tryWithout = useTryWithout(year)
  const refused = read.first.error as Refused | null
  if (isBefore === true || refused?.code === 'notReleased')
    return <RankingLater year={year!} said={refused?.message} />
  return (
    <div className="ranking">
      <AsOfBand year={year} />
      <AnsweredPage title="排名" of={read.first}>
        {ranking => <RankingOf ranking={ranking} list={read.list} />}
      </AnsweredPage>
      {year !== undefined && (
        <ExplanationPanel year={year} tryWithout={asOf === undefined ? tryWithout : undefined} />
      )}
    </div>
  )
}

/** Tells a lead unit that the places of its members appear here once the results are released. */
function RankingLater({ year, said }: { readonly year: number; readonly said: string | undefined }) {
  return (
    <>
      <AsOfBand year={year} />
      <PageHead title="排名" />
      <NotYetReleased year={year} said={said} />
    </>
  )
}

const rowsOf = (of: Ranking): readonly RankingRow[] => of.rows

/** Columns that are hidden until chosen, known before the first answer. */
const HIDDEN_AT_FIRST = ['ranking', 'leadUnit', 'cohort'].map(id => ({ id, hidden: true }))

interface RankingOfProps {
  readonly ranking: Ranking
  readonly list: PagedList<RankingRow>
}

function RankingOf({ ranking, list }: RankingOfProps) {
  const { ask } = useAsked()
  const firmness = useDesk()('$year/firmness')
  const columns = useMemo(() => rankingColumns(ranking, ask), [ranking, ask])
  const divider = useMemo(() => {
    const names = new Map(ranking.rankings.map(({ id, name }) => [id, name]))
    return (below: RankingRow, above: RankingRow) => bandLine(ranking.bands, names, below, above)
  }, [ranking])
  return (
    <>
      <PageHead
        title="排名"
        state={<ResultState of={ranking} />}
        actions={
          <>
            <AsOfField />
            <ExportResults year={ranking.year} asOf={ranking.asOf} />
          </>
        }
      />
      <Matters ranking={ranking} onAsk={ask} />
      {list.all > 0 && <RankingCharts ranking={ranking} />}
      {firmness !== undefined && ranking.asOf === undefined && (
        <p className="range-note soft">
          {ranking.ranges
            ? '名次区间：把调查答卷和测评票重新抽取多次，九成的次数里名次在这个范围；只供参考，不改变名次。'
            : '还没有按现在的结果测算名次是否稳固。'}
          <Link to={firmness}>名次稳固程度</Link>
        </p>
      )}
      <DataTable
        id="ranking"
        label="排名表"
        noExport
        rows={list.rows}
        paged={list}
        columns={columns}
        rowKey={row => row.unit}
        divider={divider}
        search="单位、姓名或拼音首字母"
        unit="个单位"
        empty={
          <EmptyState
            title="还没有排名"
            what="名册中有参加考核的单位、口径都有答案之后，这里按已有的事实试排。"
            next={
              <LinkButton to={`/${ranking.year}/year`} type="primary">
                查看还缺什么
              </LinkButton>
            }
          />
        }
      />
    </>
  )
}
