import { useAnswer } from '../../client/useAnswer.ts'
import { ClauseChip, NOT_RESTATED } from '../ClauseChip.tsx'
import { printDay } from '../printDay.ts'
import { useReadingYear } from './ReadingContext.ts'

/** Shows a citation (条款) that opens to the content of the clause, as worded in the year's scheme. `year` is needed outside an explanation. */
export function Clause({ of, year }: { readonly of: string; readonly year?: number }) {
  return (
    <ClauseChip citation={of}>
      <ClauseText citation={of} year={year} />
    </ClauseChip>
  )
}

function ClauseText({
  citation,
  year: given,
}: {
  readonly citation: string
  readonly year: number | undefined
}) {
  const year = useReadingYear(given)
  const { data, error } = useAnswer('GET /api/years/:year/clauses', {
    params: { year: String(year) },
    query: { citation },
  })
  if (error !== null) return <span>{error.message}</span>
  if (data === undefined) return <span>正在读取……</span>
  return (
    <>
      <span>{data.restated ?? NOT_RESTATED}</span>
      <span className="soft">
        《{data.notice.title}》{data.notice.number}，{printDay(data.notice.issuedOn)}印发，{citation}
      </span>
      {data.cited.length > 0 && <span className="soft">方案中据此规定：{citedIn(data.cited)}</span>}
    </>
  )
}

const MOST = 6

function citedIn(cited: readonly { readonly what: string; readonly name: string }[]): string {
  const told = cited.slice(0, MOST).map(({ what, name }) => `${what}“${name}”`)
  return told.join('、') + (cited.length > MOST ? `等${cited.length}处` : '')
}
