import { useId, useState } from 'react'
import { printDay } from '../parts/printDay.ts'
import { useAnswer } from '../app/useAnswer.ts'
import { useReadingYear } from './ReadingContext.ts'
import './clause.css'

/** 条款: a citation that opens to what the clause sets up, in the scheme's own words. Nothing where there is no citation. `year` is needed outside an explanation. */
export function Clause({ of, year }: { readonly of: string; readonly year?: number }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  if (of === '') return null
  return (
    <>
      <button
        type="button"
        className="why-clause"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={`条款 ${of}`}
        onClick={() => setOpen(!open)}
      >
        {of}
      </button>
      {open && <ClauseText id={id} citation={of} year={year} />}
    </>
  )
}

function ClauseText({ id, citation, year: given }: { readonly id: string; readonly citation: string; readonly year: number | undefined }) {
  const year = useReadingYear(given)
  const { data, error } = useAnswer('GET /api/years/:year/clauses', { params: { year: String(year) }, query: { citation } })
  return (
    <span id={id} className="why-clause-text" role="note">
      {error !== null && <span>{error.message}</span>}
      {data === undefined && error === null && <span>正在读取……</span>}
      {data !== undefined && (
        <>
          <span className="why-clause-words">{data.restated ?? '方案没有登记这一条的内容，请对照文件原文。'}</span>
          <span className="why-soft">
            《{data.notice.title}》{data.notice.number}，{printDay(data.notice.issuedOn)}印发，{citation}
          </span>
          {data.cited.length > 0 && <span className="why-soft">方案中据此规定：{citedIn(data.cited)}</span>}
        </>
      )}
    </span>
  )
}

const MOST = 6

function citedIn(cited: readonly { readonly what: string; readonly name: string }[]): string {
  const told = cited.slice(0, MOST).map(({ what, name }) => `${what}“${name}”`)
  return told.join('、') + (cited.length > MOST ? `等${cited.length}处` : '')
}
