import { printFigure } from '../../../kit/explain/printFigure.ts'
import { PointsLine } from '../../../kit/PointsLine.tsx'
import type { UnitResult } from '../resultTypes.ts'

/** Shows past years: a line chart of the scores, then place, grade, person and consequences of each year. */
export function PastYears({ history }: { readonly history: UnitResult['history'] }) {
  const years = history.toSorted((one, other) => one.cycle - other.cycle)
  const scored = years.filter(one => one.composite !== undefined)
  return (
    <>
      {scored.length > 1 && (
        <PointsLine
          marks={scored.map(({ cycle, composite }) => ({
            label: `${cycle}年`,
            value: composite!,
            shown: printFigure(composite!),
          }))}
          description={`历年综合得分：${scored.map(({ cycle, composite }) => `${cycle}年${printFigure(composite!)}分`).join('，')}。`}
        />
      )}
      <div className="unit-scroll" role="region" aria-label="历年结果" tabIndex={0}>
        <table className="unit-table" aria-label="历年结果">
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col" className="to-right">
                综合得分
              </th>
              <th scope="col" className="to-right">
                名次
              </th>
              <th scope="col">等次</th>
              <th scope="col">考核对象</th>
              <th scope="col">结果运用</th>
            </tr>
          </thead>
          <tbody>
            {years.toReversed().map(one => (
              <tr key={one.cycle}>
                <th scope="row">
                  {one.cycle}年{one.thisYear && '（本年度）'}
                </th>
                <td className="to-right">{one.composite === undefined ? '—' : printFigure(one.composite)}</td>
                <td className="to-right">{placeOf(one)}</td>
                <td className="unbroken">{one.gradeName ?? '—'}</td>
                <td>
                  {one.personName ?? '—'}
                  {one.samePerson === false && <small className="unit-again">不是同一人</small>}
                </td>
                <td>{one.consequences.map(consequence => consequence.name).join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function placeOf({ place, of, fromBottom }: UnitResult['history'][number]): string {
  if (place === undefined) return fromBottom === undefined ? '—' : `倒数${fromBottom}`
  return of === undefined ? String(place) : `${place}/${of}`
}
