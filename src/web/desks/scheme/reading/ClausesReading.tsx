import type { SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { useScheme } from '../SchemeContext.ts'
import { useSought } from './useSought.ts'

/** Lists the registered clauses (条款), each in a few words, and whether a figure comes from it. */
export function ClausesReading() {
  const { document } = useScheme()
  return (
    <section className="scheme-part">
      <h2>
        条款登记{' '}
        <span className="soft">共{document.clauses.length}条，以自己的话写；原文以印发的文件为准</span>
      </h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">条款</th>
            <th scope="col">内容</th>
            <th scope="col">据以计算</th>
          </tr>
        </thead>
        <tbody>
          {document.clauses.map(clause => (
            <ClauseLine key={clause.citation} of={clause} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ClauseLine({
  of: { citation, restated, computes },
}: {
  readonly of: SchemeDocument['clauses'][number]
}) {
  return (
    <tr {...useSought<HTMLTableRowElement>('clause', citation)}>
      <th scope="row">{citation}</th>
      <td>{restated}</td>
      <td>{computes ? '是' : '—'}</td>
    </tr>
  )
}
