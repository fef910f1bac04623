import { Link } from '@tanstack/react-router'
import { Clause } from '../../../kit/explain/Clause.tsx'
import { Ask } from '../../../kit/explain/Ask.tsx'
import { printFigure } from '../../../kit/explain/printFigure.ts'
import type { UnitResult } from '../resultTypes.ts'

interface Props {
  readonly result: UnitResult
  readonly onAsk: (at: string) => void
  readonly mayReadFile: boolean
}

/** Shows what this year brings the unit, by which clause and through which years; also conversions and the annual grade. (五（三）（四）) */
export function UnitConsequences({ result, onAsk, mayReadFile }: Props) {
  const { row, conversions, annualGrade, year, unitName, asOf } = result
  if (row === undefined) return null
  return (
    <>
      {row.consequences.length === 0 ? (
        <p className="unit-soft">本年度没有涉及该单位的结果运用。</p>
      ) : (
        <ul className="unit-list">
          {row.consequences.map(one => (
            <li key={one.rule}>
              <Ask of={`${unitName}：${one.name}`} onAsk={() => onAsk('consequence')}>
                {one.name}
              </Ask>{' '}
              <Clause of={one.citation} year={year} />
              <span className="unit-soft">
                {[
                  one.measure,
                  one.deduction === undefined ? undefined : `绩效考核扣${printFigure(one.deduction)}分`,
                  one.years.length > 1 ? `依据${one.years.map(cycle => `${cycle}年`).join('、')}` : undefined,
                  one.nextYear === true ? '下一年度执行' : undefined,
                ]
                  .filter(text => text !== undefined)
                  .join('，')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ul className="unit-list">
        {conversions.map(one => (
          <li key={one.target}>
            折算计入“{one.name}”{printFigure(one.points)}分 <Clause of={one.citation} year={year} />
          </li>
        ))}
        {annualGrade !== undefined && (
          <li>
            年度考核等次建议“{annualGrade.name}”：{annualGrade.allowed ? '符合条件' : '不符合条件'}{' '}
            <Clause of={annualGrade.citation} year={year} />
          </li>
        )}
      </ul>
      {mayReadFile && row.consequences.length > 0 && (
        <Link to={`/${year}/consequences`} search={{ asOf } as never}>
          送达和回复，见结果运用
        </Link>
      )}
    </>
  )
}
