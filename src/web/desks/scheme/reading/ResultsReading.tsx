import { rulingsOn } from '../../../../contract/scheme/rulingsActing.ts'
import type { SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { describeBounds } from '../../../../contract/scheme/describeBounds.ts'
import { describeAnswer } from '../../../../contract/scheme/topics.ts'
import { describeConsequence, describeVeto } from '../../../../contract/scheme/describeConsequence.ts'
import { ClauseChip } from '../ClauseChip.tsx'
import { RulingNotes } from '../RulingNotes.tsx'
import { useScheme } from '../SchemeContext.ts'

/** Shows grade bands, ties and lists, and consequences. (五) */
export function ResultsReading() {
  const { document, names } = useScheme()
  return (
    <>
      <GradeBands document={document} />
      <section className="scheme-part">
        <h2>排名</h2>
        <RulingNotes of={rulingsOn(document, 'rankingScope', 'ties', 'smallCohort')} />
      </section>
      {document.vetoes.length > 0 && (
        <section className="scheme-part">
          <h2>一票否决</h2>
          <ul className="plain-list">
            {document.vetoes.map(veto => (
              <li key={veto.id}>
                {veto.name}：{describeVeto(veto.effect, names)} <ClauseChip of={veto.citation} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="scheme-part">
        <h2>结果运用</h2>
        {document.consequences.length === 0 && <p className="soft">方案没有规定结果运用。</p>}
        <ul className="plain-list">
          {document.consequences.map(rule => (
            <li key={rule.id}>
              <strong>{rule.name}</strong> {describeConsequence(rule, names)}{' '}
              <ClauseChip of={rule.citation} />
            </li>
          ))}
          {document.annualGradeRules.map(rule => (
            <li key={rule.annualGrade}>
              <strong>年度考核评为{rule.name}</strong>：综合评价须为
              {rule.needs.map(id => names.nameOf(id, 'grades')).join('或')} <ClauseChip of={rule.citation} />
            </li>
          ))}
          {document.conversions.map(target => (
            <li key={target.id}>
              <strong>折算计入</strong> {target.name} <ClauseChip of={target.citation} />
            </li>
          ))}
        </ul>
        <RulingNotes of={rulingsOn(document, 'streakFollows', 'performanceConversion')} />
      </section>
    </>
  )
}

function GradeBands({ document }: { readonly document: SchemeDocument }) {
  const { names } = useScheme()
  const rulings = rulingsOn(document, 'overallGrades')
  const answer = rulings.find(ruling => ruling.topic === 'overallGrades')?.answer
  const grades = typeof answer === 'object' && 'grades' in answer ? answer.grades : []
  return (
    <section className="scheme-part">
      <h2>综合评价等次</h2>
      {grades.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">等次</th>
              <th scope="col">综合得分</th>
            </tr>
          </thead>
          <tbody>
            {grades.map(grade => (
              <tr key={grade.id}>
                <th scope="row">{grade.name}</th>
                <td>{describeBounds(grade)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {typeof answer === 'object' && <p className="soft">{describeAnswer('overallGrades', answer, names)}</p>}
      <RulingNotes of={rulings} />
    </section>
  )
}
