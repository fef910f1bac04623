import { NOTHING } from '../../../../contract/lists/listColumn.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { Fact } from '../../../kit/Fact.tsx'
import { printDecimal } from '../../../kit/Points.tsx'
import type { Ranking } from '../resultTypes.ts'
import { CheckList } from './CheckList.tsx'
import type { Seal, Seals } from './sealTypes.ts'

/** Sums up a sealed result for those who approve it: units, scores, grades and consequences, what changed since the seal before, and what the checks said. */
export function SealSummary({
  seals: { year, checks },
  seal,
}: {
  readonly seals: Seals
  readonly seal: Seal
}) {
  const ranking = useAnswer('GET /api/years/:year/ranking', { params: { year }, query: { page: '0' } })
  return (
    <section aria-label="封存结果摘要">
      <Answered of={ranking}>
        {of => (
          <dl className="seal-summary">
            {linesOf(of).map(([name, text]) => (
              <Fact key={name} name={name}>
                {text}
              </Fact>
            ))}
            {seal.number > 1 && (
              <Fact name={<>与第{seal.number - 1}次封存相比</>}>
                <Changes year={year} number={seal.number} />
              </Fact>
            )}
          </dl>
        )}
      </Answered>
      <h3>封存前检查的结果</h3>
      <CheckList checks={checks} />
    </section>
  )
}

function linesOf({ figures = [], grades, paging }: Ranking): readonly (readonly [string, string])[] {
  const scores = figures.flatMap(([composite]) => composite ?? [])
  const none = figures.length - scores.length
  const counts = (column: string) => new Map(paging?.choices[column]?.map(one => [one.text, one.count]))
  const given = counts('grade')
  const applied = new Map<string, number>()
  for (const [text, count] of counts('consequences'))
    if (text !== NOTHING)
      for (const name of text.split('、')) applied.set(name, (applied.get(name) ?? 0) + count)
  return [
    ['考核对象', `${figures.length}个${none > 0 ? `，其中${none}个没有综合得分` : '，都有综合得分'}`],
    ...(scores.length === 0
      ? []
      : [
          [
            '综合得分',
            `最高${printDecimal(Math.max(...scores))}分，最低${printDecimal(Math.min(...scores))}分`,
          ] as const,
        ]),
    ['等次', grades.map(({ name }) => `${name}${given.get(name) ?? 0}个`).join('，')],
    ['结果运用', [...applied].map(([name, count]) => `${name}：${count}个`).join('；') || '没有'],
  ]
}

function Changes({ year, number }: { readonly year: number; readonly number: number }) {
  const answer = useAnswer('GET /api/years/:year/seals/:number/differences', {
    params: { year, number },
    query: {},
  })
  return (
    <Answered of={answer}>
      {({ comparison: { counts, stayed }, reason }) => (
        <>
          得分变动{counts.scores}个，名次变动{counts.places}个，等次变动{counts.grades}个，结果运用变动
          {counts.consequences}个，完全不变{stayed}个{reason !== undefined && `；更正的理由：${reason}`}
        </>
      )}
    </Answered>
  )
}
