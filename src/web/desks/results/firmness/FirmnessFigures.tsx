import { useMemo } from 'react'
import { Link } from '@tanstack/react-router'
import { bandSays, drawPlaces, printTimes } from '../../../../contract/results/firmnessWords.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { PictureView } from '../../../kit/PictureView.tsx'
import { Points } from '../../../kit/Points.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { unitColumn } from '../unitColumn.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Figures } from './firmnessTypes.ts'
import { Dependents } from './Dependents.tsx'
import { Trials } from './Trials.tsx'

type UnitRow = Figures['units'][number]
type PairRow = Figures['pairs'][number]

/** Shows the figures, each part with what it says and what it does not say. */
export function FirmnessFigures({ of, year }: { readonly of: Figures; readonly year: number }) {
  const columns = useMemo(() => unitColumns(year), [year])
  if (of.units.length === 0)
    return (
      <EmptyState title="没有可以计算的单位" what="还没有一个单位有名次。各分项有了得分以后，重新计算。" />
    )
  const unsure = of.units.filter(({ isBandUnsure }) => isBandUnsure)
  return (
    <>
      <section className="firmness-words" aria-labelledby="firmness-words">
        <h2 id="firmness-words">这些数字怎么看</h2>
        <ul>
          <li>
            接受民意调查的人是抽出来的，换一批人，答案会有出入；参加测评的人虽不是抽样，少几个人、多几个人，平均分也会变。这里把每个单位的答卷和测评票放回去重新抽取
            {of.repeats}
            次（共{of.redrawn}个单位有答卷或测评票），每次都按方案重新计分、排名。
          </li>
          <li>
            “名次区间3至7”是说：{of.repeats}
            次里有九成，这个单位的名次在第3到第7之间。区间宽，说明名次靠前靠后有偶然；区间窄，说明换一批人结果也差不多。
          </li>
          <li>
            测评票反映的是敏感程度，不是抽样误差。投票人在几个单位之间的宽严，只有整张票的数据才考虑得到；按票种公布的汇总不保留整张票，这时区间会偏宽一些。答案完全一致的单位，看不出变动。核查、日常管理的评分有没有偏差，这里一概看不出来。
          </li>
          <li>名次以方案计算的结果为准。这里的数字只供研究，不改变任何单位的名次、等次和结果运用。</li>
        </ul>
      </section>

      <h2>名次段不稳的单位</h2>
      {unsure.length === 0 ? (
        <p>没有。每个单位现在所在的名次段，重抽时九成以上的次数都没有变。</p>
      ) : (
        <ul className="firmness-unsure">
          {unsure.map(({ unit, name, place, best, worst, bands }) => (
            <li key={unit}>
              <Link to={`/${year}/units/${encodeURIComponent(unit)}`}>{name}</Link>
              ：现为第{place}名，名次区间{best}至{worst}，{bands.map(bandSays).join('，')}
            </li>
          ))}
        </ul>
      )}

      <h2>全部单位的名次区间</h2>
      <p className="soft">
        横向、纵向都是名次：点是现在的，线是九成次数所在的范围，红色是名次段不稳的，指着点可以看到单位。两个单位的线重叠得多，先后就难分；不重叠，先后就比较稳。
      </p>
      <PictureView draw={width => drawPlaces(of.units, width)} />
      <DataTable
        id="firmness"
        label="名次区间"
        rows={of.units}
        columns={columns}
        rowKey={row => row.unit}
        search="单位名称或拼音首字母"
        unit="个单位"
      />

      <h2>先后难分的相邻单位</h2>
      <p className="soft">
        排在后面的单位，重抽时有多少次排到了前面（并列各算一半）。50%就是先后全凭偶然；不到10%的不列。
      </p>
      <DataTable
        id="firmnessPairs"
        label="先后难分的相邻单位"
        rows={of.pairs}
        columns={PAIRS}
        rowKey={pairKey}
        search="单位名称或拼音首字母"
        unit="对"
      />
      <Dependents of={of.dependents} year={year} />
      <Trials of={of} />
    </>
  )
}

function unitColumns(year: number): readonly Column<UnitRow>[] {
  return [
    unitColumn(year, 220),
    { id: 'place', title: '名次', width: 72, kind: 'number', value: row => row.place },
    {
      id: 'range',
      title: '名次区间',
      width: 110,
      kind: 'number',
      value: row => row.worst - row.best,
      show: row => (row.best === row.worst ? row.best : `${row.best}–${row.worst}`),
    },
    {
      id: 'composite',
      title: '综合得分（分）',
      width: 120,
      kind: 'points',
      onCard: 'figure',
      value: row => row.composite,
      show: row => <Points value={row.composite} of={`${row.name}的综合得分`} />,
    },
    { id: 'low', title: '得分下限（分）', width: 120, kind: 'points', value: row => row.low },
    { id: 'high', title: '得分上限（分）', width: 120, kind: 'points', value: row => row.high },
    {
      id: 'bands',
      title: '落入名次段的比例',
      width: 260,
      onCard: 'wide',
      value: row => row.bands.map(({ name, share }) => `${name}${printTimes(share)}`).join('，') || undefined,
    },
  ]
}

const PAIRS: readonly Column<PairRow>[] = [
  { id: 'upper', title: '排在前面', width: 260, onCard: 'title', search: true, value: row => row.upper },
  { id: 'lower', title: '排在后面', width: 260, search: true, value: row => row.lower },
  {
    id: 'reversed',
    title: '次序颠倒的比例',
    width: 130,
    kind: 'number',
    value: row => row.reversed,
    show: row => printTimes(row.reversed),
  },
]

function pairKey({ upper, lower }: PairRow): string {
  return `${upper} ${lower}`
}
